import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Author } from '../../../platform/journal.ts'
import type { Consequence } from '../../../platform/room.ts'
import type { Tools } from '../../../platform/tools.ts'
import { tellAll } from '../application-journal.ts'
import { changesOf, type Bodies } from '../evolve.ts'
import { evolvedOf } from '../evolved.ts'
import { factColumns, type FactRow } from '../store/facts.ts'
import { leaderOf } from '../store/leaders.ts'
import { saveChanges } from '../store/row.ts'

/**
 * S2-86: what a leader writes is read by the department that he belongs to: once he is another one's, no longer by the old one. What is
 * under way stays where it was handed in, and is rerouted (E34); it follows once it comes back to him (`jobs.ts`).
 */
export const followLeader: Consequence = async (tx, call, { subject: personId }) => {
  const person = await tx.selectFrom('person').select('account_id').where('id', '=', personId).executeTakeFirst()
  if (person) await follow(tx, call, person.account_id)
}

/** Everything unsubmitted of an account goes to where it belongs now; of what was returned only what was before `returnedBefore`, where one is named. */
export async function follow(tx: Tx, call: Author & { tools: Tools }, accountId: string, returnedBefore: Date | null = null): Promise<void> {
  const leader = await leaderOf(tx, accountId)
  if (!leader?.unit) return
  const at = call.tools.clock.now()
  const body: Bodies['moved'] = { at: at.toISOString(), secondaryUnitId: leader.department?.id ?? null, secondaryUnitName: leader.department?.name ?? null }
  const rows = await writtenElsewhere(tx, { accountId, unitId: leader.unit.id, secondaryUnitId: body.secondaryUnitId, returnedBefore })
  for (const row of rows) await saveChanges(tx, row.id, row.version + 1, at, changesOf(evolvedOf(row), { event: 'moved', seq: row.version + 1, body }))
  await tellAll(tx, call.tools, call, rows.map((row) => ({ id: row.id, version: row.version + 1, event: 'moved', body: { ...body } })))
}

/**
 * Whatever somebody changes at this moment is passed over and follows later: nobody waits for it, since who submits may wait for the
 * department that is moved here. No key changes: who only refers to a row keeps nothing from following.
 */
async function writtenElsewhere(tx: Tx, of: { accountId: string; unitId: string; secondaryUnitId: string | null; returnedBefore: Date | null }): Promise<FactRow[]> {
  const { rows } = await sql<FactRow>`
    select ${factColumns} from application a where a.account_id = ${of.accountId} and a.unit_id = ${of.unitId} and a.state in ('draft','returned','withdrawn')
      and a.secondary_unit_id is distinct from ${of.secondaryUnitId}::uuid and (a.state <> 'returned' or ${of.returnedBefore}::timestamptz is null or a.changed_at <= ${of.returnedBefore}::timestamptz)
    order by a.id for no key update of a skip locked`.execute(tx)
  return rows
}
