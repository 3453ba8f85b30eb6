import type { Actor } from '../../kernel/actor.ts'
import { addDays } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import { isRefusal, refuse, refuseField, unseen, type Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Tools } from '../../platform/tools.ts'
import type { Call, Handlers } from '../../platform/serve/call.ts'
import type { draftsContract } from './contract.ts'
import { happen } from './draft-journal.ts'
import { ownDraft, type Draft } from './draft-store.ts'
import { formOfCall, membersFieldOf } from './form-of-call.ts'
import { accountWithPhone } from './invited-store.ts'
import * as store from './member-store.ts'
import { tellInvited, tellRemoved } from './notices.ts'
import { showMembers } from './open-server.ts'
import { writing } from './stands.ts'

type Verbs = Handlers<typeof draftsContract>

/** Whoever is invited gets a message: nobody sends more of them. */
export const mostInvitationsADay = 60

/** The field of the form in which members stand. */
const ofMembers = (tools: Tools) => async (tx: Tx, draft: Draft): Promise<string | Refusal> =>
  membersFieldOf(await formOfCall(tx, tools, draft))?.id ?? refuse('drafts.member.not_asked', { status: 409 })

/** A deed on members, and then the list: the deed itself answers without anybody's name, since its answer is kept with its key. */
async function listed(call: Listing, pick: Parameters<typeof writing>[1], work: (tx: Tx, draft: Draft, now: Date) => Promise<number | Refusal>) {
  const { tools } = call
  const version = await writing(call, pick, work)
  if (isRefusal(version)) return version
  const draft = await ownDraft(tools.db, call.input.id, call.actor.accountId)
  return draft ? { members: await showMembers(tools.db, tools, draft, (await formOfCall(tools.db, tools, draft)).document), version } : unseen()
}
type Listing = Call<{ id: string }, Actor>

const memberOf = async (tx: Tx, draft: Draft, id: string) => (await store.membersOf(tx, draft.id)).find((one) => one.id === id)

/** E59, N22: the same answer whoever has that number, and whether anybody has. */
export const invite: Verbs['invite'] = (call) =>
  listed(call, ofMembers(call.tools), async (tx, draft, now) => {
    const { tools, input } = call
    const form = await formOfCall(tx, tools, draft)
    const members = await store.membersOf(tx, draft.id)
    const phone = store.phoneColumns(tools.keyring, input.phone)
    if ((await store.accountNumber(tx, draft.accountId)) === phone.phone_blind) return refuseField('phone', 'drafts.member.yourself')
    const on = members.filter(({ state }) => state !== 'declined')
    if (on.some(({ phone_blind }) => phone_blind === phone.phone_blind)) return refuseField('phone', 'drafts.member.again')
    const most = membersFieldOf(form)?.most ?? 0
    if (on.length >= most) return refuse('drafts.member.most', { params: { most } })
    if ((await store.invitedSince(tx, draft.accountId, addDays(now, -1))) >= mostInvitationsADay) return refuse('drafts.member.too_many', { status: 429, params: { most: mostInvitationsADay } })
    const id = newId(now.getTime())
    await store.insertMember(tx, {
      id, draft_id: draft.id, name: input.name, ...phone, task: input.task, months: input.months, state: 'invited', person_id: null, account_id: null,
      unit_name: '', title: '', invited_at: now, answered_at: null, sort: Math.max(0, ...members.map(({ sort }) => sort)) + 1,
    })
    const version = await happen(tx, tools, call, draft.id, { event: 'member_invited', memberId: id, name: input.name, phone: input.phone, task: input.task, months: input.months })
    await tellInvited(tx, tools, {
      draftId: draft.id, version, phone: input.phone, accountId: await accountWithPhone(tx, phone.phone_blind, input.name), leader: draft.leaderName, call: form.document.title,
      lang: call.request.lang,
    })
    return version
  })

export const changeMember: Verbs['changeMember'] = (call) =>
  listed(call, ofMembers(call.tools), async (tx, draft) => {
    const { tools, input } = call
    const member = await memberOf(tx, draft, input.memberId)
    if (!member) return unseen()
    const { task, months } = input
    await store.changeMember(tx, member.id, { task, months })
    return happen(tx, tools, call, draft.id, { event: 'member_changed', memberId: member.id, task, months })
  })

export const removeMember: Verbs['removeMember'] = (call) =>
  listed(call, ofMembers(call.tools), async (tx, draft) => {
    const { tools, input } = call
    const member = await memberOf(tx, draft, input.memberId)
    if (!member) return unseen()
    await store.changeMember(tx, member.id, { state: 'withdrawn' })
    const version = await happen(tx, tools, call, draft.id, { event: 'member_removed', memberId: member.id })
    const { document } = await formOfCall(tx, tools, draft)
    if (member.state === 'confirmed' && member.account_id) await tellRemoved(tx, tools, { draftId: draft.id, version, accountId: member.account_id, leader: draft.leaderName, call: document.title })
    return version
  })

export const orderMembers: Verbs['orderMembers'] = (call) =>
  listed(call, ofMembers(call.tools), async (tx, draft) => {
    await store.orderMembers(tx, draft.id, call.input.memberIds)
    return happen(tx, call.tools, call, draft.id, { event: 'members_ordered', memberIds: call.input.memberIds })
  })
