import {
  BoldOutlined, DeleteColumnOutlined, DeleteRowOutlined, InsertRowBelowOutlined, InsertRowRightOutlined, ItalicOutlined, LinkOutlined, MergeCellsOutlined,
  OrderedListOutlined, PictureOutlined, RedoOutlined, TableOutlined, UnderlineOutlined, UndoOutlined, UnorderedListOutlined, DeleteOutlined,
} from '@ant-design/icons'
import { useEditorState, type Editor } from '@tiptap/react'
import type { KeyboardEvent, ReactNode, Ref } from 'react'
import { useWords } from '../../../../web/words.ts'

interface Tool {
  key: string
  word: string
  mark: ReactNode
  keys?: string
  on?: boolean
  off?: boolean
  act: () => void
}

/** The tools of a text: reached by Tab as one, walked by the arrows; each says its name, its keys and whether it is on. */
export function RichToolbar({ editor, ref, controls, link, picture }: {
  editor: Editor
  ref: Ref<HTMLDivElement>
  /** Id of the text. */
  controls: string
  link: () => void
  /** Absent where no picture can be added (any more). */
  picture?: (() => void) | undefined
}) {
  const t = useWords()
  const now = useEditorState({
    editor,
    selector: ({ editor: e }) => ({
      bold: e.isActive('bold'), italic: e.isActive('italic'), underline: e.isActive('underline'), sub: e.isActive('subscript'), sup: e.isActive('superscript'),
      h2: e.isActive('heading', { level: 2 }), h3: e.isActive('heading', { level: 3 }), bullets: e.isActive('bulletList'), numbers: e.isActive('orderedList'),
      link: e.isActive('link'), table: e.isActive('table'), undo: e.can().undo(), redo: e.can().redo(),
    }),
  })
  const c = () => editor.chain().focus()
  const groups: Tool[][] = [
    [
      { key: 'bold', word: t('calls.rich.bold'), mark: <BoldOutlined />, keys: 'Ctrl+B', on: now.bold, act: () => c().toggleBold().run() },
      { key: 'italic', word: t('calls.rich.italic'), mark: <ItalicOutlined />, keys: 'Ctrl+I', on: now.italic, act: () => c().toggleItalic().run() },
      { key: 'underline', word: t('calls.rich.underline'), mark: <UnderlineOutlined />, keys: 'Ctrl+U', on: now.underline, act: () => c().toggleUnderline().run() },
      { key: 'sub', word: t('calls.rich.subscript'), mark: <span aria-hidden="true" className="mark-sub" />, on: now.sub, act: () => c().toggleMark('subscript').run() },
      { key: 'sup', word: t('calls.rich.superscript'), mark: <span aria-hidden="true" className="mark-sup" />, on: now.sup, act: () => c().toggleMark('superscript').run() },
    ],
    [
      { key: 'h2', word: t('calls.rich.heading'), mark: t('calls.rich.heading.mark'), keys: 'Ctrl+Alt+2', on: now.h2, act: () => c().toggleHeading({ level: 2 }).run() },
      { key: 'h3', word: t('calls.rich.subheading'), mark: t('calls.rich.subheading.mark'), keys: 'Ctrl+Alt+3', on: now.h3, act: () => c().toggleHeading({ level: 3 }).run() },
      { key: 'bullets', word: t('calls.rich.bullets'), mark: <UnorderedListOutlined />, keys: 'Ctrl+Shift+8', on: now.bullets, act: () => c().toggleBulletList().run() },
      { key: 'numbers', word: t('calls.rich.numbers'), mark: <OrderedListOutlined />, keys: 'Ctrl+Shift+7', on: now.numbers, act: () => c().toggleOrderedList().run() },
    ],
    [
      { key: 'link', word: t('calls.rich.link'), mark: <LinkOutlined />, on: now.link, act: link },
      ...(picture ? [{ key: 'picture', word: t('calls.rich.picture'), mark: <PictureOutlined />, act: picture }] : []),
      ...(now.table ? [] : [{ key: 'table', word: t('calls.rich.table'), mark: <TableOutlined />, act: () => c().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run() }]),
    ],
    now.table ? [
      { key: 'row', word: t('calls.rich.table.row'), mark: <InsertRowBelowOutlined />, act: () => c().addRowAfter().run() },
      { key: 'column', word: t('calls.rich.table.column'), mark: <InsertRowRightOutlined />, act: () => c().addColumnAfter().run() },
      { key: 'no-row', word: t('calls.rich.table.row.delete'), mark: <DeleteRowOutlined />, act: () => c().deleteRow().run() },
      { key: 'no-column', word: t('calls.rich.table.column.delete'), mark: <DeleteColumnOutlined />, act: () => c().deleteColumn().run() },
      { key: 'merge', word: t('calls.rich.table.merge'), mark: <MergeCellsOutlined />, act: () => c().mergeOrSplit().run() },
      { key: 'no-table', word: t('calls.rich.table.delete'), mark: <DeleteOutlined />, act: () => c().deleteTable().run() },
    ] : [],
    [
      { key: 'undo', word: t('calls.rich.undo'), mark: <UndoOutlined />, keys: 'Ctrl+Z', off: !now.undo, act: () => c().undo().run() },
      { key: 'redo', word: t('calls.rich.redo'), mark: <RedoOutlined />, keys: 'Ctrl+Y', off: !now.redo, act: () => c().redo().run() },
    ],
  ]
  const walk = (event: KeyboardEvent<HTMLDivElement>) => {
    const all = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button')]
    const at = all.findIndex((one) => one === document.activeElement)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    all.at(to % all.length)?.focus()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its first button is in the order of Tab (roving tabindex)
    <div className="rich-tools" role="toolbar" ref={ref} aria-label={t('calls.rich.tools')} aria-controls={controls} onKeyDown={walk}>
      {groups.filter((tools) => tools.length > 0).map((tools, g) => (
        <span key={tools[0]?.key}>
          {tools.map(({ key, word, mark, keys, on, off, act }, i) => (
            <button
              key={key} type="button" tabIndex={g === 0 && i === 0 ? 0 : -1} aria-label={word} title={keys ? t('calls.rich.with_keys', { word, keys }) : word}
              aria-pressed={on} aria-disabled={off || undefined} onMouseDown={(e) => e.preventDefault()} onClick={() => !off && act()}
            >{mark}</button>
          ))}
        </span>
      ))}
    </div>
  )
}
