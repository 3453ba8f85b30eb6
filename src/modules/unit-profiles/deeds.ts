import type { AskableDeed } from '../../platform/room.ts'
import { unitPosts } from '../../kernel/actor.ts'
import { bankOf } from './bank-store.ts'
import { whyNot, type BankVerb } from './bank-account.ts'
import { situationOf } from './situation.ts'

/** A unit has at most one change that waits (I13): none of these deeds needs to be told which. */
const asked = (verb: BankVerb | 'proposeBank'): AskableDeed => ({
  posts: unitPosts,
  ask: async ({ tools, actor }) => {
    const unitId = actor.mandate?.scopeId ?? ''
    const { pending } = await bankOf(tools.db, tools.keyring, unitId)
    return whyNot(verb, await situationOf(tools.db, unitId, pending), actor)
  },
})

/** "Why can't I?" (N11), answered by the function that the verbs ask. */
export const unitProfileDeeds: Readonly<Record<string, AskableDeed>> = {
  'unitProfiles.proposeBank': { ...asked('proposeBank'), refusals: ['unitProfiles.bank.waits'] },
  'unitProfiles.confirmBank': asked('confirmBank'),
  'unitProfiles.refuseBank': asked('refuseBank'),
  'unitProfiles.withdrawBank': asked('withdrawBank'),
}
