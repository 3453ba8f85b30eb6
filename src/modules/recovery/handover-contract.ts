import { z } from 'zod'
import { verb } from '../../kernel/contract.ts'
import { noteFields } from './fields.ts'

const id = z.uuid()
const time = z.iso.datetime()
const unit = ['unit_account'] as const
const version = z.int32().positive()

const note = z.object({
  id, title: z.string(), body: z.string(), recursMonth: z.number().int().nullable(), recursDay: z.number().int().nullable(), version: z.number().int(), changedAt: time,
})

const item = z.object({
  item: z.string(), kind: z.enum(['unit_facts', 'people', 'people_waiting', 'requests', 'claims', 'recurring', 'note']),
  n: z.number().int().nullable(), since: time.nullable(), nextOn: z.string().nullable(),
  note: z.object({ title: z.string(), body: z.string(), recursMonth: z.number().int().nullable(), recursDay: z.number().int().nullable() }).nullable(),
  confirmed: z.object({ by: z.string(), at: time }).nullable(),
})

/** N12: what one keeper leaves to the next one. */
export const handoverVerbs = {
  handover: verb({
    method: 'GET', path: '/api/recovery/handover', guard: unit, input: z.object({}),
    output: z.object({
      /** The last hand-over of this unit; null where the first keeper still keeps it. */
      handover: z.object({
        id, begunAt: time, finishedAt: time.nullable(), items: z.array(item), left: z.number().int(),
      }).nullable(),
    }),
    refusals: [], summary: 'The package that the predecessor left: open items, what comes round, notes, each with who confirmed it',
  }),
  confirmItem: verb({
    method: 'POST', path: '/api/recovery/handover/:id/confirm', guard: unit, idempotent: true,
    input: z.object({ id, item: z.string({ error: 'field.required' }).min(1, { error: 'field.required' }).max(80, { error: 'field.too_long' }) }),
    output: z.object({ left: z.number().int() }), refusals: [],
    summary: 'One piece of the package is taken over',
  }),
  notes: verb({
    method: 'GET', path: '/api/recovery/notes', guard: unit, input: z.object({}), output: z.array(note), refusals: [],
    summary: '交接备忘 of the unit',
  }),
  addNote: verb({
    method: 'POST', path: '/api/recovery/notes', guard: unit, idempotent: true,
    input: z.object(noteFields), output: z.object({ id, version: z.number().int() }), refusals: ['recovery.day_of_month', 'recovery.too_many_notes'],
    summary: 'Write down how something is done',
  }),
  changeNote: verb({
    method: 'POST', path: '/api/recovery/notes/:id/change', guard: unit, idempotent: true,
    input: z.object({ id, version, ...noteFields }), output: z.object({ id, version: z.number().int() }), refusals: ['recovery.day_of_month'],
    summary: 'Change a note',
  }),
  removeNote: verb({
    method: 'POST', path: '/api/recovery/notes/:id/remove', guard: unit, idempotent: true,
    input: z.object({ id, version }), output: z.object({ id, version: z.number().int() }), refusals: [],
    summary: 'Take a note away',
  }),
}
