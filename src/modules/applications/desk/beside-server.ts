import type { Actor } from '../../../kernel/actor.ts'
import { refuse, unseen, type Refusal } from '../../../kernel/refusal.ts'
import { tidyDesks } from '../../../platform/at-desk.ts'
import type { Db } from '../../../platform/db/database.ts'
import { transact } from '../../../platform/db/transaction.ts'
import type { Job } from '../../../platform/jobs.ts'
import type { Handlers } from '../../../platform/serve/call.ts'
import type { Keyring } from '../../../platform/seal/keyring.ts'
import { whyNot, type ApplicationFacts, type Moment } from '../application.ts'
import type { deskContract } from './contract.ts'
import { callsOf, factRows, factsIn } from '../store/facts.ts'
import { momentOf } from '../moment.ts'
import { dropNote, dropNotesBefore, holdStanding, keepNote, notesOn } from '../store/notes.ts'
import { dropPresenceBefore, othersAt, signOf } from '../store/presence.ts'
import type { ReturnReason } from './reasons.ts'
import { isUnderWay } from '../state.ts'

type Verbs = Handlers<typeof deskContract>

/** E20: a sign that somebody has it open; who else has, and where it stands now. A hint, no lock: a decision is judged by its version. */
export const here: Verbs['here'] = ({ tools, actor, input }) =>
  transact(tools.db, tools.constraintWords, async (tx) => {
    const [row] = await factRows(tx, actor, [input.id])
    if (!row) return unseen()
    const now = tools.clock.now()
    await signOf(tx, row.id, actor, now)
    const others = await othersAt(tx, row, actor, now)
    return {
      id: row.id, version: row.version, state: row.state, changedAt: row.changed_at.toISOString(), level: isUnderWay(row.state) ? row.state : null,
      others: others.map(({ name, since }) => ({ name, since: since.toISOString() })),
    }
  })

/** Whose desk may say why it goes back: 退回, of the bureau 退回补正. */
const whyNotSay = (facts: ApplicationFacts, actor: Actor, moment: Moment): Refusal | null => whyNot(facts.state === 'bureau' ? 'correct' : 'return', facts, actor, moment)

/** E19: keeps what was written so far; nothing in it takes it away. Only of who could send it, about the version that is judged. */
export const saveNote: Verbs['saveNote'] = ({ tools, actor, input }) =>
  transact(tools.db, tools.constraintWords, async (tx) => {
    await holdStanding(tx, input.id)
    const [row] = await factRows(tx, actor, [input.id])
    const of = row && (await callsOf(tx, [row.call_id])).get(row.call_id)
    const deskId = actor.mandate?.scopeId
    if (!row || !of || !deskId) return unseen()
    const refusal = whyNotSay(factsIn(row, of.windows), actor, await momentOf(tx, tools))
    if (refusal) return refusal
    if (row.revision !== input.revision) return refuse('applications.stale', { status: 409 })
    const [at, comment] = [tools.clock.now(), input.comment.trim()]
    if (comment === '' && input.codes.length === 0 && input.marks.length === 0) await dropNote(tx, row.id, deskId, actor.accountId)
    else await keepNote(tx, tools.keyring, { applicationId: row.id, deskId, accountId: actor.accountId, revision: row.revision, at }, { ...input, comment })
    return { at: at.toISOString() }
  })

/** For who may send one: what was begun at his desk about the version that is judged. */
export async function notesShown(db: Db, keyring: Keyring, actor: Actor, row: { id: string; revision: number }, facts: ApplicationFacts, moment: Moment) {
  const deskId = actor.mandate?.scopeId
  if (!deskId || whyNotSay(facts, actor, moment)) return []
  const notes = await notesOn(db, keyring, { applicationId: row.id, deskId, revision: row.revision })
  return notes.map(({ accountId, by, at, codes, comment, marks }) => ({
    isOwn: accountId === actor.accountId, by, at: at.toISOString(), codes: codes as ReturnReason[], comment, marks: marks.map((mark) => ({ ...mark, codes: mark.codes as ReturnReason[] })),
  }))
}

export const tidyDesksJob: Job = tidyDesks('applications.tidy_desks', { dropPresenceBefore, dropNotesBefore })
