import { isUnitPost, type Actor } from '../../kernel/actor.ts'
import { opennessOf } from '../../kernel/why.ts'
import type { AskableDeed } from '../../platform/room.ts'
import type { Call, Handlers } from '../../platform/serve/call.ts'
import { openCalls } from '../calls/index.ts'
import { profileGate } from '../profiles/index.ts'
import { accessOf, isOpen } from '../subsystems/index.ts'
import type { projectsContract } from './contract.ts'
import { accessRefusals } from '../subsystems/access.ts'
import { gateRefusals, projectVerbs, whyNot, type GateFacts } from './gate.ts'

/** The code by which the platform's administrators register 项目管理 as a subsystem (D25). */
export const subsystemCode = 'projects'

/** D25: a unit opens the subsystem to its people; for itself it has it where there is one. */
export async function accessFor({ tools, actor }: Pick<Call<unknown, Actor>, 'tools' | 'actor'>): Promise<GateFacts['access']> {
  if (tools.config.profile !== 'tianjin') return null
  if (!(await isOpen(tools.db, subsystemCode))) return 'unknown'
  return isUnitPost(actor.mandate?.post) ? null : ((await accessOf(tools.db, actor.accountId, subsystemCode)) ?? 'unknown')
}

async function factsFor(call: Pick<Call<unknown, Actor>, 'tools' | 'actor'>): Promise<GateFacts> {
  const { tools, actor } = call
  const profile = actor.mandate?.post === 'unit_account' ? null : await profileGate(tools.db, actor.accountId)
  const calls = await openCalls(tools.db, tools.clock.now())
  const isHandedInInTime = calls.some(({ document }) => {
    const before = document.profileHandedInBefore
    return before !== null && profile?.handedInAt != null && profile.handedInAt < new Date(before)
  })
  return { access: await accessFor(call), profile, openCalls: calls.length, isHandedInInTime }
}

export const projectsHandlers: Handlers<typeof projectsContract> = {
  async entry(call) {
    const facts = await factsFor(call)
    return { profile: facts.profile, openCalls: facts.openCalls, ...opennessOf(projectVerbs, (verb) => whyNot(verb, facts)) }
  },
}

/** "Why can't I submit an application?" (N11). */
export const projectDeeds: Readonly<Record<string, AskableDeed>> = {
  'projects.submit': {
    posts: ['person', 'authorised_person', 'secondary_unit_manager'], path: '/projects', refusals: [...gateRefusals, ...accessRefusals],
    ask: async (call) => whyNot('submit', await factsFor(call)),
  },
}
