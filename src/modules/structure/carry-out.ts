import { isRefusal, type Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/database.ts'
import { moveReviews, type ReviewMove } from '../profiles/index.ts'
import { endPost, givePost, type Doer, type OfUnit } from './post.ts'
import type { Named, RoleGrant } from './role-grant.ts'
import { grantById, grantsById } from './role-grant-store.ts'
import { secondaryUnitOf } from './secondary-unit-store.ts'
import type { Effect } from './state.ts'
import { happenToSecondaryUnit } from './structure-journal.ts'

/** What came of the effects: the posts that were given, and how many people stand elsewhere. */
export interface Done {
  given: RoleGrant[]
  moved: number
}

/**
 * Carries out a plan, effect by effect in its order, in the transaction of the deed. `who` are the people behind the posts
 * that it gives, by their new grants; `reason` is why posts end.
 */
export async function carryOut(
  tx: Tx, call: Doer, unit: OfUnit, effects: readonly Effect[], { changeId, who, reason }: { changeId: string; who: ReadonlyMap<string, Named>; reason: string },
): Promise<Done | Refusal> {
  const done: Done = { given: [], moved: 0 }
  let moves: ReviewMove[] = []
  const settle = async () => {
    await moveReviews(tx, call, moves, { changeId })
    done.moved += moves.length
    moves = []
  }
  for (const e of effects) {
    if (e.what === 'move') {
      moves.push({ reviewId: e.reviewId, secondaryUnitId: e.to.place, deskId: e.to.desk ?? unit.id })
      continue
    }
    await settle()
    const did = await once(tx, call, unit, e, who, reason)
    if (isRefusal(did)) return did
    if (e.what === 'grant') done.given.push(did as RoleGrant)
  }
  await settle()
  const stale = await noteManaged(tx, call, unit, effects)
  return stale ?? done
}

/** E30: where the manager alone changed, the secondary unit has a new version all the same: two changes at once do not undo each other unseen. */
async function noteManaged(tx: Tx, call: Doer, unit: OfUnit, effects: readonly Effect[]): Promise<Refusal | null> {
  const { tools } = call
  const touched = new Set(effects.flatMap((e) => (e.what === 'open' || e.what === 'rename' || e.what === 'archive' || e.what === 'reopen' ? [e.id] : [])))
  const ended = (await grantsById(tx, tools.keyring, unit.id, effects.flatMap((e) => (e.what === 'end' ? [e.id] : [])))).map((g) => g.secondaryUnitId)
  const places = new Set([...ended, ...effects.flatMap((e) => (e.what === 'grant' ? [e.place] : []))].filter((place) => place !== null))
  for (const id of places) {
    const before = touched.has(id) ? null : await secondaryUnitOf(tx, unit.id, id)
    const after = before && (await happenToSecondaryUnit(tx, tools, call, before, id, { event: 'managed', at: tools.clock.now().toISOString() }))
    if (isRefusal(after)) return after
  }
  return null
}

async function once(tx: Tx, call: Doer, unit: OfUnit, e: Exclude<Effect, { what: 'move' }>, who: ReadonlyMap<string, Named>, reason: string): Promise<unknown> {
  const { tools } = call
  const at = tools.clock.now().toISOString()
  if (e.what === 'grant') {
    const named = who.get(e.id)
    if (!named) throw new Error('a post without anybody named')
    return givePost(tx, call, unit, { id: e.id, kind: e.kind, secondaryUnitId: e.place, who: named })
  }
  if (e.what === 'end') {
    const given = await grantById(tx, tools.keyring, e.id)
    if (!given) throw new Error('the end of a post that was never given')
    return endPost(tx, call, unit, given, reason)
  }
  if (e.what === 'open') return happenToSecondaryUnit(tx, tools, call, null, e.id, { event: 'opened', at, unitId: unit.id, name: e.name })
  const before = await secondaryUnitOf(tx, unit.id, e.id)
  if (!before) throw new Error('a secondary unit that is not of this unit')
  return happenToSecondaryUnit(tx, tools, call, before, e.id,
    e.what === 'rename' ? { event: 'renamed', at, name: e.to, before: e.from } : { event: e.what === 'archive' ? 'archived' : 'reopened', at })
}
