import type { Translate } from '../../../kernel/words.ts'
import type { Column } from '../../../web/ui/data-list.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import { nameIn, type Entry, type List } from './entries.ts'

function period(t: Translate, { from, to }: Entry): string {
  if (from && to) return t('lists.period', { from, to })
  if (from) return t('lists.period.since', { from })
  return to ? t('lists.period.until', { to }) : t('lists.period.always')
}

const tones = { current: 'good', future: 'plain', ended: 'still' } as const

export function useEntryColumns(list: List): Column<Entry>[] {
  const t = useWords()
  const lang = useLang()
  const named = (code: string) => {
    const entry = list.entries.findLast((one) => one.code === code)
    return entry ? nameIn(lang, entry) : code
  }
  return [
    { key: 'code', title: t('lists.column.code'), width: 120, render: (row) => <code>{row.code}</code> },
    {
      key: 'name', title: t('lists.name'), card: 'title',
      render: (row) => (
        <>
          {nameIn(lang, row)}
          {row.successor.length > 0 && <div className="hint">{t('lists.successor', { name: row.successor.map(named).join(lang === 'en' ? ', ' : '、') })}</div>}
        </>
      ),
    },
    ...(list.entries.some((row) => row.parent) ? [{ key: 'parent', title: t('lists.column.parent'), width: 110, render: (row: Entry) => row.parent ? <code>{row.parent}</code> : '—' }] : []),
    { key: 'period', title: t('lists.column.period'), width: 210, render: (row) => period(t, row) },
    { key: 'state', title: t('lists.column.state'), width: 100, card: 'state', render: (row) => <StateTag tone={tones[row.state]} word={t(`lists.state.${row.state}`)} /> },
    { key: 'origin', title: t('lists.column.origin'), width: 120, render: (row) => t(`lists.origin.${row.origin}`) },
  ]
}
