import type { OutputOf } from '../../../kernel/contract.ts'
import { Facts } from '../../../web/ui/facts.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { Day, Time } from '../../../web/ui/time.tsx'
import { useWords } from '../../../web/words.ts'
import { recoveryContract } from '../contract.ts'
import { Reveal } from './reveal.tsx'

export type Account = OutputOf<typeof recoveryContract.lookUp>['accounts'][number]

/** An account as support may see it: masked, with when it was last used (S1-58). */
export function AccountFacts({ account: a }: { account: Account }) {
  const t = useWords()
  return (
    <>
      <Facts rows={[
        { label: t('recovery.account.userName'), value: <><span className="code">{a.userName}</span> <StateTag word={t(`recovery.account.state.${a.state}`)} tone={a.state === 'active' ? 'good' : 'bad'} /></> },
        { label: t('recovery.account.name'), value: a.name },
        { label: t('recovery.field.mail'), value: a.mail },
        { label: t('recovery.field.phone'), value: a.phone && <span className="code">{a.phone}</span> },
        { label: t('recovery.account.lastSignedIn'), value: a.lastSignedInAt ? <Time at={a.lastSignedInAt} /> : t('recovery.account.never') },
        { label: t('recovery.account.createdAt'), value: <Day at={a.createdAt} /> },
        { label: t('recovery.account.secondFactor'), value: t(a.secondFactor ? 'recovery.account.on' : 'recovery.account.off') },
        { label: t('recovery.account.posts'), value: a.posts.length === 0 ? t('recovery.account.no_post') : (
          <ul className="posts">{a.posts.map((p) => <li key={`${p.post} ${p.scope}`}>{t(`recovery.post.${p.post}`)}{p.scope && ` · ${p.scope}`} <span className="quiet"><Day at={p.since} /></span></li>)}</ul>
        ) },
      ]} />
      <Reveal verb={recoveryContract.revealAccount} id={a.accountId} />
    </>
  )
}
