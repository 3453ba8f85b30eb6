import { z } from 'zod'
import { contract, verb } from '../../kernel/contract.ts'
import { filterInput } from './desk-contract.ts'
import { purposeField } from './fields.ts'
import { id, time } from './shape.ts'

const desks = ['unit_account', 'authorised_person', 'secondary_unit_manager'] as const

const exported = z.object({
  id, purpose: z.string(), state: z.enum(['waiting', 'made', 'failed', 'expired']), rows: z.number().int().nullable(),
  askedAt: time, doneAt: time.nullable(), expiresAt: time.nullable(),
})

export const exportVerbs = contract({
  exportReviews: verb({
    method: 'POST', path: '/api/profiles/exports', guard: desks, idempotent: true,
    input: z.object({ filters: filterInput, purpose: purposeField }), output: z.object({ id }), refusals: ['profiles.export.waiting'],
    summary: 'The list of this filter as a workbook, numbers masked, made in the background; the purpose is recorded (E45)',
  }),
  exports: verb({
    method: 'GET', path: '/api/profiles/exports', guard: desks,
    input: z.object({}), output: z.object({ exports: z.array(exported) }), refusals: [],
    summary: 'What one asked for lately at this desk',
  }),
  download: verb({
    method: 'GET', path: '/api/profiles/exports/:id/file', guard: desks, download: true,
    input: z.object({ id }), output: z.void(), refusals: ['profiles.export.gone'],
    summary: 'The workbook, for who asked for it, within a day; the download is recorded',
  }),
})
