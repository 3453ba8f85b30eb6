import { sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import { isRefusal, refuse, refuseField, unseen, type Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Call } from '../../platform/serve/call.ts'
import { joinByApproval } from '../people/index.ts'
import { taken, tellBelongs } from './belongs.ts'
import { insertDecisions, leaveOtherUnits, settleLines, settleProfiles, type Decided } from './decide-store.ts'
import { derivedFrom, type Document } from './fields.ts'
import { dropNotesOn } from './note-store.ts'
import { tellPeople } from './notices.ts'
import { tellAll } from './profile-journal.ts'
import { reachOf } from './reach.ts'
import { factRows, factsIn, lockPeopleWhole, openDocument, takePlaces, type FactRow } from './review-store.ts'
import { actedFor, reviewRolesOf, whyNot, type DeskVerb, type Silence } from './review.ts'
import { silenceOf } from './silence.ts'

export interface Asked {
  outcome: DeskVerb
  reasonCodes: readonly string[]
  reason: string | null
  actForReason: string | null
}

interface Line extends FactRow {
  document: string
  desk: string
  /** Bound to this unit with this document already: nothing to be joined. */
  is_bound: boolean
}

type Doer = Pick<Call<unknown, Actor>, 'actor' | 'request' | 'tools'>

/**
 * 审核通过 and 审核不通过 of one or of many, each judged by itself (E47); a refusal per line, null where it was done. The
 * statements do not grow in number with the lines, but where somebody is bound to the unit by it. Locks the people in the
 * order of their ids (I10): what is judged is what stands there until the deed is over (I5, I8).
 */
export async function decide(tx: Tx, call: Doer, items: readonly { id: string; revision: number }[], asked: Asked): Promise<Map<string, Refusal | null>> {
  const { tools, actor } = call
  const seen = new Map(items.map(({ id, revision }) => [id, revision]))
  await lockPeopleWhole(tx, [...seen.keys()])
  const lines = await factRows<Line>(tx, reachOf(actor), [...seen.keys()], sql`,
    r.document, coalesce((select s.name from secondary_unit s where s.id = r.desk_id), (select u.name from unit u where u.id = r.unit_id)) as desk,
    p.unit_id = r.unit_id and p.state = 'enabled' and p.vouched_at is not null and p.document_blind = r.document_blind
      and p.document_type not in ('HKM_TP') as is_bound`)
  const silence = await silenceOf(tx, tools)
  const outcomes = new Map<string, Refusal | null>([...seen.keys()].map((id) => [id, unseen()]))
  for (const line of lines) outcomes.set(line.id, judged(line, call, seen.get(line.id) ?? 0, asked, silence))
  const open = lines.filter((line) => outcomes.get(line.id) === null)
  const documents = new Map(open.map((line) => [line.id, openDocument(tools.keyring, line.document)]))
  if (asked.outcome === 'approve') {
    for (const line of open.filter((one) => !one.is_bound)) outcomes.set(line.id, await joined(tx, call, line, documents.get(line.id), items.length > 1))
  }
  await settle(tx, call, open.filter((line) => outcomes.get(line.id) === null), documents, asked, silence)
  return outcomes
}

function judged(line: Line, { actor }: Doer, revision: number, asked: Asked, silence: Silence): Refusal | null {
  const facts = factsIn(line)
  // E39: another version is another question, whatever became of the one that was read.
  if (line.revision !== revision) return refuse('profiles.review.stale', { status: 409 })
  const refusal = whyNot(asked.outcome, facts, actor, silence)
  if (refusal) return refusal
  if (reviewRolesOf(actor, facts, silence).includes('acting') && asked.actForReason === null) return refuseField('actForReason', 'profiles.act_for.reason')
  return null
}

/** I15: binds the person to the unit with the reviewed document. Of many, one that cannot be leaves nothing behind. */
async function joined(tx: Tx, call: Doer, line: Line, document: Document | undefined, isOneOfMany: boolean): Promise<Refusal | null> {
  if (!document) throw new Error('a line without its document')
  if (isOneOfMany) await sql`savepoint one_of_many`.execute(tx)
  const refusal = await joinByApproval(tx, call, { personId: line.person_id, unitId: line.unit_id, document })
  if (!isRefusal(refusal)) return null
  if (isOneOfMany) await sql`rollback to savepoint one_of_many`.execute(tx)
  return refusal.code.startsWith('people.document_vouched') ? refuse('profiles.document_taken', { status: 409 }) : refusal
}

async function settle(tx: Tx, call: Doer, lines: readonly Line[], documents: ReadonlyMap<string, Document>, asked: Asked, silence: Silence): Promise<void> {
  const [first] = lines
  if (!first) return
  const { tools, actor } = call
  const at = tools.clock.now()
  const state = asked.outcome === 'approve' ? 'approved' as const : 'refused' as const
  const decided = lines.map((line): Decided => ({
    id: line.id, personId: line.person_id, unitId: line.unit_id, revision: line.revision,
    actedFor: actor.mandate?.scopeId === line.desk_id ? null : actedFor(factsIn(line), silence),
    derived: state === 'approved' ? derivedFrom(documents.get(line.id) ?? null) : null,
  }))
  await dropNotesOn(tx, decided.map(({ id }) => id))
  const elsewhere = state === 'approved' ? await taken(tx, decided) : []
  await insertDecisions(tx, tools.keyring, decided, { outcome: state, by: actor.accountId, reasonCodes: asked.reasonCodes, reason: asked.reason, at })
  const versions = await settleProfiles(tx, decided, state, at)
  if (state === 'approved') await leaveOtherUnits(tx, decided, at)
  await settleLines(tx, decided, state, await takePlaces(tx, first.unit_id, decided.length), at)
  const told = lines.map((line, i) => ({ line, decided: decided[i], version: versions.get(line.person_id) ?? 0 }))
  await tellAll(tx, tools, call, told.map(({ line, decided: one, version }) => {
    const actForReason = one?.actedFor ? asked.actForReason : null
    return {
      personId: line.person_id, version, event: state,
      body: { reviewId: line.id, unitId: line.unit_id, deskId: line.desk_id, desk: line.desk, revision: line.revision, reasonCodes: asked.reasonCodes, actedFor: one?.actedFor ?? null },
      ...((asked.reason || actForReason) && { private: { ...(asked.reason && { reason: asked.reason }), ...(actForReason && { actForReason }) } }),
    }
  }))
  await tellPeople(tx, tools, told.map(({ line, version }) => ({ accountId: line.account_id, personId: line.person_id, version })),
    () => ({ what: state, params: { by: actor.mandate?.scopeName ?? '', note: asked.reason ?? '' } }))
  await tellBelongs(tx, call, elsewhere)
}
