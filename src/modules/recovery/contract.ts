import { z } from 'zod'
import { contract, verb } from '../../kernel/contract.ts'
import { pageInput, pageOutput } from '../../kernel/list.ts'
import { accountVerbs } from './account-contract.ts'
import { caseToken, claimFields, comparisonsMade, reason, refusalReason } from './fields.ts'
import { courses } from './hand-over-course.ts'
import { handoverVerbs } from './handover-contract.ts'
import { caseStates, causes, comparisons, refusalReasons } from './recovery-case.ts'

const id = z.uuid()
const time = z.iso.datetime()
const at = { id }
const deedOn = { ...at, version: z.int32().positive() }
const state = z.object({ id, state: z.enum(caseStates), version: z.number().int() })
const officers = ['support_officer', 'authority_officer'] as const
const support = ['support_officer'] as const
const timeline = z.array(z.object({ event: z.string(), at: time, by: z.string().nullable(), reason: z.string().nullable() }))

const evidence = z.object({ id, kind: z.enum(['pdf', 'jpg', 'png']), name: z.string(), bytes: z.number().int(), uploadedAt: time })

/** Who has it, since when, how long it usually takes (N25). */
const waiting = z.object({ with: z.enum(['support', 'second']), since: time, usualDays: z.number().nullable() }).nullable()

/** What the claimant sees behind the link. */
const followed = z.object({
  number: z.string(), state: z.enum(caseStates), version: z.number().int(), unit: z.string(), creditCode: z.string(), cause: z.enum(causes),
  name: z.string(), userName: z.string(), openedAt: time, closedAt: time.nullable(), isOverruled: z.boolean(),
  /** How the unit would get its account, or got it; null where something of the claimant’s is taken. */
  course: z.enum(courses).nullable(),
  /** Once it is verified: nothing is handed over before, the present keeper may still object. */
  objectionUntil: time.nullable(),
  reasonCode: z.enum(refusalReasons).nullable(), note: z.string().nullable(), waiting, can: z.array(z.string()), timeline,
})

/** What the present keeper sees of a claim to his account: enough to tell whether it is right, and no more (S1-N4). */
const claim = z.object({
  id, number: z.string(), state: z.enum(caseStates), version: z.number().int(), cause: z.enum(causes),
  claimant: z.string().nullable(), openedAt: time, objection: z.string().nullable(), isOverruled: z.boolean(), note: z.string().nullable(),
  /** Nothing is handed over before. */
  objectionUntil: time.nullable(), waiting, can: z.array(z.string()),
})

const caseRow = z.object({
  id, number: z.string(), unit: z.string(), creditCode: z.string(), state: z.enum(caseStates), version: z.number().int(), cause: z.enum(causes),
  /** Masked. */
  claimant: z.string().nullable(), openedAt: time, stateSince: time, closedAt: time.nullable(), otherClaims: z.number().int(), can: z.array(z.string()),
})

export const caseOutput = z.object({
  id, number: z.string(), state: z.enum(caseStates), version: z.number().int(), cause: z.enum(causes), openedAt: time, stateSince: time,
  closedAt: time.nullable(), erasedAt: time.nullable(), usualDays: z.number().nullable(),
  /** Mailbox and phone masked; none once it is erased. */
  claimant: z.object({ name: z.string(), mail: z.string(), phone: z.string(), userName: z.string(), explanation: z.string().nullable() }).nullable(),
  /** What of the claimant's an account has already: userName, mail, phone. */
  taken: z.array(z.string()),
  /** What a hand-over would do, or did; null where something is taken. */
  course: z.enum(courses).nullable(),
  /** The account there is already, where it is restored or granted the unit. */
  account: z.object({ userName: z.string(), name: z.string() }).nullable(),
  evidence: evidence.nullable(),
  unit: z.object({
    id, name: z.string(), creditCode: z.string(), legalRepresentative: z.string(), registeredDistrict: z.string(), registeredAddress: z.string(),
    status: z.string(), authority: z.string(), authorityEn: z.string(),
  }),
  hasKeeper: z.boolean(),
  keeperChanged: z.boolean(),
  /** Nothing is handed over before: the keeper uses his account, and may object. */
  objectionUntil: time.nullable(),
  /** Of the keeper's account, for whoever confirms: no more of it than that. */
  keeperLastSignedInAt: time.nullable(),
  others: z.array(z.object({ id, number: z.string(), state: z.enum(caseStates), openedAt: time })),
  objection: z.string().nullable(), isOverruled: z.boolean(),
  verification: z.object({ by: z.string(), at: time, checks: z.array(z.enum(comparisons)), note: z.string() }).nullable(),
  reasonCode: z.enum(refusalReasons).nullable(), note: z.string().nullable(),
  /** Why the officer himself may do nothing here. */
  bar: z.enum(['own', 'verified_by_you', 'bound']).nullable(),
  can: z.array(z.string()), timeline, next: id.nullable(),
})

