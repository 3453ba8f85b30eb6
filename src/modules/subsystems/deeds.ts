import { refuse, unseen, type Refusal } from '../../kernel/refusal.ts'
import type { AskableDeed } from '../../platform/room.ts'
import { accessRefusals, accessTo } from './access.ts'
import { entrantAt, type Entrant } from './facts-store.ts'
import { askRefusal } from './person-server.ts'

/** To one subsystem, as the person that one is. */
const at = (why: (entrant: Entrant, call: Parameters<AskableDeed['ask']>[0]) => Promise<Refusal | null>, refusals: readonly string[] = []): AskableDeed => ({
  posts: ['person'], of: 'subject', path: '/me', refusals,
  async ask(call, subject) {
    const entrant = subject && (await entrantAt(call.tools.db, call.actor.accountId, subject))
    return entrant ? why(entrant, call) : unseen()
  },
})

/** "Why can't I?" (N11), answered by the function that decides at the door. */
export const subsystemDeeds: Readonly<Record<string, AskableDeed>> = {
  'subsystems.enter': at(async ({ facts }) => {
    const access = accessTo(facts)
    return access.may ? null : refuse(access.code, { status: 409 })
  }, accessRefusals),
  'subsystems.ask': at((entrant, { tools }) => askRefusal(tools.db, entrant, tools.clock.now())),
}
