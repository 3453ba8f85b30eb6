import { Input } from 'antd'
import { useId } from 'react'
import { useWords } from '../../../../web/words.ts'
import type { Tick } from '../list/ticks.ts'

/** E50: beside the shared reason, a text for single ones. */
export function BatchOwnTexts({ items, texts, change }: { items: readonly Tick[]; texts: Readonly<Record<string, string>>; change: (texts: Readonly<Record<string, string>>) => void }) {
  const t = useWords()
  const id = useId()
  return (
    <details className="folded">
      <summary>{t('applications.batch.own')}</summary>
      <ul className="batch-own">
        {items.map((item) => (
          <li key={item.id}>
            <label htmlFor={id + item.id}>{item.title || item.number || t('applications.desk.untitled')}</label>
            <Input id={id + item.id} maxLength={1000} value={texts[item.id] ?? ''} onChange={(e) => change({ ...texts, [item.id]: e.target.value })} />
          </li>
        ))}
      </ul>
    </details>
  )
}
