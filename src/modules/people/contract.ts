import { z } from 'zod'
import { unitPosts } from '../../kernel/actor.ts'
import { contract, verb } from '../../kernel/contract.ts'
import { pageInput, pageOutput } from '../../kernel/list.ts'
import { openness } from '../../kernel/why.ts'
import { lookReason, personForm, reasonField } from './fields.ts'
import { personStates, personStatuses } from './person.ts'
import { supportVerbs } from './support-contract.ts'

const id = z.uuid()
const time = z.iso.datetime()
const at = { id }
const version = z.int32().positive()
const deedOn = { ...at, version }
const unit = unitPosts
const personState = z.object({ id, state: z.enum(personStates), version })
const timeline = z.array(z.object({
  event: z.string(),
  at: time,
  /** In the name of that time; to the person the unit appears by its name. */
  by: z.string().nullable(),
  reason: z.string().nullable(),
  /** To the person: the unit that was chosen, by its present name. */
  unit: z.string().nullable(),
}))

/** One row of the unit's list, with the columns of the manual (S1-47). */
export const personRow = z.object({
  id,
  userName: z.string(),
  name: z.string(),
  /** Masked (S1-54). */
  phone: z.string(),
  mail: z.string(),
  /** 用户状态 (S1-48). */
  status: z.enum(personStatuses),
  state: z.enum(personStates),
  version,
  joinedAt: time,
  /** S1-N1: another account shows the same document, or one of this unit the same name. */
  duplicate: z.enum(['document', 'name']).nullable(),
  can: z.array(z.string()),
})

/** Somebody who may be the same person (S1-N1). */
const duplicate = z.object({
  by: z.enum(['document', 'name']),
  of: z.enum(['own', 'another', 'none']),
  /** These are null where it is not of the own unit: then only that there is one is said. */
  id: id.nullable(),
  userName: z.string().nullable(),
  name: z.string().nullable(),
  status: z.enum(personStatuses).nullable(),
  /** Whether some unit answers for this person's identity: nobody else can be enabled with the document. */
  vouched: z.boolean(),
})

