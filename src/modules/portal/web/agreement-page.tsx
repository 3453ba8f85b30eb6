import { useNavigate, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '../../../kernel/contract.ts'
import { useAsk, useDeed } from '../../../web/ask.ts'
import { useServerForm } from '../../../web/server-form.ts'
import { ConfirmDialog } from '../../../web/ui/dialogs.tsx'
import { FormDeeds, ServerForm } from '../../../web/ui/form.tsx'
import { TextAreaField, TextField } from '../../../web/ui/fields.tsx'
import { LeaveGuard } from '../../../web/ui/leave-guard.tsx'
import { Loaded } from '../../../web/ui/loaded.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { useWords } from '../../../web/words.ts'
import { portalContract } from '../contract.ts'
import { agreementTones } from './agreements-page.tsx'
import { Difference } from './difference-view.tsx'
import { Prose } from './prose.tsx'
import './portal.css'

type Agreement = OutputOf<typeof portalContract.agreement>

/** One version: its text (typed while it is a draft), and what is different from the one before. */
export default function AgreementPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const found = useAsk(portalContract.agreement, { id })
  return <Loaded of={found}>{(row) => (row.can.includes('edit') ? <Draft key={row.id} row={row} /> : <Fixed row={row} />)}</Loaded>
}

const State = ({ row }: { row: Agreement }) => {
  const t = useWords()
  return <StateTag tone={agreementTones[row.state]} word={t(`portal.agreement_state.${row.state}`)} />
}

function Fixed({ row }: { row: Agreement }) {
  const t = useWords()
  return (
    <>
      <PageTitle title={t('portal.desk.agreement', { number: row.number })} state={<State row={row} />} lead={row.changeNote} />
      <div className="beside">
        <Sheet title={row.title}><Prose text={row.body} lang="zh-CN" /></Sheet>
        <Sheet title={row.titleEn}><Prose text={row.bodyEn} lang="en" /></Sheet>
      </div>
      <Changes row={row} />
    </>
  )
}

function Draft({ row }: { row: Agreement }) {
  const t = useWords()
  const navigate = useNavigate()
  const [version, setVersion] = useState(row.version)
  const [asking, ask] = useState(false)
  const [told, tell] = useState(false)
  const putInForce = useDeed(portalContract.putAgreementInForce)
  const form = useServerForm(portalContract.editAgreement, {
    initial: { title: row.title, titleEn: row.titleEn, body: row.body, bodyEn: row.bodyEn, changeNote: row.changeNote },
    fixed: { id: row.id, version }, key: version,
    done: (saved) => (setVersion(saved.version), tell(true)),
  })
  return (
    <>
      <PageTitle title={t('portal.desk.agreement', { number: row.number })} state={<State row={row} />} deed={
        <Button type="primary" disabled={form.dirty} title={form.dirty ? t('portal.desk.unsaved') : undefined} onClick={() => ask(true)}>{t('portal.desk.put_in_force')}</Button>
      } />
      <LeaveGuard dirty={form.dirty} />
      {told && !form.dirty && <Notice tone="good" live>{t('portal.desk.saved')}</Notice>}
      <Sheet>
        <ServerForm form={form}>
          <TextAreaField name="changeNote" label={t('portal.desk.change_note')} hint={t('portal.desk.change_note.hint')} rows={2} maxLength={500} optional />
          <div className="beside">
            <div>
              <TextField name="title" label={t('portal.desk.title')} maxLength={120} />
              <TextAreaField name="body" label={t('portal.desk.body')} hint={t('portal.desk.body.hint')} rows={24} maxLength={60_000} />
            </div>
            <div>
              <TextField name="titleEn" label={t('portal.desk.title_en')} maxLength={240} />
              <TextAreaField name="bodyEn" label={t('portal.desk.body_en')} hint={t('portal.desk.body.hint')} rows={24} maxLength={120_000} />
            </div>
          </div>
          <FormDeeds verb={t('portal.desk.save_draft')}><Button size="large" onClick={() => void navigate({ to: '/platform/agreements' })}>{t('portal.desk.back')}</Button></FormDeeds>
        </ServerForm>
      </Sheet>
      <Changes row={row} />
      <ConfirmDialog open={asking} title={t('portal.desk.agreement', { number: row.number })} verb={t('portal.desk.put_in_force')} undo={false} close={() => ask(false)}
        act={async () => {
          const answer = await putInForce.do({ id: row.id, version })
          const missing = answer.ok ? undefined : answer.refusal.fields.changeNote
          if (!missing) return answer
          form.blame('changeNote', missing.sentence)
          return { ok: false, refusal: { ...(answer as Extract<typeof answer, { ok: false }>).refusal, detail: missing.sentence } }
        }}>
        <p>{t('portal.desk.put_in_force.ask', { number: row.number })}</p>
      </ConfirmDialog>
    </>
  )
}

function Changes({ row }: { row: Agreement }) {
  const t = useWords()
  if (!row.before) return <Sheet><p className="hint">{t('portal.desk.difference.first')}</p></Sheet>
  return (
    <Sheet title={t('portal.desk.difference', { number: row.before.number })}>
      <div className="beside">
        <div><h3>{t('portal.desk.difference.zh')}</h3><Difference before={`${row.before.title}\n\n${row.before.body}`} after={`${row.title}\n\n${row.body}`} /></div>
        <div><h3>{t('portal.desk.difference.en')}</h3><Difference before={`${row.before.titleEn}\n\n${row.before.bodyEn}`} after={`${row.titleEn}\n\n${row.bodyEn}`} /></div>
      </div>
    </Sheet>
  )
}
