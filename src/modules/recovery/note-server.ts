import type { Actor } from '../../kernel/actor.ts'
import { newId } from '../../kernel/ids.ts'
import { isRefusal, overtaken, refuse, refuseField, unseen, type Refusal } from '../../kernel/refusal.ts'
import { deed } from '../../platform/deed.ts'
import type { Tx } from '../../platform/db/database.ts'
import { erasePrivate, record } from '../../platform/journal.ts'
import type { Call, Handlers } from '../../platform/serve/call.ts'
import type { recoveryContract } from './contract.ts'
import { insertNote, mostNotes, noteForUpdate, notesOf, saveNote, type NoteRow } from './note-store.ts'

type Verbs = Handlers<typeof recoveryContract>
interface Written {
  title: string
  body: string
  recursMonth?: number | null | undefined
  recursDay?: number | null | undefined
}

const noteRoom = 'recovery.note'
const columnsOf = (w: Written) => ({ title: w.title, body: w.body, recurs_month: w.recursMonth ?? null, recurs_day: w.recursDay ?? null })

/** A day belongs to a month, and the month has to have it: 29 February comes round as well. */
function dayProblem({ recursMonth, recursDay }: Written): Refusal | null {
  if (!recursDay) return null
  const last = recursMonth ? new Date(Date.UTC(2024, recursMonth, 0)).getUTCDate() : 0
  return recursDay > last ? refuseField('recursDay', 'recovery.day_of_month') : null
}

export const notes: Verbs['notes'] = async ({ tools, actor }) =>
  (await notesOf(tools.db, actor.mandate?.scopeId ?? '')).map((row) => ({
    id: row.id, title: row.title, body: row.body, recursMonth: row.recurs_month, recursDay: row.recurs_day, version: row.version, changedAt: row.changed_at.toISOString(),
  }))

export const addNote: Verbs['addNote'] = (call) =>
  deed(call, async (tx) => {
    const { tools, actor, input } = call
    const wrong = dayProblem(input)
    if (wrong) return wrong
    const unitId = actor.mandate?.scopeId ?? ''
    if ((await notesOf(tx, unitId)).length >= mostNotes) return refuse('recovery.too_many_notes', { status: 409, params: { max: mostNotes } })
    const now = tools.clock.now()
    const id = newId(now.getTime())
    await insertNote(tx, { id, unit_id: unitId, ...columnsOf(input), created_at: now, changed_at: now })
    await record(tx, tools.keyring, call, { room: noteRoom, subject: id, seq: 1, event: 'note_added', body: { unitId }, private: columnsOf(input) })
    return { id, version: 1 }
  })

/** The note, locked, if it is the unit's own and is as it was read. */
async function noteFor(tx: Tx, call: Call<{ id: string; version: number }, Actor>): Promise<NoteRow | Refusal> {
  const note = await noteForUpdate(tx, call.input.id)
  if (!note || note.unit_id !== call.actor.mandate?.scopeId) return unseen()
  return note.version === call.input.version ? note : overtaken()
}

export const changeNote: Verbs['changeNote'] = (call) =>
  deed(call, async (tx) => {
    const { tools, input } = call
    const wrong = dayProblem(input)
    if (wrong) return wrong
    const note = await noteFor(tx, call)
    if (isRefusal(note)) return note
    const version = note.version + 1
    await saveNote(tx, note.id, { ...columnsOf(input), version, changed_at: tools.clock.now() })
    await record(tx, tools.keyring, call, { room: noteRoom, subject: note.id, seq: version, event: 'note_changed', body: { unitId: note.unit_id }, private: columnsOf(input) })
    return { id: note.id, version }
  })

/** What somebody takes away is gone, its former texts included; that there was something stays in the journal. */
export const removeNote: Verbs['removeNote'] = (call) =>
  deed(call, async (tx) => {
    const { tools } = call
    const note = await noteFor(tx, call)
    if (isRefusal(note)) return note
    const version = note.version + 1
    const now = tools.clock.now()
    await saveNote(tx, note.id, { title: '—', body: '', recurs_month: null, recurs_day: null, removed_at: now, version, changed_at: now })
    await erasePrivate(tx, noteRoom, note.id)
    await record(tx, tools.keyring, call, { room: noteRoom, subject: note.id, seq: version, event: 'note_removed', body: { unitId: note.unit_id } })
    return { id: note.id, version }
  })
