import { Link } from '@tanstack/react-router'
import { useAsk } from '../../../web/ask.ts'
import { useSite } from '../../../web/session.ts'
import { Code } from '../../../web/ui/code-field.tsx'
import { Facts } from '../../../web/ui/facts.tsx'
import { Loaded } from '../../../web/ui/loaded.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { Day } from '../../../web/ui/time.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import { unitsContract } from '../contract.ts'

/** The rooms that follow are reached by their address; this one does not know them. */
const nextSteps = [{ step: 'keep', to: '/account' }, { step: 'fillers', to: '/people' }, { step: 'authorise', to: '/people' }] as const

/** Home of the unit account: who it is, whose it is, and what comes next (S1-07, S1-08, S1-52). */
export default function HomePage() {
  const t = useWords()
  const lang = useLang()
  const site = useSite()
  const home = useAsk(unitsContract.home, {})
  return (
    <Loaded of={home}>{(unit) => {
      const authority = (lang === 'en' && unit.authorityEn) || unit.authority
      const active = unit.status === 'active'
      return (
        <>
          <PageTitle title={unit.name} mandate={t('units.home.welcome')} state={<StateTag word={t(`units.status.${unit.status}`)} tone={active ? 'good' : 'still'} />} />
          {!active && <Notice tone="warn">{t('units.home.suspended', { authority })}</Notice>}
          <div className="columns">
            <Sheet title={t('units.home.facts')}>
              <Facts rows={[
                { label: t('units.field.creditCode'), value: <Code of={unit.creditCode} /> },
                { label: t('units.field.legalRepresentative'), value: unit.legalRepresentative },
                { label: t('units.field.authorityId'), value: authority },
                { label: t('units.field.approvedAt'), value: <Day at={unit.approvedAt} /> },
              ]} />
            </Sheet>
            <Sheet title={t('units.home.next')}>
              <ol className="next-list">
                {nextSteps.map(({ step, to }) => (
                  <li key={step}>
                    <h3>{t(`units.home.next.${step}`)}</h3>
                    <p>{t(`units.home.next.${step}.text`)} {active && <Link to={to}>{t(`units.home.next.${step}.go`)}</Link>}</p>
                  </li>
                ))}
              </ol>
              <p className="quiet support">{t('units.home.support')} {[site.supportPhone, site.supportMail].filter(Boolean).join(' · ')}</p>
            </Sheet>
          </div>
        </>
      )
    }}</Loaded>
  )
}