export const recoveryContract = contract({
  uploadEvidence: verb({
    method: 'POST', path: '/api/recovery/evidence/:proofId', guard: 'anyone',
    input: z.object({ proofId: z.uuid({ error: 'proof.not_proven' }) }), output: z.object({ name: z.string(), bytes: z.number().int() }), upload: { maxBytes: 10_485_760 },
    refusals: ['file.missing', 'file.too_large', 'file.empty', 'file.kind_not_allowed', 'file.name_lies', 'file.infected', 'file.scan_unavailable', 'file.scan_failed', 'file.scan_too_large', 'file.pdf_encrypted', 'file.pdf_active', 'file.pdf_unreadable', 'file.image_unreadable', 'file.image_too_many_pixels', 'proof.not_proven', 'recovery.too_many'],
    summary: 'The licence, sent under the proof of a mailbox before the case is opened; without a case it is gone after two hours', rows: ['S1-10'],
  }),
  open: verb({
    method: 'POST', path: '/api/recovery/cases', guard: 'anyone', idempotent: true,
    input: claimFields, output: z.object({ number: z.string() }),
    refusals: ['recovery.unit.choose', 'recovery.explanation_required', 'recovery.evidence_missing', 'recovery.too_many', 'recovery.already_open', 'proof.not_proven', 'account.user_name_taken', 'account.mail_bound', 'account.phone_bound'],
    summary: 'Claim the lost account of a unit by evidence; answers with the number of the case', rows: ['S1-10', 'E01', 'E12'],
  }),
  follow: verb({
    method: 'POST', path: '/api/recovery/follow', guard: 'anyone',
    input: z.object({ token: caseToken }), output: followed, refusals: ['recovery.link_unknown'],
    summary: 'The case behind a claimant’s link: who has it, since when, what comes next', rows: ['S1-10'],
  }),
  withdraw: verb({
    method: 'POST', path: '/api/recovery/withdraw', guard: 'anyone', idempotent: true,
    input: z.object({ token: caseToken, version: z.int32().positive() }), output: followed, refusals: ['recovery.link_unknown'],
    summary: 'The claimant takes the case back', rows: ['S1-10'],
  }),
  claims: verb({
    method: 'GET', path: '/api/recovery/claims', guard: ['unit_account'],
    input: z.object({}), output: z.array(claim), refusals: [],
    summary: 'Claims of others to the account of this unit', rows: ['E12'],
  }),
  object: verb({
    method: 'POST', path: '/api/recovery/claims/:id/object', guard: ['unit_account'], idempotent: true,
    input: z.object({ ...deedOn, reason }), output: state, refusals: [],
    summary: 'The present keeper objects: nothing is handed over until support has decided', rows: ['E12'],
  }),
  cases: verb({
    method: 'POST', path: '/api/recovery/cases/search', guard: officers,
    input: z.object({
      ...pageInput,
      /** `open`: everything that waits for somebody. */
      state: z.enum(['open', ...caseStates]).optional(),
      unit: z.string().max(100, { error: 'field.too_long' }).optional(),
      number: z.string().max(40, { error: 'field.too_long' }).optional(),
    }),
    output: pageOutput(caseRow).extend({ counts: z.record(z.string(), z.number().int()) }), refusals: [],
    summary: 'Cases: all of them for support; for an authority those of its units that wait for a second officer', rows: ['S1-10', 'S1-58'],
  }),
  case: verb({
    method: 'GET', path: '/api/recovery/cases/:id', guard: officers,
    input: z.object(at), output: caseOutput, refusals: [],
    summary: 'One case with the facts of the unit to compare the licence with', rows: ['S1-10', 'S1-58'],
  }),
  evidence: verb({
    method: 'GET', path: '/api/recovery/cases/:id/evidence', guard: officers,
    input: z.object({ ...at, as: z.enum(['original', 'preview']).default('original') }), output: z.void(), download: true, refusals: [],
    summary: 'The licence, as it came or re-encoded for viewing; that the file itself went out is recorded', rows: ['S1-10'],
  }),
  answer: verb({
    method: 'POST', path: '/api/recovery/cases/:id/answer', guard: support, idempotent: true,
    input: z.object({ ...deedOn, checks: comparisonsMade, reason }), output: state, refusals: ['recovery.compare_first', 'recovery.no_keeper', 'recovery.keeper_disabled'],
    summary: 'The evidence is good: tell the user name to the proven mailbox and send a one-time link to the registered one', rows: ['S1-10', 'S1-12'],
  }),
  verify: verb({
    method: 'POST', path: '/api/recovery/cases/:id/verify', guard: support, idempotent: true,
    input: z.object({ ...deedOn, checks: comparisonsMade, reason }), output: state, refusals: ['recovery.compare_first', 'recovery.unit_not_active'],
    summary: 'The evidence is good: propose the hand-over to a second officer', rows: ['S1-10', 'E12'],
  }),
  refuse: verb({
    method: 'POST', path: '/api/recovery/cases/:id/refuse', guard: support, idempotent: true,
    input: z.object({ ...deedOn, reasonCode: refusalReason, reason }), output: state, refusals: [],
    summary: 'The evidence is not good: the end of this case, with the reason and how to begin anew', rows: ['S1-10'],
  }),
  overrule: verb({
    method: 'POST', path: '/api/recovery/cases/:id/overrule', guard: support, idempotent: true,
    input: z.object({ ...deedOn, reason }), output: state, refusals: [],
    summary: 'The objection of the present keeper does not hold; both are told why', rows: ['E12'],
  }),
  confirm: verb({
    method: 'POST', path: '/api/recovery/cases/:id/confirm', guard: officers, idempotent: true,
    input: z.object(deedOn), output: state,
    refusals: ['recovery.unit_not_active', 'recovery.keeper_changed', 'recovery.may_still_object', 'recovery.taken', 'recovery.two_officers', 'recovery.officers_bound'],
    summary: 'The second officer hands the account over: the old keeper is out, the new one gets a link', rows: ['S1-10', 'E12'],
  }),
  sendBack: verb({
    method: 'POST', path: '/api/recovery/cases/:id/send-back', guard: officers, idempotent: true,
    input: z.object({ ...deedOn, reason }), output: state, refusals: [],
    summary: 'The second officer is not convinced: back to support', rows: ['E12'],
  }),
  ...accountVerbs,
  ...handoverVerbs,
})
