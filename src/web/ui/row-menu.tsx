import { Dropdown } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from '../words.ts'

export interface RowDeed {
  key: string
  /** In words (already translated). */
  word: string
  act: () => void
}

/**
 * The deeds of a row: the first ones as links, the others behind 更多, so that rows stay one or two lines high. `name`
 * tells a screen reader which row it is.
 */
export function RowMenu({ deeds, name, shown = 2, children }: { deeds: readonly RowDeed[]; name: string; shown?: number; children?: ReactNode }) {
  const t = useWords()
  const first = deeds.length <= shown + 1 ? deeds : deeds.slice(0, shown)
  const rest = deeds.slice(first.length)
  return (
    <>
      {first.map((deed) => <button key={deed.key} type="button" className="link" onClick={deed.act}>{deed.word}<span className="sr"> {name}</span></button>)}
      {children}
      {rest.length > 0 && (
        <Dropdown trigger={['click']} placement="bottomRight" menu={{ items: rest.map((deed) => ({ key: deed.key, label: deed.word, onClick: deed.act })) }}>
          <button type="button" className="link" aria-haspopup="menu">{t('web.list.more')}<span className="sr"> {name}</span></button>
        </Dropdown>
      )}
    </>
  )
}
