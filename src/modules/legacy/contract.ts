import { z } from 'zod'
import { contract, verb } from '../../kernel/contract.ts'
import { pageInput, pageOutput } from '../../kernel/list.ts'
import { encodings, separators, type Separator } from './encoding.ts'
import { importStates } from './import.ts'
import { outcomes } from './plan.ts'

const id = z.uuid()
const time = z.iso.datetime()
const at = { id }
const version = z.int32().positive()
const desk = ['platform_admin'] as const
const encoding = z.enum(encodings, { error: 'field.choose' })
const separator = z.enum(Object.keys(separators) as [Separator, ...Separator[]], { error: 'field.choose' })
const counts = z.object({ ok_new: z.number().int(), already_there: z.number().int(), conflict: z.number().int(), defect: z.number().int() })
const params = z.record(z.string(), z.union([z.string(), z.number()]))
const importState = z.object({ id, state: z.enum(importStates), version })

export const mostBytes = 20 * 1024 * 1024

export const importRow = z.object({
  id, state: z.enum(importStates), fileName: z.string(), total: z.number().int(), counts, by: z.string(), createdAt: time,
})

export const lineRow = z.object({
  line: z.number().int(),
  outcome: z.enum(outcomes),
  kind: z.enum(['unit_account', 'person']).nullable(),
  /** As the file has it; empty once it is erased. */
  userName: z.string(),
  /** Field (null: the line as a whole), word and its values. */
  found: z.array(z.object({ field: z.string().nullable(), code: z.string(), params: params.optional() })),
})

export const legacyContract = contract({
  upload: verb({
    method: 'POST', path: '/api/platform/legacy/upload', guard: desk, upload: { maxBytes: mostBytes },
    input: z.object({}), output: z.object({ id }), refusals: ['file.missing', 'file.too_large', 'file.empty', 'file.infected', 'legacy.file.workbook', 'legacy.file.utf16'],
    summary: 'The CSV of the older system: kept sealed, checked in the background, nothing is imported', rows: ['S1-05'],
  }),
  imports: verb({
    method: 'POST', path: '/api/platform/legacy/search', guard: desk,
    input: z.object({ ...pageInput }), output: pageOutput(importRow), refusals: [], summary: 'Imports of the past, newest first', rows: ['S1-05'],
  }),
  look: verb({
    method: 'GET', path: '/api/platform/legacy/imports/:id', guard: desk,
    input: z.object(at),
    output: importRow.extend({
      version, bytes: z.number().int(), encoding, separator,
      /** Lines looked at so far, while it is being checked or prepared. */
      done: z.number().int(),
      units: z.number().int(), sendMail: z.boolean(),
      problem: z.object({ code: z.string(), params }).nullable(),
      startedBy: z.string().nullable(), checkedAt: time.nullable(), importedAt: time.nullable(), erasedAt: time.nullable(), keptUntil: time,
      can: z.array(z.string()),
      timeline: z.array(z.object({ event: z.string(), at: time, by: z.string().nullable(), params })),
    }),
    refusals: [], summary: 'One import: how it was read, what came of it, how far it is', rows: ['S1-05'],
  }),
  lines: verb({
    method: 'POST', path: '/api/platform/legacy/imports/:id/lines', guard: desk,
    input: z.object({
      ...at, ...pageInput,
      outcome: z.enum(outcomes).optional(),
      /** From this line on. */
      line: z.coerce.number({ error: 'legacy.line.number' }).int({ error: 'legacy.line.number' }).min(1, { error: 'legacy.line.number' }).max(10_000_000, { error: 'legacy.line.number' }).optional(),
      userName: z.string().max(100, { error: 'field.too_long' }).optional(),
    }),
    output: pageOutput(lineRow), refusals: [], summary: 'What became of each line', rows: ['S1-05'],
  }),
  report: verb({
    method: 'GET', path: '/api/platform/legacy/imports/:id/report', guard: desk, download: true,
    input: z.object(at), output: z.void(), refusals: [], summary: 'The report as CSV, safe to open in a workbook', rows: ['S1-05'],
  }),
  template: verb({
    method: 'GET', path: '/api/platform/legacy/template', guard: desk, download: true,
    input: z.object({}), output: z.void(), refusals: [], summary: 'An empty file with the headings and two lines as examples', rows: ['S1-05'],
  }),
  recheck: verb({
    method: 'POST', path: '/api/platform/legacy/imports/:id/check', guard: desk, idempotent: true,
    input: z.object({ ...at, version, encoding, separator }), output: importState, refusals: [],
    summary: 'Checks the file again: read otherwise, or after others registered', rows: ['S1-05'],
  }),
  start: verb({
    method: 'POST', path: '/api/platform/legacy/imports/:id/start', guard: desk, idempotent: true,
    input: z.object({
      ...at, version, sendMail: z.boolean().default(false),
      /** How many accounts the desk means: repeated, so that nobody imports what he did not see. */
      count: z.coerce.number({ error: 'legacy.count.repeat' }).int({ error: 'legacy.count.repeat' }).min(1, { error: 'legacy.count.repeat' }),
    }),
    output: importState, refusals: ['legacy.count.repeat', 'legacy.one_at_a_time', 'legacy.nothing_new'],
    summary: 'Imports the lines that are new: all of them in one transaction, or none', rows: ['S1-05', 'S1-06'],
  }),
  discard: verb({
    method: 'POST', path: '/api/platform/legacy/imports/:id/discard', guard: desk, idempotent: true,
    input: z.object({ ...at, version }), output: importState, refusals: [], summary: 'Nothing is imported, the file is erased', rows: ['S1-05'],
  }),
})
