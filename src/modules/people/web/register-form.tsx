import { Button, Form } from 'antd'
import { useEffect, useState } from 'react'
import { identityDocumentTypes, type DocumentType } from '../../../codes/identity-document.ts'
import { nameScriptOf } from '../../../codes/person-name.ts'
import { afterPointer } from '../../../web/after-pointer.ts'
import { useServerForm } from '../../../web/server-form.ts'
import { PasswordField, SelectField, TextField } from '../../../web/ui/fields.tsx'
import { Field, FormDeeds, FormPart, ServerForm } from '../../../web/ui/form.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import { PasswordMeter, ProofControl } from '../../accounts/web/parts.ts'
import { AgreementExpired } from '../../portal/web/parts.ts'
import { peopleContract } from '../contract.ts'
import { personFormProblems } from '../fields.ts'
import { registrationDrafts } from './draft.ts'
import { mayBeRegistered } from './lost-answer.ts'
import { UnitPicker } from './unit-picker.tsx'
import type { PickedUnit } from './unit-search.tsx'

type Typed = Partial<Record<'userName' | 'password' | 'passwordAgain' | 'name' | 'document' | 'unitId', string> & { documentType: DocumentType }>

const text = (value: string | boolean | undefined): string | undefined => (typeof value === 'string' ? value : undefined)

/** The unit of a draft; its name and code are public facts. */
function unitIn(draft: ReturnType<typeof registrationDrafts.of>): PickedUnit | null {
  const [id, name, creditCode] = [text(draft?.unitId), text(draft?.unitName), text(draft?.unitCode)]
  return id && name && creditCode ? { id, name, creditCode } : null
}

/** S1-25, S1-26, S1-29: one page, one button 注册; what is typed survives a reload but for secrets (D23). */
export function RegisterForm({ acceptanceId }: { acceptanceId: string }) {
  const t = useWords()
  const lang = useLang()
  const [draft] = useState(() => registrationDrafts.of(sessionStorage, acceptanceId))
  const [unit, setUnit] = useState(() => unitIn(draft))
  const [address, setAddress] = useState({ mail: '', phone: '' })
  const [expired, setExpired] = useState(false)
  const [lost, setLost] = useState(false)
  const form = useServerForm(peopleContract.register, {
    initial: {
      userName: text(draft?.userName), name: text(draft?.name), documentType: text(draft?.documentType) ?? 'ID', unitId: unit?.id,
    },
    fixed: { acceptanceId },
    refused: (refusal) => {
      setLost((before) => mayBeRegistered(before, refusal))
      setExpired(refusal.code === 'agreement.not_accepted')
      return false
    },
    // A session may have begun: the whole page is asked for anew, under it.
    done: () => {
      registrationDrafts.forget(sessionStorage, acceptanceId)
      location.assign('/app/registration/person/submitted')
    },
  })
  const typed = (Form.useWatch([], form.store) ?? {}) as Typed
  const { userName, name, documentType, unitId } = typed
  useEffect(() => {
    if (!form.dirty) return
    const timer = setTimeout(() => registrationDrafts.keep(sessionStorage, acceptanceId, {
      userName, name, documentType, ...(unit && unitId === unit.id && { unitId, unitName: unit.name, unitCode: unit.creditCode }),
    }), 400)
    return () => clearTimeout(timer)
  }, [form.dirty, acceptanceId, userName, name, documentType, unitId, unit])

  /** What several fields show together, once both are filled in: the second password, the name and the number by the document. */
  const judge = () => {
    const now = form.store.getFieldsValue(true) as Typed
    const all = {
      password: now.password ?? '', passwordAgain: now.passwordAgain ?? '', name: now.name ?? '', documentType: now.documentType ?? 'ID', document: now.document ?? '',
    }
    const problems = personFormProblems(all)
    for (const field of ['passwordAgain', 'name', 'document'] as const) {
      if (!all[field] || (field === 'passwordAgain' && !all.password)) continue
      const problem = problems[field]
      form.judge(field, problem ? t(problem.code, problem.params) : null)
    }
  }
  return (
    <section className="sheet form" onBlur={() => afterPointer(judge)}>
      {expired && !lost && <AgreementExpired />}
      {lost && <Notice tone="warn" live>{t('people.register.lost')} <a href="/sign-in">{t('people.success.sign_in')}</a></Notice>}
      {draft && <Notice live>{t('people.register.restored')}</Notice>}
      <ServerForm form={form} columns={2}>
        <FormPart title={t('people.section.account')}>
          <TextField name="userName" label={t('people.field.userName')} hint={t('people.hint.userName')} maxLength={40} autoComplete="username" />
          <div className="field gap" aria-hidden="true" />
          <PasswordField
            name="password" label={t('people.field.password')} hint={t('people.hint.password')}
            meter={<PasswordMeter password={typed.password ?? ''} context={{ userName, names: [name], ...address }} said={form.errors.password} />}
          />
          <PasswordField name="passwordAgain" label={t('people.field.passwordAgain')} hint={t('people.hint.passwordAgain')} />
        </FormPart>
        <FormPart title={t('people.section.person')}>
          <TextField
            name="name" label={t('people.field.name')} maxLength={60} autoComplete="name"
            hint={t(nameScriptOf(documentType ?? '') === 'latin' ? 'people.hint.name.latin' : 'people.hint.name')}
          />
          <div className="field gap" aria-hidden="true" />
          <SelectField
            name="documentType" label={t('people.field.documentType')} hint={t('people.hint.documentType')}
            options={identityDocumentTypes.items.map((item) => ({ value: item.code, label: (lang === 'en' && item.en) || item.name }))}
          />
          <TextField name="document" label={t('people.field.document')} hint={t('people.hint.document')} maxLength={60} />
        </FormPart>
        <FormPart title={t('people.section.contact')}>
          <Field name="phoneProofId" label={t('people.field.phone')} hint={t('people.hint.phone')}>
            {(w) => <ProofControl {...w} channel="phone" typed={(phone) => setAddress((a) => ({ ...a, phone }))} />}
          </Field>
          <Field name="mailProofId" label={t('people.field.mail')} hint={t('people.hint.mail')}>
            {(w) => <ProofControl {...w} channel="mail" typed={(mail) => setAddress((a) => ({ ...a, mail }))} />}
          </Field>
        </FormPart>
        <FormPart title={t('people.section.unit')} lead={t('people.section.unit.lead')}>
          <Field name="unitId" label={t('people.field.unit')} hint={t('people.hint.unit')} wide>
            {(w) => <UnitPicker {...w} unit={unit} pick={setUnit} />}
          </Field>
        </FormPart>
        <FormDeeds verb={t('people.register')}><Button href="/" type="link">{t('web.cancel')}</Button></FormDeeds>
      </ServerForm>
    </section>
  )
}
