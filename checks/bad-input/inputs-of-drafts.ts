import { draftsContract as verbs } from '../../src/modules/drafts/contract.ts'
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
  const { db } = server.tools
  let n = 0
  const phone = () => `1648${String(++n).padStart(7, '0')}`
  /** Nobody is stopped by how many he invited before. */
  const free = async () => void (await db.updateTable('draft_member').set({ invited_at: new Date(0) }).execute())
  const withMember = async (who = { name: '白露', phone: phone() }) => {
    await free()
    const id = await draft()
    const { members } = await leader.gets(verbs.invite, { id, ...who })
    return { id, memberId: members[0]?.id ?? '' }
  }
  const title = async () => (await leader.gets(verbs.open, { id: saved })).values.title?.version ?? 0
  return {
    'drafts.open': { ...of(leader), input: () => ({ id: opened }) },
    'drafts.save': { ...of(leader), input: async () => ({ id: saved, fields: [{ field: 'title', base: await title(), value: '城市内涝预警' }] }) },
    'drafts.invite': { ...of(leader), input: async () => { await free(); return { id: await draft(), name: '白露', phone: phone(), task: '建模', months: 3.5 } } },
    'drafts.changeMember': { ...of(leader), input: async () => ({ ...(await withMember()), task: '建模', months: 2 }) },
    'drafts.removeMember': { ...of(leader), input: () => withMember() },
    'drafts.orderMembers': { ...of(leader), input: async () => { const { id, memberId } = await withMember(); return { id, memberIds: [memberId] } } },
    'drafts.answer': { ...of(invited), input: async () => ({ memberId: (await withMember({ name: '乔松', phone: invited.who.phone })).memberId, answer: 'confirm' }) },
    'drafts.attach': { ...of(leader), input: () => ({ id: opened, field: 'proof' }) },
    'drafts.sources': { ...of(leader), input: () => ({ id: opened }) },
    'drafts.copyFrom': { ...of(leader), input: async () => ({ id: await draft(), from }) },
  }
}
