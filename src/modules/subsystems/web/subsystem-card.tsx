import { Button } from 'antd'
import { minuteOf } from '../../../kernel/clock.ts'
import { elapsed } from '../../../web/elapsed.ts'
import { ownProblem } from '../../../web/problem.ts'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { WhoCanHelp } from '../../../web/ui/who-can-help.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import type { HomeDoing } from './home-dialogs.tsx'
import { isCommon, stateOf, type MySubsystem } from './mine.ts'
import { aboutIn, nameIn } from './named.ts'

/** One subsystem as it stands for this person: the way in, or why not, who can change it, and what was asked. */
export function SubsystemCard({ one, unit, start }: { one: MySubsystem; unit: string | null; start: (doing: HomeDoing) => void }) {
  const t = useWords()
  const lang = useLang()
  const name = nameIn(lang, one)
  const { key, tone } = stateOf(one)
  return (
    <li className="subsystem">
      <div className="card-head"><h3>{name}</h3><StateTag word={t(`subsystems.home.state.${key}`)} tone={tone} /></div>
      {aboutIn(lang, one) && <p className="quiet">{aboutIn(lang, one)}</p>}
      {one.refusal && !isCommon(one) && <WhyNot one={one} unit={unit} />}
      {one.request && (
        <p>
          {t('subsystems.home.request.since', { time: minuteOf(new Date(one.request.askedAt)), elapsed: elapsed(t, one.request.askedAt) })}
          {one.request.note && <span className="quiet block">{t('subsystems.home.request.note', { note: one.request.note })}</span>}
        </p>
      )}
      {one.declined && !one.request && <p>{t('subsystems.home.declined', { time: minuteOf(new Date(one.declined.at)), answer: one.declined.answer })}</p>}
      {one.can.length > 0 && (
        <p className="deeds">
          {one.can.includes('enter') && <Button type="primary" href={one.entryUrl} aria-label={t('subsystems.home.enter.of', { name })}>{t('subsystems.home.enter')}</Button>}
          {one.can.includes('ask') && <Button aria-label={t('subsystems.home.ask.of', { name })} onClick={() => start({ deed: 'ask', id: one.id, name })}>{t('subsystems.home.ask')}</Button>}
          {one.can.includes('withdraw') && <Button aria-label={t('subsystems.home.withdraw.of', { name })} onClick={() => start({ deed: 'withdraw', id: one.id, name })}>{t('subsystems.home.withdraw')}</Button>}
        </p>
      )}
    </li>
  )
}

function WhyNot({ one, unit }: { one: MySubsystem; unit: string | null }) {
  const t = useWords()
  const { refusal, helper } = one
  if (!refusal) return null
  // What the unit decides is asked by 申请开通; the platform is asked through the help room, which says who it is.
  const who = helper === 'unit' ? (unit ? t('subsystems.home.helper.unit', { unit }) : t('subsystems.home.helper.unit.any'))
    : helper !== 'platform' && helper && t(`subsystems.home.helper.${helper}`)
  return (
    <>
      <dl className="why">
        <div><dt>{t('subsystems.home.why')}</dt><dd>{t(refusal)}</dd></div>
        {who && <div><dt>{t('subsystems.home.who')}</dt><dd>{who}</dd></div>}
      </dl>
      {helper === 'platform' && <WhoCanHelp refusal={{ ...ownProblem(refusal, t(refusal), 403), helper }} />}
    </>
  )
}
