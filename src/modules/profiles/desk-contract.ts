import { z } from 'zod'
import { contract, verb } from '../../kernel/contract.ts'
import { dayFilter } from '../../kernel/field.ts'
import { pageInput, pageOutput } from '../../kernel/list.ts'
import { openness } from '../../kernel/why.ts'
import { actForReason, lookReason, noteText, reasonField } from './fields.ts'
import { refusalReasonCodes } from './reasons.ts'
import { changedOutput, decisionOutput, id, named, plainOutput, revision, revisionOutput, time, timelineOutput } from './shape.ts'
import { batchOutcomes, filterStates, reviewStates } from './state.ts'

/** Who reviews: the unit (also by its authorised person), or the manager of one of its secondary units. */
const desks = ['unit_account', 'authorised_person', 'secondary_unit_manager'] as const

/** Where a list begins that no personal value filters: it may stand in a link. */
export const listInput = {
  /** `own`: what this desk decides; `all`: the whole unit (for a secondary unit the same as own); or one secondary unit's desk, for its unit. */
  desk: z.union([z.enum(['own', 'all']), id]).default('own'),
  state: z.enum(filterStates).optional(),
  order: z.enum(['newest', 'oldest']).default('newest'),
}

const text = z.string().max(100, { error: 'field.too_long' }).optional()

/** S2-47 */
export const filterInput = z.object({
  ...listInput,
  name: text,
  /** The whole number, or its last four characters (D21). */
  document: text,
  /** The whole number, or its last four digits. */
  phone: text,
  /** 工作单位: a part of the name of the unit or secondary unit. */
  workplace: text,
  secondaryUnitId: id.optional(),
  /** 更新时间, both days included, of Asia/Shanghai. */
  from: dayFilter.optional(),
  to: dayFilter.optional(),
})
export type ReviewFilters = z.output<typeof filterInput>

/** One line of the list (S2-48); 操作 is 审核 where the state is pending and a deed is open, else 查看 (S2-50). */
export const reviewRow = z.object({
  id,
  name: z.string(),
  sex: z.string().nullable(),
  documentType: z.string(),
  /** Masked. */
  document: z.string(),
  phone: z.string(),
  education: z.string(),
  title: z.string(),
  /** 工作单位(部门). */
  unit: z.string(),
  secondaryUnit: named.nullable(),
  updatedAt: time,
  submittedAt: time,
  state: z.enum(reviewStates),
  revision,
  /** Who decides: the unit itself, or the secondary unit. */
  desk: z.enum(['unit', 'secondary_unit']),
  /** The secondary unit that decides has no manager (E36). */
  isVacant: z.boolean(),
  /** It waits longer than a secondary unit should let it wait (D11). */
  isSilent: z.boolean(),
  ...openness,
})

const decided = z.object({ id, state: z.enum(reviewStates), revision })
const on = { id, revision }
const closedCodes = [
  'profiles.own_review', 'profiles.at_secondary_unit', 'profiles.at_unit', 'profiles.act_for.reason',
  'profiles.review.decided.approved', 'profiles.review.decided.refused', 'profiles.review.decided.withdrawn', 'profiles.review.stale', 'profiles.review.left',
] as const
/** D11: given where the unit decides for a secondary unit that is vacant or silent. */
const actFor = actForReason.optional()
const reasonCodes = z.array(z.enum(refusalReasonCodes)).max(refusalReasonCodes.length).default([])

