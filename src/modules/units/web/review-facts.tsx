import type { ReactNode } from 'react'
import { ask, type Answer } from '../../../web/client.ts'
import { Facts } from '../../../web/ui/facts.tsx'
import { Masked } from '../../../web/ui/masked.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { Sheet } from '../../../web/ui/page-title.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import { unitsContract } from '../contract.ts'
import type { RegistrationField } from '../fields.ts'
import { ContactFacts } from './contact-facts.tsx'
import { sayFinding } from './finding.ts'
import type { Review } from './review-item.tsx'
import { UnitFacts } from './unit-facts.tsx'

/** What is to be decided: the facts, each with what is odd about it; the contact masked until asked for (S1-N4). */
export function ReviewFacts({ review: r }: { review: Review }) {
  const t = useWords()
  const lang = useLang()
  // What is odd about the phone is no field of the form: the contact's phone was proven with the account.
  const remark = (field: RegistrationField | 'contactPhone'): ReactNode => {
    const found = r.findings.filter((f) => f.field === field)
    const mark = r.marks.find((m) => m.field === field)
    const changed = r.changed.includes(field)
    if (found.length === 0 && !mark && !changed) return undefined
    return (
      <>
        {changed && <StateTag word={t('units.review.changed')} />}
        {found.map((f) => <p key={f.code + JSON.stringify(f.params)} className={`finding ${f.weight}`}>{sayFinding(t, lang, f)}</p>)}
        {mark && <p>{t('units.returned.mark', { reason: mark.reason })}</p>}
      </>
    )
  }
  const whole = async (part: 'mail' | 'phone'): Promise<Answer<string>> => {
    const answer = await ask(unitsContract.revealContact, { id: r.id })
    return answer.ok ? { ok: true, value: answer.value[part] } : answer
  }
  const masked = (part: 'mail' | 'phone') => <Masked value={r.contact[part]} label={t(`units.field.${part}`)} reveal={r.contact.masked ? () => whole(part) : undefined} />
  return (
    <Sheet title={t('units.review.form')}>
      {r.decisionNote && <Notice tone="still" title={t(r.state === 'refused' ? 'units.refused.reason' : 'units.returned.note')}><span className="given">{r.decisionNote}</span></Notice>}
      <UnitFacts form={r.form} authority={(lang === 'en' && r.desk.nameEn) || r.desk.name} on={r.submittedAt?.slice(0, 10)} remark={remark} />
      <hr className="rule" />
      <ContactFacts contact={{ name: r.contact.name, mail: masked('mail'), phone: masked('phone') }} remark={remark('contactName')} phoneRemark={remark('contactPhone')} />
      <hr className="rule" />
      <Facts rows={[
        { label: t('units.field.userName'), value: r.userName },
        { label: t('units.review.desk'), value: (lang === 'en' && r.desk.nameEn) || r.desk.name },
      ]} />
      {remark('licence') && <div className="remark">{remark('licence')}</div>}
    </Sheet>
  )
}
