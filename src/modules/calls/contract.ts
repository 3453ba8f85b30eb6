import { z } from 'zod'
import { textCheck } from '../../codes/text.ts'
import { personalPosts, unitPosts, type Post } from '../../kernel/actor.ts'
import { contract, verb } from '../../kernel/contract.ts'
import { dayFilter, field, optionalField } from '../../kernel/field.ts'
import { pageInput, pageOutput } from '../../kernel/list.ts'
import { openness } from '../../kernel/why.ts'
import { levels } from './document.ts'
import { callCode, callStates, cohortTime, documentText, moment, outcomes, phases } from './fields.ts'

const id = z.uuid()
const time = z.iso.datetime()
const count = z.number().int()
const version = z.int32().positive()
const params = z.record(z.string(), z.union([z.string(), z.number()]))
/** 指南管理 is the bureau's (科技局): of the other authorities' officers the server asks (`calls.bureau_only`). */
const desk = ['authority_officer'] as const
/** Who keeps the calendar of working days. */
const keepers = ['authority_officer', 'platform_admin'] as const
/** Who applies, and who acts for the unit of those who do. */
export const applicantPosts: readonly Post[] = [...new Set([...unitPosts, ...personalPosts])]

const reason = field(textCheck({ min: 2, max: 500 }))
/** The call as it stands: `version` for a deed, `draftVersion` for what is written on it. */
const state = z.object({ id, version, draftVersion: version })
/** A document as it is kept: what `callDocument` reads, or, of a draft, what may still become one. */
const document = z.record(z.string(), z.unknown())

/** A sentence in both languages; of a draft it may still be empty. */
const bilingual = z.object({ zh: z.string(), en: z.string() })
/** A window that holds, or held. */
const windowRow = z.object({
  level: z.enum(levels), nth: version, opensAt: time, closesAt: time,
  /** Only for drafts begun before; null for all. */
  begunBefore: time.nullable(),
  reason: z.string(), movedAt: time,
  /** Display name; null for what came with the publication. */
  movedBy: z.string().nullable(),
})
const bounds = z.object({ opensAt: time, closesAt: time })

const callRow = z.object({
  id, code: z.string(), title: bilingual, category: bilingual, state: z.enum(callStates), phase: z.enum(phases), published: version.nullable(),
  /** Of the applicants, for everybody; of a draft what it says so far. */
  leader: bounds.nullable(),
  /** Drafts begun, and of them submitted at least once. */
  begun: count, submitted: count,
  changedAt: time, publishedAt: time.nullable(), version, draftVersion: version, ...openness,
})

const answer = z.object({
  kind: z.string(), sentence: bilingual, outcome: z.enum(outcomes),
  /** Word key of why: with the fact in its params. */
  code: z.string(), params,
})
const openCall = z.object({
  id, code: z.string(), version, title: bilingual, category: bilingual, leader: bounds,
  limits: z.array(bilingual),
  /** Rule by rule; empty for a call that is open to all. */
  eligibility: z.array(answer),
  /** `begin` is open, or the first rule that is not met. */
  ...openness,
})

const day = z.object({ day: z.iso.date(), isWorking: z.boolean(), note: z.string(), isShipped: z.boolean(), changedAt: time })

