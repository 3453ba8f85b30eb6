import { z } from 'zod'
import { optionalPhoneLine, textCheck } from './fields.ts'
import { contract, verb } from '../../kernel/contract.ts'
import { field, optionalField } from '../../kernel/field.ts'
import { authorityKinds } from './authority.ts'
import { staffContract } from './staff-contract.ts'

const id = z.uuid()
const version = z.int32().positive()
const kind = z.enum(authorityKinds, { error: 'field.choose' })

const facts = {
  name: field(textCheck({ min: 2, max: 100 })),
  nameEn: optionalField(textCheck({ max: 200 })),
  /** District code, of the list `district`; for a district's bureau. */
  region: z.string().max(12).nullish(),
  sort: z.int({ error: 'authorities.sort.range' }).min(0, { error: 'authorities.sort.range' }).max(9999, { error: 'authorities.sort.range' }).default(0),
  /** Applicants see it while they wait. */
  contactPhone: optionalField(optionalPhoneLine),
}

/** As the dialog 请选择 shows it (S1-39). */
export const authorityChoice = z.object({
  id, parentId: id.nullable(), kind: z.enum(authorityKinds), name: z.string(), nameEn: z.string(), region: z.string().nullable(),
})

export const authorityAtDesk = authorityChoice.extend({
  sort: z.number().int(),
  contactPhone: z.string(),
  isOpen: z.boolean(),
  version,
  /** Registrations that wait for its decision. */
  waiting: z.number().int(),
  /** People who may decide there. */
  officers: z.number().int(),
  can: z.array(z.enum(['change', 'move', 'close', 'reopen', 'addBelow'])),
})

const deedOn = { id, version }
const state = z.object({ id, version })
const desk = ['platform_admin'] as const

export const authoritiesContract = contract({
  ...staffContract,
  tree: verb({
    method: 'GET', path: '/api/authorities', guard: 'anyone',
    input: z.object({}), output: z.object({ authorities: z.array(authorityChoice) }), refusals: [],
    summary: 'The authorities a unit may choose as its own, each after the one above it', rows: ['S1-39'],
  }),
  atDesk: verb({
    method: 'GET', path: '/api/platform/authorities', guard: desk,
    input: z.object({}), output: z.object({ authorities: z.array(authorityAtDesk) }), refusals: [],
    summary: 'The whole tree, closed authorities included, with what waits at each desk', rows: ['S1-39'],
  }),
  add: verb({
    method: 'POST', path: '/api/platform/authorities/add', guard: desk, idempotent: true,
    input: z.object({ kind, parentId: id.nullable(), ...facts }), output: state,
    refusals: ['authorities.name_taken', 'authorities.one_bureau', 'authorities.bureau_on_top'],
    summary: 'A new authority below another one; the first of all is the bureau', rows: ['S1-39'],
  }),
  change: verb({
    method: 'POST', path: '/api/platform/authorities/:id/change', guard: desk, idempotent: true,
    input: z.object({ ...deedOn, ...facts }), output: state, refusals: ['authorities.name_taken'],
    summary: 'Name, English name, district, order and phone', rows: ['S1-39'],
  }),
  move: verb({
    method: 'POST', path: '/api/platform/authorities/:id/move', guard: desk, idempotent: true,
    input: z.object({ ...deedOn, parentId: z.uuid({ error: 'authorities.choose_parent' }) }), output: state,
    refusals: ['authorities.bureau_stays', 'authorities.below_itself'],
    summary: 'Below another authority, with everything below it', rows: ['S1-39'],
  }),
  close: verb({
    method: 'POST', path: '/api/platform/authorities/:id/close', guard: desk, idempotent: true,
    input: z.object(deedOn), output: state,
    refusals: ['authorities.bureau_stays', 'authorities.open_below', 'authorities.registrations_wait'],
    summary: 'No new registrations; its past stays. Only while none waits there', rows: ['S1-39'],
  }),
  reopen: verb({
    method: 'POST', path: '/api/platform/authorities/:id/reopen', guard: desk, idempotent: true,
    input: z.object(deedOn), output: state, refusals: ['authorities.parent_closed'],
    summary: 'Takes registrations again', rows: ['S1-39'],
  }),
})
