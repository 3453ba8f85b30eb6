import { isRefusal } from '../../kernel/refusal.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Tools } from '../../platform/tools.ts'
import { contactOf } from '../accounts/index.ts'
import { documentBlind, personOfAccount } from '../people/index.ts'
import { unitOf } from '../units/index.ts'
import { tellUnit } from './notices.ts'
import { activate, type Doer } from './post.ts'
import { compareGrant, isNews, type Arrival, type RoleGrant } from './role-grant.ts'
import { grantById, keysOf, waitingFor } from './role-grant-store.ts'
import { heldIn, lockStructure } from './state-store.ts'
import { happenToGrant } from './structure-journal.ts'

/** Who signs in, by what posts are compared with; null for accounts of units and of staff. */
async function arrivalOf(db: Db, { keyring }: Pick<Tools, 'keyring'>, accountId: string): Promise<Arrival | null> {
  const person = await personOfAccount(db, keyring, accountId)
  if (!person) return null
  const contact = await contactOf(db, keyring, accountId)
  return {
    name: person.name, phoneKey: contact?.phone ? keyring.blind(contact.phone, 'phone') : null,
    documentKey: person.document && documentBlind(keyring, person.document), isProven: person.vouchedAt !== null || person.provenAt !== null,
  }
}

/** The posts that wait for exactly this account: what it may know of them. */
export async function waitingExactly(db: Db, tools: Pick<Tools, 'keyring'>, accountId: string): Promise<RoleGrant[]> {
  const who = await arrivalOf(db, tools, accountId)
  const waiting = who ? await waitingFor(db, tools.keyring, who) : []
  return who ? waiting.filter((g) => compareGrant({ name: g.name, ...keysOf(tools.keyring, g) }, who).outcome === 'agrees') : []
}

/**
 * 待激活 -> 生效 for whoever is here now (1.4.3, S2-34): at each sign-in, and whenever another room has found out who an account
 * belongs to. What does not agree is kept with the post, and its unit is told once (E17); nobody else learns anything. It never refuses. Gives how many
 * posts came in force.
 */
export async function activateGrants(tx: Tx, call: Doer, accountId: string): Promise<number> {
  const { tools } = call
  const who = await arrivalOf(tx, tools, accountId)
  const waiting = who ? await waitingFor(tx, tools.keyring, who) : []
  if (!who || waiting.length === 0) return 0
  // Nobody grants himself anything: the unit did, before.
  const platform = { ...call, actor: null }
  // In one order, as every deed that holds several (I10).
  for (const unitId of [...new Set(waiting.map((g) => g.unitId))].toSorted()) await lockStructure(tx, unitId)
  let activated = 0
  for (const { id } of waiting) {
    // As it is now that its unit is held.
    const grant = await grantById(tx, tools.keyring, id)
    const unit = grant?.state === 'waiting' ? await unitOf(tx, grant.unitId) : null
    if (!grant || unit?.status !== 'active') continue
    const compared = compareGrant({ name: grant.name, ...keysOf(tools.keyring, grant) }, who)
    if (compared.outcome === 'stranger') continue
    // E16: the rule of S2-32 stands against one human with two documents.
    const isExcluded = (await heldIn(tx, unit.id)).some((h) => h.kind !== grant.kind && h.accountId === accountId)
    if (compared.outcome === 'agrees' && !isExcluded) {
      const active = await activate(tx, platform, { id: unit.id, name: unit.name }, grant, accountId)
      if (isRefusal(active)) throw new Error(`a post that agrees does not come in force: ${active.code}`)
      await tellUnit(tx, tools, active, 'in_force')
      activated += 1
      continue
    }
    const differs = compared.outcome === 'agrees' ? ['exclusive' as const] : compared.differs
    if (!isNews(grant.differs, differs)) continue
    const told = await happenToGrant(tx, tools, platform, grant, grant.id, { event: 'differed', at: tools.clock.now().toISOString(), differs })
    if (!isRefusal(told)) await tellUnit(tx, tools, told, 'differs', { differs })
  }
  return activated
}
