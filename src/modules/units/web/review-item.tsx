import { useEffect, useState } from 'react'
import type { OutputOf } from '../../../kernel/contract.ts'
import type { Answer } from '../../../web/client.ts'
import { Notice } from '../../../web/ui/notice.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import type { unitsContract } from '../contract.ts'
import { sayFinding } from './finding.ts'
import { RegistrationHistory } from './history.tsx'
import { LicencePreview } from './licence-preview.tsx'
import { ReturnForm } from './return-form.tsx'
import { ReviewBar } from './review-bar.tsx'
import { ReviewFacts } from './review-facts.tsx'

export type Review = OutputOf<typeof unitsContract.review>

/** Sends one deed of the desk and shows how it ended; null where the page shows it itself. */
export type Decide = <T>(answer: Promise<Answer<T>>, done: string) => Promise<Answer<T> | null>

export function ReviewItem({ review: r, again }: { review: Review; again: () => void }) {
  const t = useWords()
  const lang = useLang()
  const [done, setDone] = useState<string | null>(null)
  const [overtaken, setOvertaken] = useState(false)
  const [returning, setReturning] = useState(false)
  const decide: Decide = async (pending, said) => {
    setOvertaken(false)
    const answer = await pending
    if (answer.ok) {
      setDone(said)
      setReturning(false)
    } else if (answer.refusal.code === 'overtaken') {
      setOvertaken(true)
      setReturning(false)
      again()
      return null
    }
    return answer
  }
  // How it ended stands on top, wherever one pressed.
  useEffect(() => {
    if (done !== null || overtaken) scrollTo({ top: 0 })
  }, [done, overtaken])
  const stops = r.findings.filter((f) => f.weight === 'stop')
  const loose = r.findings.filter((f) => f.weight === 'look' && f.field === null)
  return (
    <>
      {done && <Notice tone="good" live>{done}</Notice>}
      {overtaken && <Notice tone="warn" live title={t('units.review.overtaken', { state: t(`units.state.${r.state}`) })}>{t('units.review.overtaken.text')}</Notice>}
      {!done && stops.length > 0 && <Notice tone="bad" title={t('units.review.findings.stop')}><ul>{stops.map((f) => <li key={f.code}>{sayFinding(t, lang, f)}</li>)}</ul></Notice>}
      {!done && loose.length > 0 && <Notice tone="warn" title={t('units.review.findings')}><ul>{loose.map((f) => <li key={f.code}>{sayFinding(t, lang, f)}</li>)}</ul></Notice>}
      <div className="review">
        {returning ? <ReturnForm review={r} decide={decide} leave={() => setReturning(false)} /> : <ReviewFacts review={r} />}
        <section className="sheet evidence">
          <h2 className="sr">{t('units.review.evidence')}</h2>
          {r.licence ? <LicencePreview registrationId={r.id} licence={r.licence} /> : <p className="quiet">{t('units.review.no_licence')}</p>}
        </section>
        <div className="sheet history"><RegistrationHistory entries={r.timeline} /></div>
      </div>
      {!returning && <ReviewBar review={r} decided={done !== null} decide={decide} beginReturn={() => setReturning(true)} />}
    </>
  )
}
