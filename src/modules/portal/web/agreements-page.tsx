import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import type { OutputOf } from '../../../kernel/contract.ts'
import { useAsk, useDeed } from '../../../web/ask.ts'
import { useFilters, type FilterDefs } from '../../../web/filters.ts'
import { onOnePage } from '../../../web/list-page.ts'
import { DataList, type Column } from '../../../web/ui/data-list.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { Refused } from '../../../web/ui/refused.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { Time } from '../../../web/ui/time.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import { portalContract } from '../contract.ts'

type Row = OutputOf<typeof portalContract.agreements>['agreements'][number]

const defs = {} as const satisfies FilterDefs
export const agreementTones = { draft: 'plain', in_force: 'good', replaced: 'still' } as const

/** The versions of the user agreement (S1-16). */
export default function AgreementsPage() {
  const t = useWords()
  const lang = useLang()
  const navigate = useNavigate()
  const filters = useFilters(defs)
  const agreements = useAsk(portalContract.agreements, {})
  const draft = useDeed(portalContract.draftAgreement)
  const rows = agreements.value?.agreements ?? []
  const columns: Column<Row>[] = [
    { key: 'number', title: t('portal.desk.number'), card: 'title', width: 120, render: (row) => <Link to="/platform/agreements/$id" params={{ id: row.id }}>{t('portal.desk.number.n', { number: row.number })}</Link> },
    { key: 'title', title: t('portal.desk.title'), render: (row) => lang === 'en' ? row.titleEn : row.title },
    { key: 'note', title: t('portal.desk.change_note'), render: (row) => row.changeNote || '—' },
    { key: 'state', title: t('portal.desk.state'), width: 110, card: 'state', render: (row) => <StateTag tone={agreementTones[row.state]} word={t(`portal.agreement_state.${row.state}`)} /> },
    { key: 'time', title: t('portal.desk.in_force_at'), width: 160, render: (row) => row.inForceAt ? <Time at={row.inForceAt} /> : '—' },
  ]
  const begin = async () => {
    const answer = await draft.do({})
    if (answer.ok) void navigate({ to: `/platform/agreements/${answer.value.id}` })
  }
  const list = { ...agreements, value: agreements.value && onOnePage(rows) }
  return (
    <>
      <PageTitle title={t('portal.desk.agreements')} lead={t('portal.desk.agreements.lead')}
        deed={agreements.value?.mayDraft && <Button type="primary" loading={draft.busy} onClick={() => void begin()}>{t('portal.desk.agreement.draft')}</Button>} />
      <Sheet>
        {draft.refusal && <Refused refusal={draft.refusal} />}
        <DataList<Row> list={list} filters={filters} columns={columns} rowKey={(row) => row.id} label={t('portal.desk.agreements')}
          deeds={(row) => <Link className="link" to="/platform/changes" search={{ room: 'portal', subject: row.id }}>{t('portal.desk.history')}<span className="sr"> {row.number}</span></Link>} />
      </Sheet>
    </>
  )
}
