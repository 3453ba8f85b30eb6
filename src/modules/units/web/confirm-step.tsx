import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useDeed } from '../../../web/ask.ts'
import type { Problem } from '../../../web/client.ts'
import { Notice } from '../../../web/ui/notice.tsx'
import { Refused } from '../../../web/ui/refused.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import { unitsContract } from '../contract.ts'
import { registrationFields, type RegistrationField } from '../fields.ts'
import { ContactFacts } from './contact-facts.tsx'
import { sayFinding } from './finding.ts'
import { LicenceFact } from './licence-fact.tsx'
import { emptyFields, stepOfField, type MyRegistration, type Step } from './registration.ts'
import { UnitFacts } from './unit-facts.tsx'

/** Step 4: everything to read, each part with its way back, then 提交. */
export function ConfirmStep({ registration: r, go, overtaken }: { registration: MyRegistration; go: (step: Step, field?: RegistrationField) => void; overtaken: () => void }) {
  const t = useWords()
  const lang = useLang()
  const navigate = useNavigate()
  const submit = useDeed(unitsContract.submit)
  const empty = emptyFields(r)
  const send = async () => {
    const answer = await submit.do({ id: r.id, version: r.version })
    if (answer.ok) await navigate({ to: '/registration/submitted' })
    else if (answer.refusal.code === 'overtaken') overtaken()
  }
  const change = (step: Step) => <Button type="link" onClick={() => go(step)} aria-label={t(`units.confirm.change.${step}`)}>{t('units.confirm.change')}</Button>
  return (
    <section className="sheet form">
      <div className="sheet-head"><h2>{t('units.step.title.confirm')}</h2></div>
      <p className="lead">{t('units.confirm.text')}</p>
      {submit.refusal && <Refusal refusal={submit.refusal} go={go} />}
      {empty.length > 0 && <Notice tone="warn">{t('units.confirm.incomplete', { fields: empty.map((f) => t(`units.field.${f}`)).join(lang === 'zh' ? '、' : ', ') })}</Notice>}
      {r.warnings.length > 0 && (
        <Notice tone="warn" title={t('units.confirm.warnings')}>
          <ul>{r.warnings.map((w) => <li key={w.code}>{sayFinding(t, lang, w)}</li>)}</ul>
        </Notice>
      )}
      <Part title={t('units.section.unit')} deed={change('unit')}><UnitFacts form={r.form} /></Part>
      <Part title={t('units.section.licence')} deed={change('licence')}>{r.licence && <LicenceFact registrationId={r.id} licence={r.licence} />}</Part>
      <Part title={t('units.section.contact')}>
        <ContactFacts contact={r.contact} />
        <p className="hint">{t('units.confirm.fixed')}</p>
      </Part>
      <div className="deeds stay">
        <Button type="primary" size="large" loading={submit.busy} disabled={empty.length > 0} onClick={() => void send()}>{t('units.verb.submit')}</Button>
        <Button size="large" onClick={() => go('licence')}>{t('web.previous')}</Button>
      </div>
    </section>
  )
}

const Part = ({ title, deed, children }: { title: string; deed?: ReactNode; children: ReactNode }) => (
  <section className="read-part"><div className="sheet-head"><h3>{title}</h3>{deed}</div>{children}</section>
)

/** Why it could not be submitted, each field as a way to where it is filled in. */
function Refusal({ refusal, go }: { refusal: Problem; go: (step: Step, field?: RegistrationField) => void }) {
  const t = useWords()
  const fields = registrationFields.filter((name) => refusal.fields[name])
  return (
    <Refused refusal={refusal} deeds={fields.length > 0 && <ul>{fields.map((name) => (
      <li key={name}><button type="button" className="link wraps" onClick={() => go(stepOfField(name), name)}>{t('web.pair', { label: t(`units.field.${name}`), value: refusal.fields[name]?.sentence ?? '' })}</button></li>
    ))}</ul>} />
  )
}
