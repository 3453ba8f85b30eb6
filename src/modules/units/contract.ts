import { z } from 'zod'
import { unitName } from '../../codes/unit-name.ts'
import { unitPosts } from '../../kernel/actor.ts'
import { contract, verb } from '../../kernel/contract.ts'
import { dayFilter, field } from '../../kernel/field.ts'
import { pageInput, pageOutput } from '../../kernel/list.ts'
import { registrationStates } from './registration.ts'
import { endings, unitStatuses } from './unit.ts'
import { accountStep, registrationFields, unitStep } from './fields.ts'

const id = z.uuid()
const time = z.iso.datetime()
const at = { id }
const version = z.int32().positive()
const finding = z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() })

/** One field that the desk wants corrected, with its reason (S1-55). */
export const mark = z.object({ field: z.enum(registrationFields), reason: z.string() })

export const registrationForm = z.object({
  name: z.string().nullable(),
  creditCode: z.string().nullable(),
  creditCodeByHand: z.boolean(),
  legalNature: z.string().nullable(),
  legalType: z.string().nullable(),
  legalRepresentative: z.string().nullable(),
  authorityId: z.string().nullable(),
  registeredDistrict: z.string().nullable(),
  registeredAddress: z.string().nullable(),
  locatedDistrict: z.string().nullable(),
  locatedAddress: z.string().nullable(),
})

export const licenceOutput = z.object({
  id,
  kind: z.enum(['pdf', 'jpg', 'png']),
  name: z.string(),
  bytes: z.number().int(),
  uploadedAt: time,
})

const timelineOutput = z.array(
  z.object({
    event: z.string(),
    at: time,
    /** In the name of that time; to the applicant an officer appears by the authority's name. */
    by: z.string().nullable(),
    reason: z.string().nullable(),
  }),
)

/** The applicant's own registration. */
export const myRegistration = z.object({
  id,
  state: z.enum(registrationStates),
  version,
  step: z.enum(['unit', 'licence', 'confirm']),
  form: registrationForm,
  contact: z.object({ name: z.string(), mail: z.string(), phone: z.string() }),
  licence: licenceOutput.nullable(),
  /** Reasons beside the fields, while it is returned. */
  marks: z.array(mark),
  decisionNote: z.string().nullable(),
  warnings: z.array(finding.extend({ field: z.string() })),
  /** Who has it, since when, how long it usually takes, whom to ask. */
  waiting: z
    .object({ authority: z.string(), authorityEn: z.string(), phone: z.string(), since: time, usualDays: z.number().nullable() })
    .nullable(),
  /** The unit that came of it; why, where it is suspended. */
  unit: z.object({ status: z.enum(unitStatuses), reason: z.string().nullable(), since: time.nullable() }).nullable(),
  expiresAt: time.nullable(),
  submittedAt: time.nullable(),
  decidedAt: time.nullable(),
  can: z.array(z.string()),
  timeline: timelineOutput,
})

const state = z.object({ id, state: z.enum(registrationStates), version })
const deedOn = { ...at, version }
const reason = z.string()
const unitState = z.object({ id, status: z.enum(unitStatuses), version })
const relative = z.object({ id, name: z.string(), creditCode: z.string(), status: z.enum(unitStatuses) })

/** One row of the authority's list. */
export const reviewRow = z.object({
  id,
  name: z.string().nullable(),
  creditCode: z.string().nullable(),
  legalRepresentative: z.string().nullable(),
  /** Masked; the detail shows it on request. */
  contactName: z.string(),
  contactPhone: z.string(),
  district: z.string().nullable(),
  desk: z.string(),
  deskEn: z.string(),
  state: z.enum(registrationStates),
  version,
  submittedAt: time.nullable(),
  decidedAt: time.nullable(),
  /** How many of the warnings want a second look. */
  sharesCode: z.boolean(),
  can: z.array(z.string()),
})

export const reviewOutput = myRegistration.omit({ step: true, expiresAt: true, unit: true }).extend({
  desk: z.object({ id, name: z.string(), nameEn: z.string() }),
  contact: z.object({ name: z.string(), mail: z.string(), phone: z.string(), masked: z.boolean() }),
  userName: z.string(),
  /** Things the officer should look at, each with its reason. */
  findings: z.array(finding.extend({ field: z.string().nullable(), weight: z.enum(['look', 'stop']) })),
  /** Fields that changed since the version the desk returned. */
  changed: z.array(z.string()),
  next: z.string().nullable(),
})

