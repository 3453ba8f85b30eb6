import { Button, Form } from 'antd'
import { langs } from '../../../kernel/words.ts'
import { useServerForm, type ServerForm as Filling } from '../../../web/server-form.ts'
import { FormDeeds, ServerForm } from '../../../web/ui/form.tsx'
import { RadioField, SelectField, TextField } from '../../../web/ui/fields.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import { authoritiesContract } from '../contract.ts'
import { staffPosts } from '../staff.ts'
import { useMandateName, type StaffRow } from './staff-columns.tsx'
import { choicesOf, type AtDesk } from './tree.ts'

interface Props {
  close: () => void
  done: () => void
}

/** A new member of staff: nobody types a password for somebody else, a link goes to the mailbox. */
export function AddStaffForm({ authorities, close, done }: Props & { authorities: readonly AtDesk[] }) {
  const t = useWords()
  const form = useServerForm(authoritiesContract.addStaff, { initial: { post: 'authority_officer', lang: 'zh' }, shape: withoutIdleAuthority, done })
  return (
    <ServerForm form={form}>
      <TextField name="displayName" label={t('staff.name')} maxLength={50} />
      <TextField name="userName" label={t('staff.user_name')} hint={t('staff.user_name.hint')} maxLength={40} />
      <TextField name="mail" label={t('staff.mail')} hint={t('staff.mail.hint')} inputMode="email" />
      <TextField name="phone" label={t('staff.phone')} inputMode="tel" optional />
      <Place form={form} authorities={authorities} />
      <SelectField name="lang" label={t('staff.lang')} options={langs.map((value) => ({ value, label: t(`staff.lang.${value}`) }))} />
      <FormDeeds verb={t('staff.add')}><Button size="large" onClick={close}>{t('staff.cancel')}</Button></FormDeeds>
    </ServerForm>
  )
}

export function GrantForm({ row, authorities, close, done }: Props & { row: StaffRow; authorities: readonly AtDesk[] }) {
  const t = useWords()
  const form = useServerForm(authoritiesContract.grantMandate, {
    initial: { post: 'authority_officer' }, fixed: { accountId: row.accountId }, shape: withoutIdleAuthority, done,
  })
  return (
    <ServerForm form={form}>
      <Place form={form} authorities={authorities} />
      <FormDeeds verb={t('staff.grant')}><Button size="large" onClick={close}>{t('staff.cancel')}</Button></FormDeeds>
    </ServerForm>
  )
}

export function EndForm({ row, close, done }: Props & { row: StaffRow }) {
  const t = useWords()
  const nameOf = useMandateName()
  const keyOf = ({ post, authorityId }: StaffRow['mandates'][number]) => `${post} ${authorityId ?? ''}`
  const form = useServerForm(authoritiesContract.endMandate, {
    initial: { which: row.mandates[0] && keyOf(row.mandates[0]) } as never,
    fixed: { accountId: row.accountId },
    shape: (typed) => {
      const held = row.mandates.find((mandate) => keyOf(mandate) === typed.which)
      return { post: held?.post, authorityId: held?.authorityId }
    },
    done,
  })
  return (
    <ServerForm form={form}>
      <RadioField name="which" label={t('staff.end.which')} hint={t('staff.end.hint')} options={row.mandates.map((mandate) => ({ value: keyOf(mandate), label: nameOf(mandate) }))} />
      <FormDeeds verb={t('staff.end')}><Button size="large" onClick={close}>{t('staff.cancel')}</Button></FormDeeds>
    </ServerForm>
  )
}

/** Administrators and support act for no authority, whatever was chosen before the post was changed. */
const withoutIdleAuthority = (typed: Record<string, unknown>) => ({ ...typed, authorityId: typed.post === 'authority_officer' ? typed.authorityId : null })

function Place({ form, authorities }: { form: Filling; authorities: readonly AtDesk[] }) {
  const t = useWords()
  const lang = useLang()
  const post: unknown = Form.useWatch('post', form.store)
  const posts = staffPosts.map((value) => ({ value, label: t(`staff.post.${value}`) }))
  return (
    <>
      <RadioField name="post" label={t('staff.post')} options={posts} />
      {post === 'authority_officer' && <SelectField name="authorityId" label={t('staff.authority')} options={choicesOf(authorities.filter((one) => one.isOpen), lang)} />}
    </>
  )
}
