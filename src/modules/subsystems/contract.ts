import { z } from 'zod'
import { unitPosts } from '../../kernel/actor.ts'
import { contract, verb } from '../../kernel/contract.ts'
import { pageInput, pageOutput } from '../../kernel/list.ts'
import { personStates, personStatuses } from '../people/person.ts'
import { accessRefusals } from './access.ts'
import { answerText, subsystemFields } from './fields.ts'

const id = z.uuid()
const time = z.iso.datetime()
const version = z.int32().positive()
const desk = ['platform_admin'] as const
const unit = unitPosts
const named = { id, code: z.string(), name: z.string(), nameEn: z.string(), about: z.string(), aboutEn: z.string() }
const done = z.object({ id, version })

export const registryRow = z.object({
  ...named, entryUrl: z.string(), redirectUris: z.array(z.string()), logoutUris: z.array(z.string()), backchannelLogoutUri: z.string().nullable(),
  openTo: z.enum(['granted', 'everybody']), isOpen: z.boolean(), sort: z.number().int(), version, secretMadeAt: time,
  /** How many people may enter now, where it is granted one by one. */
  granted: z.number().int(),
  /** E11: what freezes while nobody may enter; null where nothing does. */
  freezes: z.object({ drafts: z.number().int(), people: z.number().int() }).nullable(),
})

/** One line of 模块配置 (S1-50). */
const moduleLine = z.object({
  ...named, openTo: z.enum(['granted', 'everybody']), isOpen: z.boolean(),
  granted: z.boolean(), since: time.nullable(), by: z.string().nullable(),
  /** The person asked for it. */
  request: z.object({ id, note: z.string(), askedAt: time }).nullable(),
  /** E11: so many unsubmitted applications of this person are frozen without it. */
  freezes: z.number().int(),
})

const openRequest = z.object({ askedAt: time, note: z.string() })

