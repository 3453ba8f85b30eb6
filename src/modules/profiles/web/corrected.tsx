import { Notice } from '../../../web/ui/notice.tsx'
import { Time } from '../../../web/ui/time.tsx'
import { useWords } from '../../../web/words.ts'
import { RefusalReason } from './history.tsx'
import type { Review } from './shown.ts'

/** N4: what was corrected since the last refusal, beside what it said. */
export function Corrected({ corrected: { decision, fields } }: { corrected: NonNullable<Review['corrected']> }) {
  const t = useWords()
  const names = fields.map((field) => t(`profiles.field.${field}`)).join(t('profiles.list.and'))
  return (
    <Notice tone={fields.length > 0 ? 'plain' : 'warn'} title={names ? t('profiles.corrected', { fields: names }) : t('profiles.corrected.nothing')}>
      <p className="quiet">{t('profiles.corrected.refused')} {decision.by} <Time at={decision.at} /></p>
      <RefusalReason codes={decision.reasonCodes} reason={decision.reason} />
    </Notice>
  )
}
