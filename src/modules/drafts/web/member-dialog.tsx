import { InputNumber } from 'antd'
import { useRefresh } from '../../../web/ask.ts'
import { useServerForm } from '../../../web/server-form.ts'
import { CodeField, phoneGroups } from '../../../web/ui/code-field.tsx'
import { TextAreaField, TextField } from '../../../web/ui/fields.tsx'
import { Field, FixedField, FormDeeds, ServerForm } from '../../../web/ui/form.tsx'
import { FormDialog } from '../../../web/ui/form-dialog.tsx'
import { useWords } from '../../../web/words.ts'
import { draftsContract } from '../contract.ts'
import type { Member } from './members.tsx'

/** Invites somebody by the name and the mobile number of his account, or changes what he does. */
export function MemberDialog({ draft, member, close }: { draft: string; member: Member | null; close: () => void }) {
  const t = useWords()
  return (
    <FormDialog open title={member ? t('drafts.members.change.title', { name: member.name }) : t('drafts.members.invite')} close={close}>
      {member ? <ChangeForm draft={draft} member={member} close={close} /> : <InviteForm draft={draft} close={close} />}
    </FormDialog>
  )
}

const blank = (typed: Record<string, unknown>) => ({ ...typed, task: typed['task'] ?? '', months: typed['months'] ?? null })

function InviteForm({ draft, close }: { draft: string; close: () => void }) {
  const t = useWords()
  const refresh = useRefresh()
  const form = useServerForm(draftsContract.invite, { fixed: { id: draft }, shape: blank, done: () => (refresh(), close()) })
  return (
    <>
      <p className="quiet invite-lead">{t('drafts.members.invite.lead')}</p>
      <ServerForm form={form}>
        <TextField name="name" label={t('drafts.members.name')} maxLength={60} autoFocus />
        <CodeField name="phone" label={t('drafts.members.phone')} hint={t('drafts.members.phone.hint')} groups={phoneGroups} />
        <Part />
        <FormDeeds verb={t('drafts.members.send')} />
      </ServerForm>
    </>
  )
}

function ChangeForm({ draft, member, close }: { draft: string; member: Member; close: () => void }) {
  const t = useWords()
  const form = useServerForm(draftsContract.changeMember, { fixed: { id: draft, memberId: member.id }, initial: { task: member.task, months: member.months }, shape: blank, done: close })
  return (
    <ServerForm form={form}>
      <FixedField label={t('drafts.members.name')} value={member.name} />
      <Part />
      <FormDeeds verb={t('drafts.members.save')} />
    </ServerForm>
  )
}

function Part() {
  const t = useWords()
  return (
    <>
      <TextAreaField name="task" label={t('drafts.members.task.label')} rows={2} maxLength={200} optional />
      <Field name="months" label={t('drafts.members.months.label')} hint={t('drafts.members.months.hint')} optional>
        {({ status, ...wiring }) => <InputNumber {...wiring} min={0} max={120} step={0.5} precision={1} style={{ width: 140 }} {...(status && { status })} />}
      </Field>
    </>
  )
}
