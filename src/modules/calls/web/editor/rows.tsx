import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from '../../../../web/words.ts'
import { useEditing } from './editing.tsx'
import { listAt, moved, removed, textAt, type Path } from './tree.ts'

/** Up, down and out: the deeds of an item in a list, each named after it. */
export function ItemDeeds({ path, index, name, isFixed = false, after }: {
  path: Path
  index: number
  /** What it is called, for screen readers and for taking a deletion back. */
  name: string
  isFixed?: boolean
  /** Told the new place, or null where it is gone. */
  after?: (place: number | null) => void
}) {
  const t = useWords()
  const { document, step, isClosed } = useEditing()
  const count = listAt(document, path).length
  if (isClosed) return null
  const move = (to: number) => {
    step(moved(document, path, index, to), t('calls.editor.moved', { name }))
    after?.(to)
  }
  const remove = () => {
    step(removed(document, path, index), t('calls.editor.removed', { name }))
    after?.(null)
  }
  return (
    <span className="item-deeds">
      <Button size="small" type="text" disabled={index === 0} onClick={() => move(index - 1)}>{t('calls.editor.up')}<span className="sr"> {name}</span></Button>
      <Button size="small" type="text" disabled={index === count - 1} onClick={() => move(index + 1)}>{t('calls.editor.down')}<span className="sr"> {name}</span></Button>
      {!isFixed && <Button size="small" type="text" danger onClick={remove}>{t('calls.editor.delete')}<span className="sr"> {name}</span></Button>}
    </span>
  )
}

/** A list in the document whose items are written one below the other. */
export function ItemRows({ path, nameOf, least = 0, empty, children }: {
  path: Path
  nameOf: (item: unknown, index: number) => string
  /** So many are kept. */
  least?: number
  empty?: string
  children: (place: Path, index: number, item: unknown) => ReactNode
}) {
  const { document } = useEditing()
  const items = listAt(document, path)
  if (items.length === 0) return empty ? <p className="quiet">{empty}</p> : null
  return (
    <ol className="item-rows">
      {items.map((item, index) => (
        <li key={textAt(item, ['id']) || textAt(item, ['value']) || String(index)}>
          <div className="item-body">{children([...path, index], index, item)}</div>
          <ItemDeeds path={path} index={index} name={nameOf(item, index)} isFixed={items.length <= least} />
        </li>
      ))}
    </ol>
  )
}

/** Adds to a list. */
export function AddButton({ path, make, word, id }: { path: Path; make: () => unknown; word: string; id?: string }) {
  const { document, set, isClosed } = useEditing()
  if (isClosed) return null
  return <Button {...(id && { id })} onClick={() => set(path, [...listAt(document, path), make()])}>{word}</Button>
}
