import { newId } from '../../kernel/ids.ts'
import type { Tx } from '../../platform/db/database.ts'
import { recordAll, type Author, type Event } from '../../platform/journal.ts'
import type { Tools } from '../../platform/tools.ts'
import { endGrants, endGrantsOfUnit, openGrants, type Grant } from './grant-store.ts'
import { closeRequests, closeRequestsOf, closeRequestsOfUnit, type Request, type RequestState } from './request-store.ts'
import { endAllVisitsOf, endVisitsOf, endVisitsOfUnit } from './visit-store.ts'

export const grantRoom = 'subsystems.grant'
export const requestRoom = 'subsystems.request'

/** A grant has two events: that it was given, and that it ended. */
export const grantedSeq = 1
export const endedSeq = 2

const eventOf = (seq: number, event: string, more: Record<string, unknown> = {}) => ({ id, personId, subsystemId }: Grant): Event =>
  ({ room: grantRoom, subject: id, seq, event, body: { personId, subsystemId, ...more } })

const closedEvent = (state: RequestState) => ({ id, version, personId, subsystemId }: Request): Event =>
  ({ room: requestRoom, subject: id, seq: version, event: state, body: { personId, subsystemId } })

/** Opens subsystems to people of one unit; what they had asked for is answered with it. Rows and journal together (law 4). */
export async function give(
  tx: Tx, tools: Tools, by: Author & { actor: { accountId: string } }, unitId: string, pairs: readonly { personId: string; subsystemId: string }[],
): Promise<Grant[]> {
  const at = tools.clock.now()
  const grants = await openGrants(tx, pairs.map((pair) => ({ id: newId(at.getTime()), ...pair })), { unitId, by: by.actor.accountId, at })
  const answered = await closeRequests(tx, pairs, 'granted', at)
  await recordAll(tx, tools.keyring, by, [...grants.map(eventOf(grantedSeq, 'granted', { unitId })), ...answered.map(closedEvent('granted'))])
  return grants
}

/** Takes subsystems away from one person: out at the next request, and each subsystem that can be told is told. */
export async function take(tx: Tx, tools: Tools, by: Author & { actor: { accountId: string } }, personId: string, subsystemIds: readonly string[]): Promise<Grant[]> {
  if (subsystemIds.length === 0) return []
  const at = tools.clock.now()
  const ended = await endGrants(tx, personId, subsystemIds, { by: by.actor.accountId, at })
  await endVisitsOf(tx, personId, subsystemIds, at)
  await recordAll(tx, tools.keyring, by, ended.map(eventOf(endedSeq, 'ended')))
  return ended
}

/** E09: who leaves a unit loses what it opened, and what was asked of it is void. Nobody ended it: it ended of itself. */
export async function takeAllWithUnit(tx: Tx, tools: Tools, by: Author, personId: string): Promise<void> {
  const at = tools.clock.now()
  const ended = await endGrants(tx, personId, null, { by: null, at })
  const gone = await closeRequestsOf(tx, personId, at)
  await endAllVisitsOf(tx, personId, at)
  await recordAll(tx, tools.keyring, by, [...ended.map(eventOf(endedSeq, 'ended', { why: 'left' })), ...gone.map(closedEvent('gone'))])
}

/** E04: the same for all people of a unit that is dissolved, in a few statements. */
export async function takeAllOfUnit(tx: Tx, tools: Tools, by: Author, unitId: string): Promise<void> {
  const at = tools.clock.now()
  const ended = await endGrantsOfUnit(tx, unitId, at)
  const gone = await closeRequestsOfUnit(tx, unitId, at)
  await endVisitsOfUnit(tx, unitId, at)
  await recordAll(tx, tools.keyring, by, [...ended.map(eventOf(endedSeq, 'ended', { why: 'left' })), ...gone.map(closedEvent('gone'))])
}

/** One request is closed without a grant. Gives its next version, or null where somebody was faster. */
export async function closeRequest(
  tx: Tx, tools: Tools, by: Author, request: { personId: string; subsystemId: string }, to: 'declined' | 'withdrawn', answer = '',
): Promise<Request | null> {
  const [closed] = await closeRequests(tx, [request], to, tools.clock.now(), answer)
  if (!closed) return null
  await recordAll(tx, tools.keyring, by, [closedEvent(to)(closed)])
  return closed
}
