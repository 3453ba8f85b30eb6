import { elapsed } from '../../../web/elapsed.ts'
import { Facts } from '../../../web/ui/facts.tsx'
import { Day, Time } from '../../../web/ui/time.tsx'
import { useWords } from '../../../web/words.ts'
import type { Review } from './shown.ts'

/** Who has it, since when (N25). */
export function ReviewFacts({ review: r }: { review: Review }) {
  const t = useWords()
  return (
    <Facts rows={[
      { label: t('profiles.review.desk.who'), value: r.desk === 'unit' ? t('profiles.review.desk.unit', { name: r.unit.name }) : (r.secondaryUnit?.name ?? '') },
      ...(r.desk === 'secondary_unit' ? [{
        label: t('profiles.review.desk.manager'),
        value: r.manager ? <>{r.manager.name} <span className="quiet">{t('profiles.review.desk.since')} <Day at={r.manager.since} /></span></> : t('profiles.mark.vacant'),
      }] : []),
      { label: t('profiles.review.submittedAt'), value: <Time at={r.submittedAt} /> },
      r.decidedAt && r.state !== 'pending'
        ? { label: t('profiles.review.decidedAt'), value: <Time at={r.decidedAt} /> }
        : { label: t('profiles.review.waited'), value: elapsed(t, r.submittedAt) },
      ...(r.approved ? [{ label: t('profiles.review.in_force'), value: <Time at={r.approved.approvedAt} /> }] : []),
    ]} />
  )
}
