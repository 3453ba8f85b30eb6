import { Notice } from '../../../web/ui/notice.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { Why } from '../../../web/ui/closed.tsx'
import { useWords } from '../../../web/words.ts'
import { changesDesk, inOrder, linesOf, movesNobody } from './plan-reading.ts'
import { usePlaceNames } from './place-names.ts'
import { toneOfReview, type Group, type Plan } from './shown.ts'

/** What stands in the way comes first, each with its rule and whom to ask. */
export function Blockers({ plan }: { plan: Pick<Plan, 'blocked'> }) {
  const t = useWords()
  if (plan.blocked.length === 0) return null
  return (
    <Notice tone="bad" title={t('structure.plan.blocked')}>
      {plan.blocked.map((one) => <div key={`${one.code} ${JSON.stringify(one.params)}`} className="blocker"><Why code={one.code} params={one.params} /></div>)}
    </Notice>
  )
}

/** What a change would move (N9): the posts and places, who goes where, who sees what afterwards. */
export function PlanView({ plan }: { plan: Plan }) {
  const t = useWords()
  return (
    <div className="plan">
      {/* Four noughts say less than the sentence below. */}
      {plan.people + plan.staying > 0 && <dl className="plan-counts">
        {(['people', 'pending', 'drafts', 'staying'] as const).map((of) => (
          <div key={of} className={plan[of] === 0 ? 'none' : undefined}><dt>{t(`structure.plan.count.${of}`)}</dt><dd>{plan[of]}</dd></div>
        ))}
      </dl>}
      <Steps plan={plan} />
      <Ways plan={plan} />
      <Sight plan={plan} />
    </div>
  )
}

function Steps({ plan: { units, grants } }: { plan: Plan }) {
  const t = useWords()
  return (
    <section>
      <h3>{t('structure.plan.steps')}</h3>
      <ul className="plan-steps">
        {grants.map((one) => (
          <li key={`${one.what} ${one.kind} ${one.name} ${one.secondaryUnit}`}>
            {t(`structure.plan.${one.what}.${one.kind}`, { name: one.name, place: one.secondaryUnit ?? '' })}
            {one.what === 'ended' && <span className="quiet"> {t('structure.plan.ended.sessions')}</span>}
          </li>
        ))}
        {units.map((one) => <li key={`${one.what} ${one.name}`}>{t(`structure.plan.${one.what}`, { name: one.name, to: one.newName ?? '' })}</li>)}
        {grants.length + units.length === 0 && <li>{t('structure.plan.steps.none')}</li>}
      </ul>
    </section>
  )
}

/** From where to where, in groups that unfold to names: 37 people or 120 reviews stay a few lines. */
function Ways({ plan }: { plan: Plan }) {
  const t = useWords()
  return (
    <section>
      <h3>{t('structure.plan.ways')}</h3>
      {movesNobody(plan)
        ? <p className="quiet">{t('structure.plan.ways.none')}</p>
        : <ul className="plan-ways">{inOrder(plan.groups).map((group) => <li key={JSON.stringify([group.state, group.from, group.to])}><Way plan={plan} group={group} /></li>)}</ul>}
      {plan.staying > 0 && <p className="plan-staying">{t('structure.plan.staying', { n: plan.staying })}</p>}
    </section>
  )
}

function Way({ plan, group }: { plan: Plan; group: Group }) {
  const t = useWords()
  const { placeName, deskName } = usePlaceNames()
  const lines = linesOf(plan, group)
  return (
    <details>
      <summary>
        <StateTag word={t(`structure.page.review.${group.state}`)} tone={toneOfReview(group.state)} />
        <span className="plan-way">
          <span>{placeName(group.from.place)}</span><span aria-hidden="true" className="arrow">→</span><span className="sr">{t('structure.plan.to')}</span><span>{placeName(group.to.place)}</span>
          {!changesDesk(group) && <span className="quiet">{t('structure.plan.same_desk')}</span>}
        </span>
        <b>{t('structure.plan.n', { n: group.n })}</b>
      </summary>
      <p className="quiet">{changesDesk(group) ? t('structure.plan.desk', { from: deskName(group.from), to: deskName(group.to) }) : t('structure.plan.desk.same', { desk: deskName(group.to) })}</p>
      <ul className="plan-names">
        {lines.map((line) => (
          <li key={line.personId}>
            {line.name}
            {line.hasDraft && <span className="quiet"> {t('structure.plan.draft')}</span>}
            {line.ownReview && <span className="quiet"> {t('structure.plan.own')}</span>}
          </li>
        ))}
        {lines.length < group.n && <li className="quiet">{t('structure.plan.more', { n: group.n - lines.length })}</li>}
      </ul>
    </details>
  )
}

/** Whose list becomes longer or shorter, and who gains or loses the sight of everything of a place. */
function Sight({ plan: { sight, holders } }: { plan: Plan }) {
  const t = useWords()
  const { wholeName } = usePlaceNames()
  const desks = sight.filter(({ gains, loses }) => gains + loses > 0)
  if (desks.length + holders.length === 0) return null
  return (
    <section>
      <h3>{t('structure.plan.sight')}</h3>
      <ul className="plan-sight">
        {holders.map((one) => (
          <li key={`${one.what} ${one.name} ${one.place.id}`}>
            <span className={one.what}>{t(`structure.plan.holder.${one.what}`)}</span>
            <span>{t(`structure.plan.holder.${one.what}.text`, { name: one.name, place: wholeName(one.place), n: one.people })}</span>
          </li>
        ))}
        {desks.map(({ place, holder, gains, loses }) => (
          <li key={String(place.id)}>
            <span className={gains >= loses ? 'gains' : 'loses'}>{t(gains >= loses ? 'structure.plan.holder.gains' : 'structure.plan.holder.loses')}</span>
            <span>
              {t('structure.plan.desk.of', { place: wholeName(place), holder: holder ?? t(place.id ? 'structure.page.vacant' : 'structure.plan.unit_account') })}
              {[gains > 0 && t('structure.plan.gains', { n: gains }), loses > 0 && t('structure.plan.loses', { n: loses })].filter(Boolean).join(t('structure.plan.and'))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
