import { minuteOf } from '../../../kernel/clock.ts'
import { Notice } from '../../../web/ui/notice.tsx'
import { useWords } from '../../../web/words.ts'
import type { RegistrationField } from '../fields.ts'
import { lastDecision, stepOfField, type MyRegistration, type Step } from './registration.ts'

/** Why the desk sent it back, each reason as a way to its field; the rest stays as it is (S1-55). */
export function ReturnedSummary({ registration: r, go }: { registration: MyRegistration; go: (step: Step, field?: RegistrationField) => void }) {
  const t = useWords()
  const decision = lastDecision(r)
  if (r.state !== 'returned') return null
  return (
    <Notice tone="warn" title={t('units.returned.title')}>
      {decision && <p>{t('units.returned.by', { authority: decision.by ?? '', time: minuteOf(new Date(decision.at)) })}</p>}
      <ul>
        {r.marks.map((mark) => (
          <li key={mark.field}>
            <button type="button" className="link wraps" onClick={() => go(stepOfField(mark.field), mark.field)}>{t('web.pair', { label: t(`units.field.${mark.field}`), value: mark.reason })}</button>
          </li>
        ))}
        {r.decisionNote && <li>{t('web.pair', { label: t('units.returned.note'), value: r.decisionNote })}</li>}
      </ul>
    </Notice>
  )
}
