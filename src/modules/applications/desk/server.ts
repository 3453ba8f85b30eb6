import type { Actor } from '../../../kernel/actor.ts'
import { isRefusal, unseen, type Refusal } from '../../../kernel/refusal.ts'
import { deed } from '../../../platform/deed.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Call, Handlers } from '../../../platform/serve/call.ts'
import { endOfCorrection } from '../../calls/index.ts'
import { openFile } from '../../drafts/index.ts'
import { undoUntilOf } from '../application.ts'
import { here, saveNote } from './beside-server.ts'
import { decideMany, type Asked } from './decide.ts'
import type { Mark } from '../store/decisions.ts'
import type { deskContract } from './contract.ts'
import { open, versionAt } from './open.ts'
import { callsOf, factRows, factsIn } from '../store/facts.ts'
import { momentOf } from '../moment.ts'
import { nextWaiting } from '../store/neighbours.ts'
import { reassign } from './reassign.ts'
import { reroute } from './reroute.ts'
import type { DeskVerb } from '../state.ts'
import { isShown } from '../store/submissions.ts'
import { candidatesFor } from '../store/successors.ts'
import { undoMany } from './undo.ts'

type Verbs = Handlers<typeof deskContract>
type DeskCall = Call<{ id: string; version: number }, Actor>

/** Where it stands after a deed, and what waits next at this desk. */
async function after(tx: Tx, call: DeskCall) {
  const { tools, actor, input } = call
  const moment = await momentOf(tx, tools)
  const row = await tx.selectFrom('application').select(['id', 'version', 'state', 'desk_id', 'queued_at']).where('id', '=', input.id).executeTakeFirstOrThrow()
  const [seen] = await factRows(tx, actor, [input.id])
  const of = seen && (await callsOf(tx, [seen.call_id])).get(seen.call_id)
  const undoUntil = seen && of ? undoUntilOf(factsIn(seen, of.windows), actor, moment) : null
  return {
    id: row.id, version: row.version, state: row.state as NonNullable<typeof seen>['state'], desk: row.desk_id ? { id: row.desk_id, name: seen?.desk_name ?? '' } : null,
    nextId: await nextWaiting(tx, actor.mandate?.scopeId ?? null, row), undoUntil: undoUntil?.toISOString() ?? null,
  }
}

type DecideInput = { id: string; version: number; revision: number; codes?: readonly string[]; reason?: string; comment?: string | undefined; marks?: readonly Mark[]; actForReason?: string | undefined }

/** One decision: the same function as of a batch (guards.md, section 2). */
async function decideOne(tx: Tx, call: Call<DecideInput, Actor>, verb: DeskVerb, correctUntil?: Asked['correctUntil']): Promise<Refusal | null> {
  const { id, version, revision, codes = [], reason, comment, marks = [], actForReason = null } = call.input
  const outcomes = await decideMany(tx, call, [{ id, version, revision }], verb, { codes, text: reason ?? comment ?? null, marks, actForReason, ...(correctUntil && { correctUntil }) })
  return outcomes.get(id) ?? null
}

const one = (verb: DeskVerb) => (call: Call<DecideInput, Actor>) =>
  deed(call, async (tx) => (await decideOne(tx, call, verb)) ?? after(tx, call))

/** E53: the correction ends for all levels together at the end of so many working days. */
const correct: Verbs['correct'] = (call) =>
  deed(call, async (tx) => {
    const [row] = await factRows(tx, call.actor, [call.input.id])
    const of = row && (await callsOf(tx, [row.call_id])).get(row.call_id)
    if (!row || !of) return unseen()
    const until = await endOfCorrection(tx, call.tools.clock.now(), of.correctionDays)
    const refusal = await decideOne(tx, call, 'correct', new Map([[of.id, until]]))
    return refusal ?? { ...(await after(tx, call)), correctUntil: until.toISOString() }
  })

const file: Verbs['file'] = async ({ tools, actor, input }) => {
  const [row] = await factRows(tools.db, actor, [input.id])
  const mayRead = row && (actor.mandate?.post !== 'authority_officer' || (await isShown(tools.db, row.id, input.fileId, actor)))
  return (mayRead ? await openFile(tools.db, tools, row.id, input.fileId, input.as) : null) ?? unseen()
}

/** E10: to nobody about a leader who is there. */
const successors: Verbs['successors'] = async ({ tools: { db }, actor, input }) => {
  const [row] = await factRows(db, actor, [input.id])
  if (!row) return unseen()
  return { rows: row.leader_gone ? await candidatesFor(db, { id: row.id, unitId: row.unit_id, leaderId: row.leader_id }, input.name.trim(), 20) : [] }
}

export const deskHandlers: Handlers<typeof deskContract> = {
  open, versionAt, here, saveNote, file, correct, successors,
  pass: one('pass'), return: one('return'), accept: one('accept'), refuse: one('refuse'),
  undo: (call) => deed(call, async (tx) => (await undoMany(tx, call, [call.input])).get(call.input.id) ?? after(tx, call)),
  reroute: (call) => deed(call, async (tx) => {
    const moved = await reroute(tx, call)
    return isRefusal(moved) ? moved : after(tx, call)
  }),
  reassign: (call) => deed(call, async (tx) => {
    const given = await reassign(tx, call)
    return isRefusal(given) ? given : after(tx, call)
  }),
}