export const peopleContract = contract({
  ...supportVerbs,
  register: verb({
    method: 'POST', path: '/api/people/register', guard: 'anyone',
    input: personForm, output: z.object({ id }),
    refusals: ['agreement.not_accepted', 'proof.not_proven', 'account.user_name_taken', 'account.mail_bound', 'account.phone_bound', 'people.unit.choose', 'people.registration_closed'],
    summary: '注册: account and person after both codes were proven; nothing is told of the document number', rows: ['S1-24', 'S1-25', 'S1-29', 'S1-30'],
  }),
  me: verb({
    method: 'GET', path: '/api/people/me', guard: ['person'],
    input: z.object({}),
    output: z.object({
      id, state: z.enum(personStates), version, userName: z.string(), name: z.string(),
      /** Masked. */
      documentType: z.string().nullable(), document: z.string().nullable(), mail: z.string().nullable(), phone: z.string().nullable(),
      unit: z.object({ id, name: z.string(), creditCode: z.string(), status: z.string() }).nullable(),
      /** Who has it, since when, how long it usually takes, and when one asked last (S1-30, N25). */
      waiting: z.object({
        since: time, usualDays: z.number().nullable(),
        /** The unit's contact, masked: asking goes through the platform. */
        contactName: z.string().nullable(), contactPhone: z.string().nullable(), contactMail: z.string().nullable(),
        remindedAt: time.nullable(), remindAgainAt: time.nullable(),
      }).nullable(),
      /** Why it was disabled, refused or released, and by which unit. */
      reason: z.string(), decidedBy: z.string().nullable(), since: time,
      can: z.array(z.string()), timeline,
    }),
    refusals: [], summary: 'The person himself: who has it, since when, what comes next', rows: ['S1-30', 'S1-32'],
  }),
  remind: verb({
    method: 'POST', path: '/api/people/me/remind', guard: ['person'], idempotent: true,
    input: z.object({ version, note: z.string().max(200, { error: 'field.too_long' }).default('') }),
    output: z.object({ remindAgainAt: time }), refusals: ['people.remind.not_waiting', 'people.remind.wait', 'people.remind.nobody'],
    summary: '提醒单位管理员: inbox, mail to the unit account, once a day', rows: ['S1-30'],
  }),
  choose: verb({
    method: 'POST', path: '/api/people/me/choose', guard: ['person'], idempotent: true,
    input: z.object({ version, unitId: z.uuid({ error: 'people.unit.choose' }) }), output: personState, refusals: ['people.unit.choose', 'people.unit.same', 'people.choose.wait'],
    summary: '改选单位: after a refusal or release, after a wrong choice, or with another employer (E09)', rows: ['S1-26', 'S1-28'],
  }),
  people: verb({
    method: 'POST', path: '/api/people/search', guard: unit,
    input: z.object({
      ...pageInput,
      userName: z.string().max(100, { error: 'field.too_long' }).optional(),
      name: z.string().max(100, { error: 'field.too_long' }).optional(),
      status: z.enum(personStatuses).optional(),
      /** Only those the unit has not looked at yet. */
      waiting: z.boolean().optional(),
    }),
    output: pageOutput(personRow).extend({ counts: z.object({ all: z.number().int(), new: z.number().int(), enabled: z.number().int(), disabled: z.number().int() }) }),
    refusals: [], summary: "The unit's own people: the list of the manual", rows: ['S1-44', 'S1-45', 'S1-46', 'S1-47', 'S1-48', 'S1-51'],
  }),
  waiting: verb({
    method: 'GET', path: '/api/people/waiting', guard: unit,
    input: z.object({}), output: z.object({ n: z.number().int() }), refusals: [], summary: 'How many people wait for the unit',
  }),
  person: verb({
    method: 'GET', path: '/api/people/by-id/:id', guard: unit,
    input: z.object(at),
    output: z.object({
      id, state: z.enum(personStates), status: z.enum(personStatuses), version, userName: z.string(), name: z.string(),
      documentType: z.string().nullable(), document: z.string().nullable(), mail: z.string().nullable(), phone: z.string().nullable(),
      joinedAt: time, since: time, reason: z.string(), lastSignedInAt: time.nullable(), remindedAt: time.nullable(),
      duplicates: z.array(duplicate), ...openness, timeline,
    }),
    refusals: [], summary: 'One person of the unit: facts, duplicates, history', rows: ['S1-53', 'S1-54', 'S1-N1'],
  }),
  reveal: verb({
    method: 'POST', path: '/api/people/by-id/:id/contact', guard: unit,
    input: z.object({ ...at }), output: z.object({ mail: z.string().nullable(), phone: z.string().nullable() }), refusals: ['people.look.limit'],
    summary: 'Mailbox and phone in clear; that it was looked at is recorded', rows: ['S1-54', 'S1-N4'],
  }),
  revealDocument: verb({
    method: 'POST', path: '/api/people/by-id/:id/document', guard: unit,
    input: z.object({ ...at, reason: lookReason }), output: z.object({ document: z.string().nullable() }), refusals: ['people.look.limit'],
    summary: 'The document number in clear, for a stated reason that is recorded', rows: ['S1-54'],
  }),
  enable: verb({
    method: 'POST', path: '/api/people/by-id/:id/enable', guard: unit, idempotent: true,
    input: z.object(deedOn), output: personState, refusals: ['people.own_record', 'people.why.enabled', 'people.document_vouched', 'people.document_vouched.here'],
    summary: '启用: the unit answers for this person', rows: ['S1-09', 'S1-48'],
  }),
  disable: verb({
    method: 'POST', path: '/api/people/by-id/:id/disable', guard: unit, idempotent: true,
    input: z.object({ ...deedOn, reason: reasonField }), output: personState, refusals: ['people.own_record', 'people.why.new', 'people.why.disabled'],
    summary: '禁用: the subsystems are closed at the next request, the modules stay as they are', rows: ['S1-48'],
  }),
  refuse: verb({
    method: 'POST', path: '/api/people/by-id/:id/refuse', guard: unit, idempotent: true,
    input: z.object({ ...deedOn, reason: reasonField }), output: personState, refusals: ['people.own_record', 'people.why.enabled', 'people.why.disabled'],
    summary: '不属于本单位: the person chooses again (E09)', rows: ['S1-09'],
  }),
  release: verb({
    method: 'POST', path: '/api/people/by-id/:id/release', guard: unit, idempotent: true,
    input: z.object({ ...deedOn, reason: reasonField }), output: personState, refusals: ['people.own_record', 'people.why.new'],
    summary: '移出本单位: the modules end with it (E09)', rows: ['S1-09'],
  }),
  resetPassword: verb({
    method: 'POST', path: '/api/people/by-id/:id/reset-password', guard: unit, idempotent: true,
    input: z.object(deedOn), output: z.object({ id, mail: z.string() }), refusals: ['people.own_record', 'people.no_mailbox', 'people.account_disabled'],
    summary: '密码重置: a one-time link to the registered mailbox, all sessions end (D8)', rows: ['S1-11', 'S1-12', 'S1-53'],
  }),
})
