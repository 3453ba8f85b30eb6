import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useAsk } from '../../../web/ask.ts'
import { useServerForm } from '../../../web/server-form.ts'
import { PasswordField } from '../../../web/ui/fields.tsx'
import { FormDeeds, FormPart, ServerForm } from '../../../web/ui/form.tsx'
import { Loaded } from '../../../web/ui/loaded.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { useWords } from '../../../web/words.ts'
import { accountsContract } from '../contract.ts'
import { SecurityQuestions, typedQuestions } from './security-questions.tsx'

/** S1-42: three questions of a unit account, set for the first time or replaced. */
export default function QuestionsPage() {
  const t = useWords()
  const state = useAsk(accountsContract.securityQuestions, {})
  const [changed, setChanged] = useState(false)
  return (
    <>
      <PageTitle title={t('security_question.title')} lead={t('security_question.lead')} />
      <Sheet width="form">
        {changed
          ? <><Notice tone="good" live>{t('security_question.changed')}</Notice><p className="deeds"><Link to="/account">{t('security_question.back')}</Link></p></>
          : <Loaded of={state}>{({ since }) => <QuestionsForm replaces={since !== null} done={() => setChanged(true)} />}</Loaded>}
      </Sheet>
    </>
  )
}

function QuestionsForm({ replaces, done }: { replaces: boolean; done: () => void }) {
  const t = useWords()
  const form = useServerForm(accountsContract.changeSecurityQuestions, { done, shape: typedQuestions })
  const deed = t(replaces ? 'security_question.replace' : 'security_question.set')
  return (
    <ServerForm form={form} columns={2}>
      <FormPart title={deed} {...(replaces && { lead: t('security_question.replace.lead') })}><SecurityQuestions /></FormPart>
      <FormPart title={t('accounts.confirm_password')}>
        <PasswordField name="password" label={t('password.label')} autoComplete="current-password" />
      </FormPart>
      <FormDeeds verb={deed}><Link to="/account">{t('accounts.cancel')}</Link></FormDeeds>
    </ServerForm>
  )
}
