import { holds } from '../../../kernel/actor.ts'
import { useActor } from '../../../web/session.ts'
import { Code } from '../../../web/ui/code-field.tsx'
import { Facts } from '../../../web/ui/facts.tsx'
import { Check, Cross } from '../../../web/ui/marks.tsx'
import { Sheet } from '../../../web/ui/page-title.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { Time } from '../../../web/ui/time.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import { recoveryContract } from '../contract.ts'
import { caseNumberGroups } from '../number.ts'
import { comparisons } from '../recovery-case.ts'
import type { Case } from './case-item.tsx'
import { Reveal } from './reveal.tsx'

/** The facts of the unit to be held against the licence, and who claims it. */
export function CaseFacts({ c }: { c: Case }) {
  const t = useWords()
  const lang = useLang()
  const isSupport = holds(useActor(), 'support_officer')
  const taken = (name: string) => (c.taken.includes(name) ? <p className="finding stop">{t('recovery.case.taken')}</p> : undefined)
  return (
    <>
      <Sheet title={t('recovery.case.unit')}>
        <Facts rows={[
          { label: t('recovery.field.unitName'), value: c.unit.name },
          { label: t('recovery.field.creditCode'), value: <Code of={c.unit.creditCode} /> },
          { label: t('recovery.field.representative'), value: c.unit.legalRepresentative },
          { label: t('recovery.field.address'), value: c.unit.registeredAddress },
          { label: t('recovery.field.authority'), value: (lang === 'en' && c.unit.authorityEn) || c.unit.authority },
          { label: t('recovery.field.unitStatus'), value: <StateTag word={t(`units.status.${c.unit.status}`)} tone={c.unit.status === 'active' ? 'good' : 'bad'} /> },
        ]} />
      </Sheet>
      {c.verification && (
        <Sheet title={t('recovery.case.verification')}>
          <ul className="compared">
            {comparisons.map((one) => {
              const is = c.verification?.checks.includes(one) ?? false
              return <li key={one} className={is ? 'good' : 'quiet'}>{is ? <Check /> : <Cross />} {t(`recovery.check.${one}`)}<span className="sr"> {t(is ? 'recovery.check.yes' : 'recovery.check.no')}</span></li>
            })}
          </ul>
          <Facts rows={[
            { label: t('recovery.field.verifiedBy'), value: <>{c.verification.by} · <Time at={c.verification.at} /></> },
            ...(c.verification.note ? [{ label: t('recovery.field.note'), value: <span className="given">{c.verification.note}</span> }] : []),
          ]} />
        </Sheet>
      )}
      <Sheet title={t('recovery.case.claimant')}>
        <Facts rows={[
          { label: t('recovery.field.number'), value: <Code of={c.number} groups={caseNumberGroups} /> },
          { label: t('recovery.field.openedAt'), value: <Time at={c.openedAt} /> },
          { label: t('recovery.field.cause'), value: t(`recovery.cause.${c.cause}`) },
          ...(c.claimant ? [
            ...(c.claimant.explanation ? [{ label: t('recovery.field.explanation'), value: <span className="given">{c.claimant.explanation}</span> }] : []),
            { label: t('recovery.field.name'), value: c.claimant.name },
            { label: t('recovery.field.mail'), value: c.claimant.mail, remark: taken('mail') },
            { label: t('recovery.field.phone'), value: <span className="code">{c.claimant.phone}</span>, remark: taken('phone') },
            { label: t('recovery.field.userName'), value: c.claimant.userName, remark: taken('userName') },
            ...(c.course ? [{ label: t('recovery.case.course'), value: t(`recovery.case.course.${c.course}`, { ...c.account }) }] : []),
          ] : []),
        ]} />
        {isSupport && c.claimant && <Reveal verb={recoveryContract.revealClaimant} id={c.id} />}
      </Sheet>
    </>
  )
}
