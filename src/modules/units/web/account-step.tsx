import { Button, Form } from 'antd'
import { useState } from 'react'
import { afterPointer } from '../../../web/after-pointer.ts'
import { useServerForm } from '../../../web/server-form.ts'
import { PasswordField, TextField } from '../../../web/ui/fields.tsx'
import { Field, FormDeeds, FormPart, ServerForm } from '../../../web/ui/form.tsx'
import { useWords } from '../../../web/words.ts'
import { PasswordMeter, ProofControl, SecurityQuestions, typedQuestions } from '../../accounts/web/parts.ts'
import { AgreementExpired } from '../../portal/web/parts.ts'
import { unitsContract } from '../contract.ts'

/** Step 1 (S1-35, S1-41, S1-42, S1-43): everything stays in the form until the account exists; passwords go nowhere else. */
export function AccountStep({ acceptanceId }: { acceptanceId: string }) {
  const t = useWords()
  const [expired, setExpired] = useState(false)
  const [address, setAddress] = useState({ mail: '', phone: '' })
  const form = useServerForm(unitsContract.begin, {
    fixed: { acceptanceId },
    shape: typedQuestions,
    refused: (refusal) => {
      setExpired(refusal.code === 'agreement.not_accepted')
      return false
    },
    // The session has just begun: the whole page is asked for anew, under it.
    done: () => location.assign('/app/registration?begun=1'),
  })
  const password = Form.useWatch('password', form.store) as string | undefined
  const userName = Form.useWatch('userName', form.store) as string | undefined
  const checkAgain = () => {
    const [first, second] = [form.store.getFieldValue('password'), form.store.getFieldValue('passwordAgain')] as (string | undefined)[]
    if (first && second) form.blame('passwordAgain', first.normalize('NFC') === second.normalize('NFC') ? null : t('password.again'))
  }
  return (
    <section className="sheet form">
      {expired && <AgreementExpired />}
      <ServerForm form={form} columns={2}>
        <FormPart title={t('units.section.account')}>
          <TextField name="userName" label={t('units.field.userName')} hint={t('units.hint.userName')} maxLength={40} autoComplete="username" />
          <div className="field gap" aria-hidden="true" />
          <PasswordField name="password" label={t('units.field.password')} hint={t('units.hint.password')} meter={<PasswordMeter password={password ?? ''} context={{ userName, ...address }} said={form.errors.password} />} />
          <div onBlur={() => afterPointer(checkAgain)}><PasswordField name="passwordAgain" label={t('units.field.passwordAgain')} hint={t('units.hint.passwordAgain')} /></div>
        </FormPart>
        <FormPart title={t('units.section.contact')}>
          <TextField name="contactName" label={t('units.field.contactName')} hint={t('units.hint.contactName')} maxLength={60} autoComplete="name" />
          <div className="field gap" aria-hidden="true" />
          <Field name="mailProofId" label={t('units.field.mail')} hint={t('units.hint.mail')}>
            {(w) => <ProofControl {...w} channel="mail" typed={(mail) => setAddress((a) => ({ ...a, mail }))} />}
          </Field>
          <Field name="phoneProofId" label={t('units.field.phone')} hint={t('units.hint.phone')}>
            {(w) => <ProofControl {...w} channel="phone" typed={(phone) => setAddress((a) => ({ ...a, phone }))} />}
          </Field>
        </FormPart>
        <FormPart title={t('security_question.title')} lead={t('security_question.lead')}>
          <SecurityQuestions />
        </FormPart>
        <FormDeeds verb={t('web.next')}><Button href="/" type="link">{t('web.cancel')}</Button></FormDeeds>
      </ServerForm>
    </section>
  )
}
