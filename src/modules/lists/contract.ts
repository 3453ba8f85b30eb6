import { z } from 'zod'
import { textCheck } from '../../codes/text.ts'
import { contract, verb } from '../../kernel/contract.ts'
import { dayFilter, field, optionalField } from '../../kernel/field.ts'
import { codeOfEntry } from './fields.ts'

const id = z.string().max(40)
const code = field(codeOfEntry)
const day = dayFilter
const version = z.int32().min(0)
const desk = ['platform_admin'] as const

const listHead = z.object({ id, name: z.string(), nameEn: z.string(), standard: z.string(), parents: z.string().nullable() })

/** An entry as a form offers it. */
const choice = z.object({ code: z.string(), name: z.string(), nameEn: z.string(), parent: z.string().nullable() })

export const entryAtDesk = choice.extend({
  from: z.string().nullable(),
  to: z.string().nullable(),
  successor: z.array(z.string()),
  origin: z.enum(['shipped', 'amended', 'added']),
  /** 0 while the entry is as it was shipped. */
  version,
  subject: z.uuid(),
  state: z.enum(['current', 'future', 'ended']),
  can: z.array(z.enum(['rename', 'end', 'succeed', 'revive'])),
})

const names = { name: field(textCheck({ min: 1, max: 120 })), nameEn: optionalField(textCheck({ max: 200 })) }
const on = { list: id, code: z.string().min(1).max(40), version }
const state = z.object({ code: z.string(), version })

export const listsContract = contract({
  choices: verb({
    method: 'GET', path: '/api/lists/:id', guard: 'anyone',
    input: z.object({ id, on: day.optional() }), output: listHead.extend({ on: day, items: z.array(choice) }), refusals: [],
    summary: 'The entries of a code list that may be chosen on a day (today, if none is given)', rows: ['E06'],
  }),
  lists: verb({
    method: 'GET', path: '/api/platform/lists', guard: desk,
    input: z.object({}),
    output: z.object({ lists: z.array(listHead.extend({ entries: z.number().int(), ended: z.number().int(), amended: z.number().int() })) }), refusals: [],
    summary: 'Every code list, with how many entries it has and how many were changed here',
  }),
  entries: verb({
    method: 'GET', path: '/api/platform/lists/:id', guard: desk,
    input: z.object({ id }), output: listHead.extend({ entries: z.array(entryAtDesk) }), refusals: [],
    summary: 'All entries of a list, ended ones and future ones included', rows: ['E06'],
  }),
  add: verb({
    method: 'POST', path: '/api/platform/lists/:list/add', guard: desk, idempotent: true,
    input: z.object({ list: id, code, ...names, parent: z.string().max(40).nullish(), from: day.nullish(), sort: z.int().min(0).max(9999).default(0) }),
    output: state, refusals: ['lists.code_taken', 'lists.parent_unknown'],
    summary: 'A new entry', rows: ['E06'],
  }),
  rename: verb({
    method: 'POST', path: '/api/platform/lists/:list/rename', guard: desk, idempotent: true,
    input: z.object({ ...on, ...names }), output: state, refusals: [],
    summary: 'Another name for an entry; what was kept under its code shows the new name', rows: ['E06'],
  }),
  end: verb({
    method: 'POST', path: '/api/platform/lists/:list/end', guard: desk, idempotent: true,
    input: z.object({ ...on, to: day, successor: z.string().max(40).nullish() }), output: state,
    refusals: ['lists.ends_before_it_begins', 'lists.successor_unknown', 'lists.successor_itself'],
    summary: 'The last day an entry may be chosen, and what takes its place; it is never deleted', rows: ['E06'],
  }),
  revive: verb({
    method: 'POST', path: '/api/platform/lists/:list/revive', guard: desk, idempotent: true,
    input: z.object(on), output: state, refusals: [],
    summary: 'An ended entry may be chosen again', rows: ['E06'],
  }),
})
