import { newId } from '../../kernel/ids.ts'
import { refuse, unseen } from '../../kernel/refusal.ts'
import { tidyDesks } from '../../platform/at-desk.ts'
import { transact } from '../../platform/db/transaction.ts'
import type { Job } from '../../platform/jobs.ts'
import { record } from '../../platform/journal.ts'
import type { Handlers } from '../../platform/serve/call.ts'
import type { deskVerbs } from './desk-contract.ts'
import { dropNote, dropNotesBefore, keepNote } from './note-store.ts'
import { dropPresenceBefore, othersAt, signOf } from './presence-store.ts'
import { reachOf } from './reach.ts'
import { factRows, factsIn } from './review-store.ts'
import { whyNot } from './review.ts'
import { silenceOf } from './silence.ts'

type Verbs = Handlers<typeof deskVerbs>

/**
 * E20: somebody has this person open. Tells who else has, and where it stands now: a hint, no lock; the decision is judged
 * by its version. That a look began is recorded, so that the person finds it in 我的数据.
 */
export const here: Verbs['here'] = ({ tools, actor, request, input }) =>
  transact(tools.db, tools.constraintWords, async (tx) => {
    const [row] = await factRows(tx, reachOf(actor), [input.id])
    if (!row || row.state === 'withdrawn') return unseen()
    const now = tools.clock.now()
    const { begins } = await signOf(tx, row.id, actor.accountId, now)
    if (begins && row.account_id !== actor.accountId) {
      await record(tx, tools.keyring, { actor, request }, {
        room: 'profiles.look', subject: newId(now.getTime()), seq: 1, event: 'opened', body: { personId: row.person_id, reviewId: row.id, unitId: row.unit_id },
      })
    }
    const others = await othersAt(tx, { id: row.id, unitId: row.unit_id, deskId: row.desk_id }, actor.accountId, now)
    return { state: row.state, revision: row.revision, others: others.map(({ name, since }) => ({ name, since: since.toISOString() })) }
  })

/** E19: keeps what was written so far; nothing in it takes it away. Only of who could say it, about the version that waits. */
export const saveNote: Verbs['saveNote'] = ({ tools, actor, input }) =>
  transact(tools.db, tools.constraintWords, async (tx) => {
    const [row] = await factRows(tx, reachOf(actor), [input.id])
    if (!row) return unseen()
    if (row.revision !== input.revision) return refuse('profiles.review.stale', { status: 409 })
    const refusal = whyNot('refuse', factsIn(row), actor, await silenceOf(tx, tools))
    if (refusal) return refusal
    const [reason, at] = [input.reason.trim(), tools.clock.now()]
    if (reason === '' && input.reasonCodes.length === 0) await dropNote(tx, row.id, actor.accountId)
    else await keepNote(tx, tools.keyring, { reviewId: row.id, accountId: actor.accountId, revision: row.revision, reasonCodes: input.reasonCodes, reason, at })
    return { at: at.toISOString() }
  })

export const tidyDesksJob: Job = tidyDesks('profiles.tidy_desks', { dropPresenceBefore, dropNotesBefore })