export const callsContract = contract({
  rights: verb({
    method: 'GET', path: '/api/calls/rights', guard: keepers, input: z.object({}),
    output: z.object({ mayWrite: z.boolean(), mayKeepDays: z.boolean() }), refusals: [],
    summary: 'Whether 指南管理 and the calendar are mine: for the menu',
  }),
  list: verb({
    method: 'GET', path: '/api/calls/desk', guard: desk,
    input: z.object({
      ...pageInput, state: z.enum(callStates).optional(),
      page: z.coerce.number().int().min(1).max(1_000_000).optional(), size: z.coerce.number().int().min(1).max(100).default(20),
    }),
    output: pageOutput(callRow).extend({ ...openness }), refusals: ['calls.bureau_only'],
    summary: '指南管理: every call, the last changed first, and whether a new one may be begun',
  }),
  beginCall: verb({
    method: 'POST', path: '/api/calls/begin', guard: desk, idempotent: true,
    input: z.object({ code: field(callCode), title: field(textCheck({ min: 2, max: 200 })) }), output: state,
    refusals: ['calls.bureau_only', 'calls.code_taken'], summary: 'A new call, written by nobody but the bureau until it is published',
  }),
  copyCall: verb({
    method: 'POST', path: '/api/calls/:id/copy', guard: desk, idempotent: true,
    input: z.object({ id, code: field(callCode) }), output: state,
    refusals: ['calls.bureau_only', 'calls.code_taken'], summary: 'A new call that begins as what stands in this one; its windows are to be set anew',
  }),
  callDraft: verb({
    method: 'GET', path: '/api/calls/:id/draft', guard: desk, input: z.object({ id }),
    output: z.object({
      id, code: z.string(), state: z.enum(callStates), phase: z.enum(phases), published: version.nullable(), version, draftVersion: version,
      document, changedAt: time,
      /** Whether the draft says anything else than the version in force. */
      isChanged: z.boolean(),
      /** In force for everybody, per level; what the editor shows of a published call instead of the windows of the draft. */
      windows: z.partialRecord(z.enum(levels), bounds),
      versions: z.array(z.object({ version, note: z.string(), hash: z.string(), publishedAt: time, publishedBy: z.string() })),
      ...openness,
    }),
    refusals: ['calls.bureau_only'], summary: 'What the bureau writes on, with the versions published so far',
  }),
  saveDraft: verb({
    method: 'POST', path: '/api/calls/:id/draft/save', guard: desk, idempotent: true,
    input: z.object({ id, draftVersion: version, document: documentText }),
    output: z.object({ draftVersion: version, savedAt: time }),
    refusals: ['calls.bureau_only', 'calls.draft_overtaken', 'calls.not_a_document', 'calls.withdrawn_already'],
    summary: 'Keeps what stands in the editor, complete or not; never over what somebody else saved meanwhile',
  }),
  problems: verb({
    method: 'GET', path: '/api/calls/:id/problems', guard: desk, input: z.object({ id }),
    output: z.object({ problems: z.array(z.object({ place: z.array(z.union([z.string(), z.number()])), code: z.string(), params })) }),
    refusals: ['calls.bureau_only'], summary: 'What keeps the saved draft from being published, each with its place',
  }),
  publish: verb({
    method: 'POST', path: '/api/calls/:id/publish', guard: desk, idempotent: true,
    input: z.object({
      id, version, draftVersion: version,
      /** Why it is changed, as the public page says; required from the second version on. */
      note: optionalField(textCheck({ min: 2, max: 1000 })),
    }),
    output: state.extend({ published: version, hash: z.string() }),
    refusals: ['calls.bureau_only', 'calls.broken', 'calls.unchanged', 'calls.note_required', 'calls.draft_overtaken', 'calls.withdrawn_already', 'calls.closes_in_the_past'],
    summary: 'The draft becomes the version in force; the first time the windows come with it. Refused with the places where the document is broken',
  }),
  difference: verb({
    method: 'GET', path: '/api/calls/:id/difference', guard: desk,
    /** From a published version (the one in force, if none is named) to another, or to the draft. */
    input: z.object({ id, from: z.coerce.number().pipe(version).optional(), to: z.coerce.number().pipe(version).optional() }),
    output: z.object({ from: z.object({ version, document }), to: z.object({ version: version.nullable(), document }) }),
    refusals: ['calls.bureau_only', 'calls.unpublished'], summary: 'Two states of a call, for the readable difference (call-differences.ts)',
  }),
  windows: verb({
    method: 'GET', path: '/api/calls/:id/windows', guard: desk, input: z.object({ id }),
    output: z.object({
      id, version, windows: z.array(windowRow), current: z.partialRecord(z.enum(levels), bounds),
      /** Drafts on which their leaders can write: whom a move tells. */
      openDrafts: count, now: time, ...openness,
    }),
    refusals: ['calls.bureau_only'], summary: 'Every window that ever held, for whom and why',
  }),
  moveWindows: verb({
    method: 'POST', path: '/api/calls/:id/windows/move', guard: desk, idempotent: true,
    input: z.object({
      id, version,
      levels: z.array(z.object({ level: z.enum(levels), opensAt: moment, closesAt: moment })).min(1, 'calls.choose_level').max(5),
      begunBefore: cohortTime, reason,
    }),
    output: z.object({ id, version, told: count }),
    refusals: [
      'calls.bureau_only', 'calls.unpublished', 'calls.withdrawn_already', 'calls.level_unknown', 'calls.level_twice', 'calls.closes_before_it_opens', 'calls.closes_in_the_past',
      'calls.same_window', 'calls.cohort_in_future', 'calls.cohort_not_longer',
      'calls.closes_after.department', 'calls.closes_after.unit', 'calls.closes_after.authority', 'calls.closes_after.bureau', 'calls.closes_after.cohort',
    ],
    summary: 'Moves windows for all, or for drafts begun before a time; stands in the journal and on the public page, and the leaders of open drafts hear of it', rows: ['E55'],
  }),
  withdraw: verb({
    method: 'POST', path: '/api/calls/:id/withdraw', guard: desk, idempotent: true,
    input: z.object({ id, version, reason }), output: state,
    refusals: ['calls.bureau_only', 'calls.has_applications', 'calls.withdrawn_already'],
    summary: 'Takes a call back, while nobody has applied; who has begun to write hears of it',
  }),

  open: verb({
    method: 'GET', path: '/api/calls/open', guard: applicantPosts, input: z.object({}),
    output: z.object({
      calls: z.array(openCall),
      /** Published, not open yet. */
      coming: z.array(openCall.pick({ id: true, code: true, title: true, category: true, leader: true })),
      now: time,
    }),
    refusals: [], summary: 'Calls that are open, and rule by rule whether one may apply, before anything is begun',
  }),
  published: verb({
    method: 'GET', path: '/api/calls/published/:id', guard: 'session', input: z.object({ id }),
    output: z.object({
      id, code: z.string(), version, state: z.enum(callStates), document, windows: z.partialRecord(z.enum(levels), bounds), moves: z.array(windowRow.omit({ movedBy: true })),
    }),
    refusals: [], summary: 'A call as it is in force, with its windows',
  }),

  workingDays: verb({
    method: 'GET', path: '/api/calls/working-days', guard: keepers, input: z.object({ year: z.coerce.number().int().min(2000).max(2199).optional() }),
    output: z.object({ year: z.number().int(), years: z.array(z.number().int()), days: z.array(day), ...openness }),
    refusals: ['calls.bureau_only'], summary: 'D28: the days that differ from Monday to Friday', rows: ['E53'],
  }),
  setWorkingDay: verb({
    method: 'POST', path: '/api/calls/working-days/set', guard: keepers, idempotent: true,
    /** One day, or all until `to`. `isWorking` null: like any other day of its weekday. `seen`: what the calendar said of each of them. */
    input: z.object({ day: dayFilter, to: dayFilter.nullish(), isWorking: z.boolean({ error: 'field.choose' }).nullable(), note: optionalField(textCheck({ max: 100 })), seen: z.boolean().nullable() }),
    output: z.object({ days: z.array(z.object({ day: z.iso.date(), isWorking: z.boolean() })) }),
    refusals: ['calls.bureau_only', 'calls.day_kept', 'calls.days_order', 'calls.days_many'], summary: 'D28: holidays, or weekends that are worked',
  }),
  correctionEnd: verb({
    method: 'GET', path: '/api/calls/working-days/end', guard: 'session',
    input: z.object({ from: dayFilter, days: z.coerce.number().int().min(1).max(30) }), output: z.object({ until: time }), refusals: [],
    summary: 'D28: when a correction window of so many working days ends that is opened on a day', rows: ['E53'],
  }),
})

