import { Button, Form } from 'antd'
import { useEffect, useState } from 'react'
import { useServerForm } from '../../../web/server-form.ts'
import { RadioField, TextAreaField, TextField } from '../../../web/ui/fields.tsx'
import { fieldId } from '../../../web/ui/field-id.ts'
import { Field, FormDeeds, FormPart, ServerForm } from '../../../web/ui/form.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { UploadField } from '../../../web/ui/upload-field.tsx'
import { useWords } from '../../../web/words.ts'
import { ProofControl } from '../../accounts/web/parts.ts'
import { UnitPicker, type PickedUnit } from '../../people/web/parts.ts'
import { recoveryContract } from '../contract.ts'
import { causes } from '../recovery-case.ts'

/** One page: the unit, what happened, who asks (both codes), the licence, the name of the account to come. */
export function ClaimForm({ done }: { done: (number: string, mail: string) => void }) {
  const t = useWords()
  const [unit, setUnit] = useState<PickedUnit | null>(null)
  const [mail, setMail] = useState('')
  const [scan, setScan] = useState<{ proofId: string; name: string } | null>(null)
  const form = useServerForm(recoveryContract.open, { done: ({ number }) => done(number, mail) })
  const cause = Form.useWatch('cause', form.store) as string | undefined
  const proofId = Form.useWatch('mailProofId', form.store) as string | null | undefined
  const { labels } = form
  const evidenceLabel = t('recovery.field.evidence')
  useEffect(() => void labels.set('evidence', evidenceLabel), [labels, evidenceLabel])
  // Another mailbox is another proof: the file lies under the one it was sent with.
  const sent = scan && scan.proofId === proofId ? scan.name : null
  return (
    <section className="sheet form claim">
      <Notice>
        <p>{t('recovery.begin.first')} <a href="/forgotten">{t('recovery.begin.self')}</a></p>
        <p>{t('recovery.begin.course')}</p>
      </Notice>
      <ServerForm form={form} columns={2}>
        <FormPart title={t('recovery.part.unit')}>
          <Field name="unitId" label={t('recovery.field.unit')} hint={t('recovery.hint.unit')} wide>
            {(w) => <UnitPicker {...w} unit={unit} pick={setUnit} />}
          </Field>
          <RadioField name="cause" label={t('recovery.field.cause')} wide options={causes.map((value) => ({ value, label: t(`recovery.cause.${value}`) }))} />
          <TextAreaField name="explanation" label={t('recovery.field.explanation')} hint={t('recovery.hint.explanation')} optional={cause !== 'other'} maxLength={500} rows={3} wide />
        </FormPart>
        <FormPart title={t('recovery.part.claimant')} lead={t('recovery.part.claimant.lead')}>
          <TextField name="name" label={t('recovery.field.name')} hint={t('recovery.hint.name')} maxLength={60} autoComplete="name" />
          <TextField name="userName" label={t('recovery.field.userName')} hint={t('recovery.hint.userName')} maxLength={40} autoComplete="off" />
          <Field name="mailProofId" label={t('recovery.field.mail')} hint={t('recovery.hint.mail')}>
            {(w) => <ProofControl {...w} channel="mail" typed={setMail} />}
          </Field>
          <Field name="phoneProofId" label={t('recovery.field.phone')} hint={t('recovery.hint.phone')}>
            {(w) => <ProofControl {...w} channel="phone" typed={() => undefined} />}
          </Field>
        </FormPart>
        <FormPart title={t('recovery.part.evidence')}>
          <div className="field wide">
            {proofId ? (
              <UploadField
                key={proofId} verb={recoveryContract.uploadEvidence} input={{ proofId }} id={fieldId('evidence')} label={evidenceLabel}
                hint={<>{t('recovery.hint.evidence')}<br />{t('recovery.hint.evidence.kinds')}</>} kinds={['PDF', 'JPG', 'PNG']} current={sent}
                error={sent ? undefined : form.errors.evidence}
                done={({ name }) => {
                  setScan({ proofId, name })
                  form.blame('evidence', null)
                }}
              />
            ) : (
              <>
                <span className="label" id={fieldId('evidence')} tabIndex={-1}>{evidenceLabel}<span className="star" aria-hidden="true">*</span><span className="sr">{t('web.required')}</span></span>
                <p className="hint">{t('recovery.hint.evidence')}</p>
                <p className="after-proof">{t('recovery.evidence.after_proof')}</p>
              </>
            )}
          </div>
        </FormPart>
        <p className="quiet privacy">{t('recovery.begin.privacy')}</p>
        <FormDeeds verb={t('recovery.submit')}><Button href="/" type="link">{t('web.cancel')}</Button></FormDeeds>
      </ServerForm>
    </section>
  )
}
