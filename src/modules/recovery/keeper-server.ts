import { isRefusal } from '../../kernel/refusal.ts'
import { maskName } from '../../codes/mask.ts'
import type { Db } from '../../platform/db/database.ts'
import { deed } from '../../platform/deed.ts'
import { eventsOf } from '../../platform/journal.ts'
import type { Handlers } from '../../platform/serve/call.ts'
import type { Tools } from '../../platform/tools.ts'
import { caseFor, stateOf, waitOf } from './case-reach.ts'
import { caseRoom, happenToCase } from './case-journal.ts'
import { casesOfUnit, usualDays } from './case-store.ts'
import type { recoveryContract } from './contract.ts'
import { tellClaimant, tellSupport } from './notices.ts'
import { caseRolesOf, holderOf, overruledOf, recoveryCaseProcedure, type RecoveryCase } from './recovery-case.ts'

type Verbs = Handlers<typeof recoveryContract>

/** What he was told of his objection, or why the claim ended; what officers write to each other is not for him. */
async function noteFor(db: Db, tools: Tools, c: RecoveryCase): Promise<string | null> {
  if (c.state === 'refused') return c.note
  if (!c.isOverruled) return null
  const told = (await eventsOf(db, tools.keyring, caseRoom, c.id)).findLast(({ event }) => event === 'overruled')?.private?.note
  return typeof told === 'string' ? told : null
}

/** Who claims the account that I keep, newest first: the name masked, and no address (S1-N4). */
export const claims: Verbs['claims'] = async ({ tools, actor }) => {
  const unitId = actor.mandate?.scopeId ?? ''
  const usual = await usualDays(tools.db)
  return Promise.all((await casesOfUnit(tools.db, tools.keyring, unitId)).map(async (c) => {
    const holder = holderOf(c.state)
    return {
      objectionUntil: (await waitOf(tools.db, tools, c))?.toISOString() ?? null,
      id: c.id, number: c.number, state: c.state, version: c.version, cause: c.cause, claimant: c.claimant && maskName(c.claimant.name),
      openedAt: c.openedAt.toISOString(), objection: c.objection, isOverruled: c.isOverruled, note: await noteFor(tools.db, tools, c),
      waiting: holder && { with: holder, since: c.stateSince.toISOString(), usualDays: usual },
      can: recoveryCaseProcedure.can(c.state, caseRolesOf(actor, { unitId, authorities: [], verifiedBy: null, isBound: false, overruled: overruledOf(c), isOwn: false })),
    }
  }))
}

/** E12: nothing is handed over until support has decided on the objection. */
export const object: Verbs['object'] = (call) =>
  deed(call, async (tx) => {
    const { tools, input, actor } = call
    const item = await caseFor(tx, call, 'object')
    if (isRefusal(item)) return item
    const objected = await happenToCase(tx, tools, call, item.c, { event: 'objected', at: tools.clock.now().toISOString(), by: actor.accountId, objection: input.reason })
    if (isRefusal(objected)) return objected
    await tellSupport(tx, tools, objected, 'objected')
    await tellClaimant(tx, tools, objected, 'objected')
    return stateOf(objected)
  })
