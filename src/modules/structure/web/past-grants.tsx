import { Time } from '../../../web/ui/time.tsx'
import { useWords } from '../../../web/words.ts'
import type { PastGrant } from './shown.ts'

/** Who held a post before: from when to when, whether it ever came in force, why it ended. */
export function PastGrants({ grants, empty }: { grants: readonly PastGrant[]; empty: string }) {
  const t = useWords()
  if (grants.length === 0) return <p className="quiet">{empty}</p>
  return (
    <ol className="past-grants">
      {grants.map((grant) => (
        <li key={grant.id}>
          <p><b>{grant.name}</b> <span className="code quiet">{grant.document}</span></p>
          <p className="quiet"><Time at={grant.grantedAt} /> – <Time at={grant.endedAt} /> {!grant.activatedAt && t('structure.page.past.never')}</p>
          <p className="quiet">{t('structure.page.past.by', { granted: grant.grantedBy ?? t('structure.page.by.platform'), ended: grant.endedBy ?? t('structure.page.by.platform') })}</p>
          {grant.reason && <blockquote className="given">{grant.reason}</blockquote>}
        </li>
      ))}
    </ol>
  )
}
