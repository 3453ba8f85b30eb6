import { draftsContract as verbs } from '../../src/modules/drafts/contract.ts'
import { mostInvitationsADay } from '../../src/modules/drafts/member-server.ts'
import { draftOf, openCall } from '../draft-stage.ts'
import { filler, reviewedUnit, type Filler } from '../profile-stage.ts'
import type { TestServer } from '../server.ts'
import type { Asking } from './inputs.ts'

/** Inputs of 填报 that would do: a leader with a draft of his own for each verb, so that none fills up the other's. */
export async function askingsOfDrafts(server: TestServer): Promise<Record<string, Asking>> {
  const unit = await reviewedUnit(server, '示例坏输入学院')
  const callId = await openCall(server)
  const leader = await filler(server, unit.id)
  const invited = await filler(server, unit.id, { name: '乔松' })
  const of = (one: Filler) => ({ visitor: () => one.visitor })
  const draft = () => draftOf(server, leader, callId)
  const [saved, from, opened] = [await draft(), await draft(), await draft()]
  await leader.gets(verbs.save, { id: from, fields: [{ field: 'title', base: 0, value: '甲' }] })
  let n = 0
  const phone = () => `1648${String(++n).padStart(7, '0')}`
  let inviter = leader
  let left = mostInvitationsADay / 2
  /** Nobody is stopped by how many he invited before: the journal keeps count, so the next leader takes over. */
  const ofInviter = async () => {
    if (--left < 0) [inviter, left] = [await filler(server, unit.id), mostInvitationsADay / 2]
    return draftOf(server, inviter, callId)
  }
  const withMember = async (who = { name: '白露', phone: phone() }) => {
    const id = await ofInviter()
    const { members } = await inviter.gets(verbs.invite, { id, ...who })
    return { id, memberId: members[0]?.id ?? '' }
  }
  const byInviter = { visitor: () => inviter.visitor }
  const title = async () => (await leader.gets(verbs.open, { id: saved })).values.title?.version ?? 0
  return {
    'drafts.open': { ...of(leader), input: () => ({ id: opened }) },
    'drafts.save': { ...of(leader), input: async () => ({ id: saved, fields: [{ field: 'title', base: await title(), value: '城市内涝预警' }] }) },
    'drafts.invite': { ...byInviter, input: async () => ({ id: await ofInviter(), name: '白露', phone: phone(), task: '建模', months: 3.5 }) },
    'drafts.changeMember': { ...byInviter, input: async () => ({ ...(await withMember()), task: '建模', months: 2 }) },
    'drafts.removeMember': { ...byInviter, input: () => withMember() },
    'drafts.orderMembers': { ...byInviter, input: async () => { const { id, memberId } = await withMember(); return { id, memberIds: [memberId] } } },
    'drafts.answer': { ...of(invited), input: async () => ({ memberId: (await withMember({ name: '乔松', phone: invited.who.phone })).memberId, answer: 'confirm' }) },
    'drafts.attach': { ...of(leader), input: () => ({ id: opened, field: 'proof' }) },
    'drafts.sources': { ...of(leader), input: () => ({ id: opened }) },
    'drafts.copyFrom': { ...of(leader), input: async () => ({ id: await draft(), from }) },
  }
}
