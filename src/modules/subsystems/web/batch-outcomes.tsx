import { Link } from '@tanstack/react-router'
import { useFilters, type FilterDefs } from '../../../web/filters.ts'
import { onOnePage } from '../../../web/list-page.ts'
import { DataList, type Column } from '../../../web/ui/data-list.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { Sheet } from '../../../web/ui/page-title.tsx'
import { StateTag, type Tone } from '../../../web/ui/state-tag.tsx'
import { useWords } from '../../../web/words.ts'
import type { Outcomes } from './batch-page.tsx'
import type { ChosenPerson } from './chosen.ts'

type Outcome = Outcomes['outcomes'][number]['outcome']
type Row = ChosenPerson & { outcome: Outcome }

const defs = {} as const satisfies FilterDefs
const tones: Readonly<Record<Outcome, Tone>> = { done: 'good', unchanged: 'still', overtaken: 'warn', not_found: 'bad', own_record: 'bad', document_vouched: 'bad' }
/** What still wants a look stands first. */
const order: readonly Outcome[] = ['document_vouched', 'overtaken', 'not_found', 'own_record', 'done', 'unchanged']

/** What became of each of them. */
export function BatchOutcomes({ people, outcomes }: { people: readonly ChosenPerson[]; outcomes: Outcomes }) {
  const t = useWords()
  const filters = useFilters(defs)
  const outcomeOf = new Map(outcomes.outcomes.map(({ id, outcome }) => [id, outcome]))
  const rows = people.flatMap((one): Row[] => {
    const outcome = outcomeOf.get(one.id)
    return outcome ? [{ ...one, outcome }] : []
  }).toSorted((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome))
  const unchanged = rows.filter(({ outcome }) => outcome === 'unchanged').length
  const failed = rows.length - outcomes.done - unchanged
  const columns: Column<Row>[] = [
    { key: 'name', title: t('subsystems.requests.person'), card: 'title', render: (row) => row.outcome === 'not_found' ? row.name : <Link to="/people/$id/modules" params={{ id: row.id }}>{row.name}</Link> },
    { key: 'userName', title: t('subsystems.requests.user_name'), render: (row) => <code>{row.userName}</code> },
    { key: 'outcome', title: t('subsystems.batch.outcome'), card: 'state', render: (row) => <StateTag word={t(`subsystems.batch.outcome.${row.outcome}`)} tone={tones[row.outcome]} /> },
    { key: 'text', title: t('subsystems.requests.note'), render: (row) => t(`subsystems.batch.outcome.${row.outcome}.text`) },
  ]
  return (
    <Sheet title={t('subsystems.batch.outcomes')}>
      <Notice tone={failed === 0 ? 'good' : 'warn'} live>{unchanged + failed === 0 ? t('subsystems.batch.done.all', { done: outcomes.done }) : t('subsystems.batch.done', { done: outcomes.done, unchanged, failed })}</Notice>
      <DataList<Row> list={{ value: onOnePage(rows), refusal: null, loading: false, refreshing: false, again: () => undefined }} filters={filters} columns={columns} rowKey={(row) => row.id} label={t('subsystems.batch.outcomes')} />
      <p className="after"><Link to="/people">{t('subsystems.batch.to_list')}</Link></p>
    </Sheet>
  )
}
