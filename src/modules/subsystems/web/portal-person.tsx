import { holds } from '../../../kernel/actor.ts'
import { useAsk } from '../../../web/ask.ts'
import { useActor } from '../../../web/session.ts'
import { peopleContract } from '../../people/contract.ts'
import { WaitingForUnit } from '../../people/web/parts.ts'

/** On the portal page of a person: the unit, and first of all why he cannot work yet, or any more (S1-30, D10). */
export default function PortalPerson() {
  const isPerson = holds(useActor(), 'person')
  const me = useAsk(peopleContract.me, {}, { when: isPerson, fresh: true }).value
  if (!me) return null
  return (
    <div className="portal-person">
      {me.unit && <p className="lead">{me.unit.name}</p>}
      {(me.state !== 'enabled' || me.unit?.status !== 'active') && <WaitingForUnit me={me} />}
    </div>
  )
}