export const unitsContract = contract({
  begin: verb({
    method: 'POST', path: '/api/units/registrations', guard: 'anyone',
    input: accountStep, output: z.object({ id }),
    refusals: ['units.registration_closed', 'agreement.not_accepted', 'proof.not_proven', 'account.user_name_taken', 'account.mail_bound', 'account.phone_bound'],
    summary: 'Step 1: make the unit account after both codes were proven, and begin the registration', rows: ['S1-33', 'S1-35', 'S1-41', 'S1-42', 'S1-43'],
  }),
  mine: verb({
    method: 'GET', path: '/api/units/registration', guard: 'session',
    input: z.object({}), output: myRegistration.nullable(), refusals: [],
    summary: 'The registration of the signed-in account, wherever it stands', rows: ['S1-19', 'S1-21'],
  }),
  kept: verb({
    method: 'GET', path: '/api/units/kept', guard: 'session',
    input: z.object({}),
    output: z.object({
      unit: z.string(), why: z.enum(['handed_over', 'suspended', 'dissolved']), since: time.nullable(), reason: z.string().nullable(),
      /** Masked: who keeps the unit after a hand-over. */
      keeper: z.string().nullable(),
    }).nullable(),
    refusals: [], summary: 'The unit that the signed-in account kept or keeps, where it cannot act for it now, and why', rows: ['E12', 'S1-10'],
  }),
  save: verb({
    method: 'POST', path: '/api/units/registrations/:id/save', guard: 'session',
    input: unitStep.extend(deedOn), output: state.extend({ warnings: z.array(finding.extend({ field: z.string() })) }), refusals: [],
    summary: 'Step 2: keep the facts of the unit', rows: ['S1-36', 'S1-37', 'S1-38', 'S1-39', 'S1-40'],
  }),
  uploadLicence: verb({
    method: 'POST', path: '/api/units/registrations/:id/licence', guard: 'session',
    input: z.object(at), output: state.extend({ licence: licenceOutput }), upload: { maxBytes: 10_485_760 },
    refusals: ['file.missing', 'file.too_large', 'file.empty', 'file.kind_not_allowed', 'file.name_lies', 'file.infected', 'file.scan_unavailable', 'file.scan_failed', 'file.scan_too_large', 'file.pdf_encrypted', 'file.pdf_active', 'file.pdf_unreadable', 'file.image_unreadable', 'file.image_too_many_pixels'],
    summary: 'Step 3: the scan of the licence (PDF, JPG or PNG up to 10 MB)', rows: ['S1-43'],
  }),
  licence: verb({
    method: 'GET', path: '/api/units/registrations/:id/licence/:licenceId', guard: 'session',
    input: z.object({ ...at, licenceId: id, as: z.enum(['original', 'preview']).default('original') }), output: z.void(), download: true, refusals: [],
    summary: 'The scan, as it came or re-encoded for viewing', rows: ['S1-43', 'S1-55'],
  }),
  submit: verb({
    method: 'POST', path: '/api/units/registrations/:id/submit', guard: 'session', idempotent: true,
    input: z.object(deedOn), output: state, refusals: ['units.credit_code_active', 'units.incomplete', 'units.authority_closed'],
    summary: 'Step 4: send the registration to its authority', rows: ['S1-08', 'S1-21'],
  }),
  withdraw: verb({
    method: 'POST', path: '/api/units/registrations/:id/withdraw', guard: 'session', idempotent: true,
    input: z.object(deedOn), output: state, refusals: [],
    summary: 'Take a submitted registration back', rows: ['S1-21'],
  }),
  restart: verb({
    method: 'POST', path: '/api/units/registrations/:id/restart', guard: 'session', idempotent: true,
    input: z.object(at), output: z.object({ id }), refusals: [],
    summary: 'Begin anew after a refusal or an expired draft, with what was typed before', rows: ['S1-33'],
  }),
  reviews: verb({
    method: 'POST', path: '/api/units/reviews/search', guard: ['authority_officer'],
    input: z.object({
      ...pageInput,
      state: z.enum(['submitted', 'returned', 'approved', 'refused']).optional(),
      name: z.string().max(100).optional(),
      creditCode: z.string().max(40).optional(),
      /** Exact number or its last four (D21). */
      phone: z.string().max(30).optional(),
      from: dayFilter.optional(),
      to: dayFilter.optional(),
      /** `own` desk or everything below it as well. */
      reach: z.enum(['own', 'below']).default('own'),
    }),
    output: pageOutput(reviewRow).extend({ counts: z.record(z.string(), z.number().int()) }), refusals: [],
    summary: "The authority's list of registrations, with totals per state", rows: ['S1-55'],
  }),
  review: verb({
    method: 'GET', path: '/api/units/reviews/:id', guard: ['authority_officer'],
    input: z.object(at), output: reviewOutput, refusals: [],
    summary: 'One registration with its licence, findings and history', rows: ['S1-55'],
  }),
  revealContact: verb({
    method: 'POST', path: '/api/units/reviews/:id/contact', guard: ['authority_officer'],
    input: z.object(at), output: z.object({ name: z.string(), mail: z.string(), phone: z.string() }), refusals: [],
    summary: 'Contact data in clear; that it was looked at is recorded', rows: ['S1-55', 'S1-N4'],
  }),
  approve: verb({
    method: 'POST', path: '/api/units/reviews/:id/approve', guard: ['authority_officer'], idempotent: true,
    input: z.object({ ...deedOn, codeSeenOnLicence: z.boolean().default(false) }), output: state,
    refusals: ['units.credit_code_active', 'units.verify_by_hand'],
    summary: '通过: the unit becomes active and its account may act for it', rows: ['S1-08', 'S1-55'],
  }),
  return: verb({
    method: 'POST', path: '/api/units/reviews/:id/return', guard: ['authority_officer'], idempotent: true,
    input: z.object({ ...deedOn, marks: z.array(mark), note: reason.default('') }), output: state, refusals: ['review.reason_required'],
    summary: '退回: back to the applicant with a reason per field', rows: ['S1-55'],
  }),
  refuse: verb({
    method: 'POST', path: '/api/units/reviews/:id/refuse', guard: ['authority_officer'], idempotent: true,
    input: z.object({ ...deedOn, reason }), output: state, refusals: ['review.reason_required'],
    summary: '不通过: the end of this registration', rows: ['S1-55'],
  }),
  transfer: verb({
    method: 'POST', path: '/api/units/reviews/:id/transfer', guard: ['authority_officer'], idempotent: true,
    input: z.object({ ...deedOn, authorityId: id, reason }), output: state, refusals: ['review.reason_required', 'units.authority_closed', 'units.same_authority'],
    summary: '转交: to the authority that is in charge', rows: ['S1-55'],
  }),
  home: verb({
    method: 'GET', path: '/api/units/home', guard: unitPosts,
    input: z.object({}),
    output: z.object({
      id, name: z.string(), creditCode: z.string(), legalRepresentative: z.string(), authority: z.string(), authorityEn: z.string(),
      status: z.enum(unitStatuses), approvedAt: time,
    }),
    refusals: [], summary: 'Home of the unit account', rows: ['S1-08', 'S1-52'],
  }),
  units: verb({
    method: 'POST', path: '/api/units/search', guard: ['authority_officer'],
    input: z.object({ ...pageInput, name: z.string().max(100).optional(), creditCode: z.string().max(40).optional(), status: z.enum(unitStatuses).optional() }),
    output: pageOutput(z.object({ id, name: z.string(), creditCode: z.string(), status: z.enum(unitStatuses), version, approvedAt: time, authority: z.string(), authorityEn: z.string(), can: z.array(z.string()) })),
    refusals: [], summary: 'Units of the authority', rows: ['S1-55'],
  }),
  unit: verb({
    method: 'GET', path: '/api/units/by-id/:id', guard: ['authority_officer'],
    input: z.object(at),
    output: z.object({
      id, name: z.string(), creditCode: z.string(), status: z.enum(unitStatuses), version,
      legalNature: z.string(), legalType: z.string(), legalRepresentative: z.string(),
      registeredDistrict: z.string(), registeredAddress: z.string(), locatedDistrict: z.string(), locatedAddress: z.string(),
      authority: z.string(), authorityEn: z.string(), approvedAt: time,
      /** The present one first. */
      names: z.array(z.object({ name: z.string(), from: time, to: time.nullable() })),
      successors: z.array(relative), predecessors: z.array(relative),
      timeline: timelineOutput, can: z.array(z.string()),
    }),
    refusals: [], summary: 'One unit with its names, its relatives and its history', rows: ['S1-55'],
  }),
  pick: verb({
    method: 'POST', path: '/api/units/pick', guard: 'anyone',
    input: z.object({ text: z.string().max(100, { error: 'field.too_long' }) }),
    output: z.object({ units: z.array(z.object({ id, name: z.string(), creditCode: z.string() })) }),
    refusals: [], summary: 'An active unit by its full name or its credit code, nothing less (D14, D21)', rows: ['S1-26', 'S1-27', 'S1-31'],
  }),
  suspend: verb({
    method: 'POST', path: '/api/units/:id/suspend', guard: ['authority_officer'], idempotent: true,
    input: z.object({ ...deedOn, reason }), output: unitState, refusals: ['review.reason_required'],
    summary: '停用: the unit can no longer act; its sessions end', rows: ['S1-08'],
  }),
  resume: verb({
    method: 'POST', path: '/api/units/:id/resume', guard: ['authority_officer'], idempotent: true,
    input: z.object({ ...deedOn, reason }), output: unitState, refusals: ['review.reason_required', 'units.credit_code_active'],
    summary: '恢复: the unit acts again', rows: ['S1-08'],
  }),
  rename: verb({
    method: 'POST', path: '/api/units/:id/rename', guard: ['authority_officer'], idempotent: true,
    input: z.object({ ...deedOn, name: field(unitName), reason }), output: unitState.extend({ name: z.string() }), refusals: ['units.same_name'],
    summary: '更名: the code stays, the names of the past stay in their time', rows: ['S1-55'],
  }),
  dissolve: verb({
    method: 'POST', path: '/api/units/:id/dissolve', guard: ['authority_officer'], idempotent: true,
    input: z.object({ ...deedOn, ending: z.enum(endings, { error: 'field.choose' }), successors: z.array(id).max(20, { error: 'units.successors.odd' }), reason }), output: unitState,
    refusals: ['units.successors.odd', 'units.successors.none', 'units.successors.one', 'units.successors.several', 'units.successors.active'],
    summary: '注销: the end of a unit, with or without successors', rows: ['S1-55'],
  }),
})