export const deskVerbs = contract({
  reviews: verb({
    method: 'POST', path: '/api/profile-reviews/search', guard: desks,
    input: filterInput.extend(pageInput),
    output: pageOutput(reviewRow).extend({
      /** Of the chosen desk, without the other filters. */
      counts: z.object({ pending: z.number().int(), approved: z.number().int(), refused: z.number().int(), left: z.number().int() }),
    }),
    refusals: [], summary: 'The people of the unit or secondary unit whose personal information was submitted: the list of the manual',
    rows: ['S2-45', 'S2-47', 'S2-48', 'S2-49', 'S2-50', 'S2-51', 'S2-52', 'S2-58'],
  }),
  selection: verb({
    method: 'POST', path: '/api/profile-reviews/selection', guard: desks,
    input: filterInput,
    output: z.object({ items: z.array(z.object(on)), /** More match than one batch may hold. */ more: z.boolean() }),
    refusals: [], summary: 'Everything in this filter that this desk can decide now, frozen, up to the size of a batch (E48)', rows: ['S2-60'],
  }),
  waiting: verb({
    method: 'GET', path: '/api/profiles/waiting', guard: desks,
    input: z.object({}),
    output: z.object({
      /** At this desk. */
      n: z.number().int(),
      /** 无人负责: at secondary units of this unit without manager (E36); 0 for a secondary unit. */
      vacant: z.number().int(),
      /** At secondary units of this unit that are silent (D11). */
      silent: z.number().int(),
    }),
    refusals: [], summary: 'How many wait for this desk',
  }),
  review: verb({
    method: 'GET', path: '/api/profile-reviews/by-id/:id', guard: desks,
    input: z.object({ id, ...listInput }),
    output: z.object({
      id, state: z.enum(reviewStates), revision,
      name: z.string(),
      userName: z.string(),
      /** Masked. */
      phone: z.string().nullable(), mail: z.string().nullable(),
      unit: named, secondaryUnit: named.nullable(),
      /** What is under review, or was decided last. */
      submitted: revisionOutput,
      /** In force beside it, whichever unit approved it; null where none is, or it is the same. */
      approved: revisionOutput.extend({ approvedAt: time }).nullable(),
      changed: changedOutput,
      /** In force without review; office phone, QQ and 微信 masked, of the birth date the year alone. */
      plain: plainOutput,
      /** Who answers for the document already, as it was submitted: this unit, the city, another unit, or nobody. */
      documentVouchedBy: z.enum(['unit', 'city', 'another', 'nobody']),
      /** I15: another account is vouched for with the same document: it cannot be approved. */
      documentTaken: z.boolean(),
      decision: decisionOutput.nullable(),
      desk: z.enum(['unit', 'secondary_unit']),
      /** The secondary unit's manager, and since when, where there is one. */
      manager: z.object({ name: z.string(), since: time }).nullable(),
      submittedAt: time, decidedAt: time.nullable(), updatedAt: time,
      isVacant: z.boolean(), isSilent: z.boolean(),
      /** Neighbours in the list of this desk, state and order. */
      next: id.nullable(), previous: id.nullable(),
      timeline: timelineOutput,
      /** E19: what was begun to be written about this version, where one may decide; the latest first. */
      notes: z.array(z.object({ isOwn: z.boolean(), by: z.string(), at: time, reasonCodes: z.array(z.string()), reason: z.string() })),
      /** N4: the version that this unit refused last, and what was corrected since; null where it refused none, or approved one after it. */
      corrected: z.object({ before: revisionOutput, decision: decisionOutput, fields: changedOutput }).nullable(),
      ...openness,
    }),
    refusals: [], summary: 'One person under review: what is new beside what was approved', rows: ['S2-46', 'S2-50', 'S2-54', 'S2-57'],
  }),
  here: verb({
    method: 'POST', path: '/api/profile-reviews/by-id/:id/here', guard: desks,
    input: z.object({ id }),
    output: z.object({ state: z.enum(reviewStates), revision, others: z.array(z.object({ name: z.string(), since: time })) }),
    refusals: [], summary: 'A sign that one has this person open: who else has, and where it stands now (E20)',
  }),
  saveNote: verb({
    method: 'POST', path: '/api/profile-reviews/by-id/:id/note', guard: desks,
    input: z.object({ ...on, reasonCodes, reason: noteText }), output: z.object({ at: time }), refusals: closedCodes,
    summary: 'Keeps a half-written 驳回原因 for whoever goes on with it; empty takes it away (E19)',
  }),
  approve: verb({
    method: 'POST', path: '/api/profile-reviews/by-id/:id/approve', guard: desks, idempotent: true,
    input: z.object({ ...on, actForReason: actFor }), output: decided, refusals: [...closedCodes, 'profiles.document_taken'],
    summary: '审核通过: this very version is in force from now on; it cannot be undone, a new version can', rows: ['S2-54', 'S2-57'],
  }),
  refuse: verb({
    method: 'POST', path: '/api/profile-reviews/by-id/:id/refuse', guard: desks, idempotent: true,
    input: z.object({ ...on, reasonCodes, reason: reasonField, actForReason: actFor }), output: decided, refusals: closedCodes,
    summary: '审核不通过, with its reason; the person corrects and submits again', rows: ['S2-55', 'S2-56'],
  }),
  decideBatch: verb({
    method: 'POST', path: '/api/profile-reviews/decide', guard: desks, idempotent: true,
    input: z.object({
      items: z.array(z.object(on)).min(1, { error: 'field.required' }).max(500, { error: 'profiles.too_many' }),
      outcome: z.enum(['approve', 'refuse']),
      reasonCodes,
      /** Required for `refuse`. */
      reason: reasonField.optional(),
      actForReason: actFor,
    }),
    output: z.object({ done: z.number().int(), outcomes: z.array(z.object({ id, outcome: z.enum(batchOutcomes) })) }),
    refusals: [], summary: 'Many at once, each judged by itself; repeated with the same key it has no second effect', rows: ['S2-60'],
  }),
  revealDocument: verb({
    method: 'POST', path: '/api/profile-reviews/by-id/:id/document', guard: desks,
    input: z.object({ id, reason: lookReason }), output: z.object({ document: z.string(), birthDate: z.string().nullable() }), refusals: ['profiles.look.limit'],
    summary: 'The document number under review in clear, for a stated reason that is recorded (E45)',
  }),
  revealPhone: verb({
    method: 'POST', path: '/api/profile-reviews/by-id/:id/phone', guard: desks,
    input: z.object({ id, reason: lookReason }), output: z.object({ phone: z.string().nullable(), officePhone: z.string().nullable(), mail: z.string().nullable() }), refusals: ['profiles.look.limit'],
    summary: 'Phones and mailbox in clear, for a stated reason that is recorded (E45)',
  }),
  secondaryUnits: verb({
    method: 'GET', path: '/api/profiles/secondary-units', guard: ['unit_account', 'authorised_person'],
    input: z.object({}),
    output: z.object({ secondaryUnits: z.array(named.extend({ waiting: z.number().int(), isVacant: z.boolean() })) }),
    refusals: [], summary: 'The secondary units of the own unit, each with how many wait there: for the filter of the list',
  }),
})