export const subsystemsContract = contract({
  registry: verb({
    method: 'GET', path: '/api/subsystems/registry', guard: desk,
    input: z.object({}), output: z.object({ issuer: z.string(), subsystems: z.array(registryRow) }), refusals: [],
    summary: 'All subsystems with what a developer needs to connect one', rows: ['S1-50'],
  }),
  add: verb({
    method: 'POST', path: '/api/subsystems/registry/add', guard: desk,
    input: z.object(subsystemFields), output: done.extend({ secret: z.string() }), refusals: ['subsystems.code_taken', 'subsystems.name_taken'],
    summary: 'A new subsystem; its secret is shown once', rows: ['S1-50'],
  }),
  change: verb({
    method: 'POST', path: '/api/subsystems/registry/:id/change', guard: desk, idempotent: true,
    input: z.object({ ...subsystemFields, id, version }).omit({ code: true }), output: done, refusals: ['subsystems.name_taken'],
    summary: 'Other words, addresses or openness; in force at the next request', rows: ['S1-50'],
  }),
  renewSecret: verb({
    method: 'POST', path: '/api/subsystems/registry/:id/secret', guard: desk,
    input: z.object({ id, version }), output: done.extend({ secret: z.string() }), refusals: [],
    summary: 'Another secret, shown once; the one before is worthless at once',
  }),
  close: verb({
    method: 'POST', path: '/api/subsystems/registry/:id/close', guard: desk, idempotent: true,
    input: z.object({ id, version }), output: done, refusals: [], summary: '停用: nobody enters, whoever is in is out at the next request',
  }),
  open: verb({
    method: 'POST', path: '/api/subsystems/registry/:id/open', guard: desk, idempotent: true,
    input: z.object({ id, version }), output: done, refusals: [], summary: '启用: who has a grant may enter again',
  }),
  modules: verb({
    method: 'GET', path: '/api/subsystems/people/:personId/modules', guard: unit,
    input: z.object({ personId: id }),
    output: z.object({
      person: z.object({ id, userName: z.string(), name: z.string(), state: z.enum(personStates), status: z.enum(personStatuses), version, can: z.array(z.string()) }),
      modules: z.array(moduleLine),
    }),
    refusals: [], summary: '模块配置 of one person', rows: ['S1-49', 'S1-50'],
  }),
  configure: verb({
    method: 'POST', path: '/api/subsystems/people/:personId/modules', guard: unit, idempotent: true,
    input: z.object({
      personId: id,
      /** Of the person, as the page showed it. */
      version,
      /** Every subsystem that is ticked; what is not here ends. */
      granted: z.array(id).max(200),
      /** What was ticked when the page was loaded: another set by now is overtaken, so that no tab undoes what it has not seen (E48). */
      seen: z.array(id).max(200).optional(),
      /** D10: the first module offers to enable. */
      enable: z.boolean().default(false),
    }),
    output: z.object({ state: z.enum(personStates), version, added: z.array(id), ended: z.array(id) }),
    refusals: ['subsystems.unknown', 'people.own_record', 'people.document_vouched'],
    summary: '保存: in force at the next request', rows: ['S1-09', 'S1-50'],
  }),
  configureMany: verb({
    method: 'POST', path: '/api/subsystems/people/modules', guard: unit, idempotent: true,
    input: z.object({
      /** Ticked rows of the list, each with the version that was seen (E48, E49). */
      people: z.array(z.object({ id, version })).min(1, { error: 'subsystems.many.none' }).max(500, { error: 'subsystems.many.too_many' }),
      add: z.array(id).max(200), enable: z.boolean(),
    }),
    output: z.object({ done: z.number().int(), outcomes: z.array(z.object({ id, outcome: z.enum(['done', 'unchanged', 'overtaken', 'not_found', 'own_record', 'document_vouched']) })) }),
    refusals: ['subsystems.unknown'],
    summary: 'Enable, and open subsystems to, many people at once, with an outcome for each', rows: ['S1-50'],
  }),
  requests: verb({
    method: 'POST', path: '/api/subsystems/requests/search', guard: unit,
    input: z.object(pageInput),
    output: pageOutput(z.object({
      id, version, askedAt: time, note: z.string(), subsystem: z.object(named),
      person: z.object({ id, userName: z.string(), name: z.string(), status: z.enum(personStatuses), version }),
    })),
    refusals: [], summary: 'What people of the unit ask for, oldest first',
  }),
  answer: verb({
    method: 'POST', path: '/api/subsystems/requests/:id/answer', guard: unit, idempotent: true,
    input: z.object({ id, version, grant: z.boolean(), enable: z.boolean().default(false), answer: answerText }),
    output: z.object({ id, state: z.enum(['granted', 'declined']) }), refusals: ['subsystems.answer_required', 'people.own_record', 'people.document_vouched'],
    summary: 'Open it, or say why not; the person is told', rows: ['S1-50'],
  }),
  mine: verb({
    method: 'GET', path: '/api/subsystems/mine', guard: ['person'],
    input: z.object({}),
    output: z.object({
      subsystems: z.array(z.object({
        ...named, entryUrl: z.string(),
        /** null: the person may enter; else which rule says no (words), and who can change it. */
        refusal: z.enum(accessRefusals).nullable(), helper: z.enum(['unit', 'authority', 'platform', 'self']).nullable(),
        request: openRequest.nullable(), declined: z.object({ at: time, answer: z.string() }).nullable(),
        can: z.array(z.enum(['enter', 'ask', 'withdraw'])),
      })),
    }),
    refusals: [], summary: 'The subsystems as this person may enter them, each refusal with its reason', rows: ['S1-05', 'S1-30', 'S1-50'],
  }),
  ask: verb({
    method: 'POST', path: '/api/subsystems/:id/ask', guard: ['person'], idempotent: true,
    input: z.object({ id, note: z.string().max(200, { error: 'field.too_long' }).default('') }), output: z.object({ id, askedAt: time }),
    refusals: ['subsystems.asked_already', 'subsystems.asked_too_often', 'subsystems.nothing_to_ask'],
    summary: '申请开通: asks the unit, which is told at once',
  }),
  withdraw: verb({
    method: 'POST', path: '/api/subsystems/:id/withdraw', guard: ['person'], idempotent: true,
    input: z.object({ id }), output: z.object({ id }), refusals: [], summary: 'Takes the question back',
  }),
})
