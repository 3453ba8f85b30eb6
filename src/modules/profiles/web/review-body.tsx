import { Facts } from '../../../web/ui/facts.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { Time } from '../../../web/ui/time.tsx'
import { useWords } from '../../../web/words.ts'
import { plainFields, reviewedFields } from '../fields.ts'
import { Changes, Unchanged } from './changes.tsx'
import { Corrected } from './corrected.tsx'
import { RefusalReason } from './history.tsx'
import { usePlainInWords, useReviewedInWords } from './in-words.ts'
import { remarksOf } from './remarks.ts'
import { RevealButton, type Seen } from './reveal.tsx'
import type { Review } from './shown.ts'

/** What is to be decided, in front only what changed (N4); everything else is folded. */
export function ReviewBody({ review: r, seen, show, hide }: { review: Review; seen: Seen; show: (numbers: Seen) => void; hide: () => void }) {
  const t = useWords()
  const inWords = useReviewedInWords()
  const { decision, corrected } = r
  const reasons = decision?.outcome === 'refused' ? remarksOf(decision.reasonCodes) : {}
  const remarks = Object.fromEntries([
    ...Object.entries(reasons).map(([field, code]) => [field, t(`profiles.reason.${code}`)]),
    ...(corrected ? corrected.fields.map((field) => [field, t('profiles.corrected.was', { value: inWords(field, corrected.before) })]) : []),
  ])
  // Nothing in force to compare with: what is there is all that can be shown.
  const changed = r.changed.length > 0 ? r.changed : reviewedFields
  const isFirst = !r.approved && changed.length === reviewedFields.length
  const isSeen = Object.keys(seen).length > 0
  return (
    <div className="review-body">
      {decision && decision.outcome !== 'withdrawn' && r.state !== 'pending' && (
        <Notice tone={decision.outcome === 'approved' ? 'good' : 'bad'} title={<>{t(`profiles.decided.${decision.outcome}`)} <span className="quiet">{decision.by} <Time at={decision.at} /></span></>}>
          {decision.outcome === 'refused' && <RefusalReason codes={decision.reasonCodes} reason={decision.reason} />}
          {decision.actedFor && <p className="quiet">{t(`profiles.acted_for.${decision.actedFor}`)}</p>}
        </Notice>
      )}
      {corrected && <Corrected corrected={corrected} />}
      {r.state === 'pending' && r.documentTaken && <Notice tone="bad">{t('profiles.document.taken')}</Notice>}
      {r.state === 'pending' && r.isVacant && <Notice tone="warn">{t('profiles.review.vacant', { name: r.secondaryUnit?.name ?? '' })}</Notice>}
      {r.state === 'pending' && r.isSilent && !r.isVacant && <Notice tone="warn">{t('profiles.review.silent', { name: r.secondaryUnit?.name ?? '' })}</Notice>}
      <h3>{isFirst
        ? r.state === 'pending' ? <>{t('profiles.review.first')} <StateTag word={t('profiles.review.first.tag')} /></> : t('profiles.review.submitted')
        : t('profiles.review.changes', { n: changed.length })}</h3>
      <Changes approved={r.approved} submitted={r.submitted} changed={changed} remarks={remarks} />
      <p className="hint spaced">{t(`profiles.vouched.${r.documentVouchedBy}`)}</p>
      <Unchanged submitted={r.submitted} changed={changed} all={reviewedFields} />
      <Rest review={r} />
      <p><RevealButton id={r.id} name={r.name} isSeen={isSeen} seen={show} hide={hide} /> <span className="quiet small">{t('web.masked.logged')}</span></p>
      {isSeen && <Facts rows={[
        { label: t('profiles.field.document'), value: seen.document && <span className="code">{seen.document}</span> },
        ...(seen.birthDate ? [{ label: t('profiles.field.birthDate'), value: seen.birthDate }] : []),
        { label: t('profiles.reviews.phone'), value: seen.phone && <span className="code">{seen.phone}</span> },
        ...(seen.officePhone ? [{ label: t('profiles.field.officePhone'), value: <span className="code">{seen.officePhone}</span> }] : []),
        ...(seen.mail ? [{ label: t('profiles.field.mail'), value: seen.mail }] : []),
      ]} />}
    </div>
  )
}

/** In force without review: folded, since nothing of it is to be decided. */
function Rest({ review: r }: { review: Review }) {
  const t = useWords()
  const plain = usePlainInWords()
  return (
    <details className="folded">
      <summary>{t('profiles.review.rest')}</summary>
      <Facts rows={[
        { label: t('profiles.review.userName'), value: <span className="code">{r.userName}</span> },
        ...plainFields.map((field) => ({ label: t(`profiles.field.${field}`), value: plain(field, r.plain) })),
        { label: t('profiles.reviews.phone'), value: r.phone && <span className="code">{r.phone}</span> },
        { label: t('profiles.field.mail'), value: r.mail },
      ]} />
    </details>
  )
}
