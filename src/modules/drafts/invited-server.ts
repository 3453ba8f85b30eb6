import { isRefusal, refuse, unseen } from '../../kernel/refusal.ts'
import { deed } from '../../platform/deed.ts'
import type { Handlers } from '../../platform/serve/call.ts'
import { windowsOfMany } from '../calls/index.ts'
import { answered } from './answer.ts'
import type { draftsContract } from './contract.ts'
import { happen } from './draft-journal.ts'
import { factsOf } from './facts.ts'
import { countedOf } from './full.ts'
import { handInUntil } from './hand-in.ts'
import { invitationForUpdate, invitationsTo, selfOf, type Self } from './invited-store.ts'
import { changeMember, membersOf } from './member-store.ts'
import { tellLeader } from './notices.ts'

type Verbs = Handlers<typeof draftsContract>

/** E59: nobody else finds them; an account without person has none. */
export const myInvitations: Verbs['myInvitations'] = async ({ tools, actor }) => {
  const now = tools.clock.now()
  const self = await selfOf(tools.db, actor.accountId)
  const found = self ? await invitationsTo(tools.db, self) : []
  const counted = self ? await countedOf(tools.db, self.personId) : []
  const windows = await windowsOfMany(tools.db, [...new Set(found.map(({ callId }) => callId))])
  return {
    now: now.toISOString(),
    invitations: found.map((one) => ({ one, until: handInUntil(one, windows.get(one.callId) ?? [], now) })).map(({ one, until }) => ({
      id: one.id, draftId: one.draftId, callTitle: one.call, title: one.title, leader: one.leader, unit: one.unit, task: one.task,
      months: one.months === null ? null : Number(one.months), state: one.state, invitedAt: one.invitedAt.toISOString(), answeredAt: one.answeredAt?.toISOString() ?? null,
      until: until?.toISOString() ?? null, isOpen: one.lock !== 'locked' && (until !== null || one.state === 'confirmed'),
      limits: one.limits.filter(({ role }) => role === 'member').map(({ family, sentence, most }) => ({
        sentence, most, taken: counted.filter((project) => project.role === 'member' && project.family === family && project.id !== one.draftId).length,
      })),
    })),
    counted: counted.map(({ call, ...project }) => ({ ...project, callTitle: call })),
  }
}

export const answer: Verbs['answer'] = (call) =>
  deed(call, async (tx) => {
    const { tools, input, actor } = call
    const self = await selfOf(tx, actor.accountId)
    const one = self && (await invitationForUpdate(tx, self, input.memberId))
    if (!self || !one) return unseen()
    const state = answered(one, input.answer)
    if (isRefusal(state)) return state
    const others = await membersOf(tx, one.draftId)
    if (state === 'confirmed' && others.some((other) => other.id !== one.id && other.state === 'confirmed' && other.person_id === self.personId)) return refuse('drafts.member.again', { status: 409 })
    const now = tools.clock.now()
    // As of now (E03): what becomes of him later does not change what he confirmed.
    const shown = state === 'confirmed' ? await factsNow(tx, tools, self) : null
    await changeMember(tx, one.id, {
      state, person_id: self.personId, account_id: self.accountId, answered_at: now, ...(shown && { name: shown.name, unit_name: shown.unit, title: shown.title }),
    })
    const left = input.answer === 'leave'
    const version = await happen(tx, tools, call, one.draftId, shown ? { event: 'member_confirmed', memberId: one.id, personId: self.personId, ...shown } : { event: left ? 'member_left' : 'member_declined', memberId: one.id, personId: self.personId })
    await tellLeader(tx, tools, {
      draftId: one.draftId, version, accountId: one.leaderAccountId, what: left ? 'left' : state, params: { member: self.name }, call: one.call,
    })
    return { state }
  })

async function factsNow(tx: Parameters<typeof factsOf>[0], tools: Parameters<typeof factsOf>[1], self: Self) {
  const facts = await factsOf(tx, tools, self.personId, await unitOf(tx, self.personId))
  return { name: self.name, unit: facts['unit.name'] ?? '', title: facts['leader.title'] ?? '' }
}

const unitOf = async (tx: Parameters<typeof factsOf>[0], personId: string): Promise<string | null> =>
  (await tx.selectFrom('person').select('unit_id').where('id', '=', personId).executeTakeFirst())?.unit_id ?? null
