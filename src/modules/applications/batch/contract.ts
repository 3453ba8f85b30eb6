import { z } from 'zod'
import { contract, verb } from '../../../kernel/contract.ts'
import { actForReason, deskPosts, marks } from '../desk/contract.ts'
import { projectFilter } from '../list/contract.ts'
import { bilingualOutput, id, time } from '../shape.ts'
import { returnReasons } from '../desk/reasons.ts'
import { applicationStates, deskLevels } from '../state.ts'

const n = z.number().int()

/** The most that one batch holds. */
export const mostInABatch = 5000

/** 通过 at whichever level (the button names the next one), or 退回. */
export const batchVerbs = ['pass', 'return'] as const
export type BatchVerb = (typeof batchVerbs)[number]

/** E46: why so many of the set are not done, and which those are: the first few by name. */
const skipped = z.object({
  /** A word key, with what it names. */
  code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])),
  n, examples: z.array(z.object({ id, number: z.string().nullable(), title: z.string() })),
})
const item = z.object({ id, number: z.string().nullable(), title: z.string(), leader: z.string() })

/** What the confirm dialog says of a frozen set (E48). */
const frozen = z.object({
  batchId: id,
  verb: z.enum(batchVerbs),
  /** Size of the set. */
  items: n,
  /** Nothing was warned of. */
  ready: n,
  /** Can go, but the last check warned of something (N5). */
  warned: n,
  skipped: z.array(skipped),
  /** D17: to which levels a pass leads them, those that were warned of counted apart; in the order of the way. */
  next: z.array(z.object({ level: z.enum(deskLevels), ready: n, warned: n })),
  /** D11: lie at a department that is vacant or silent: to be run with a reason. */
  acting: n,
  /** Of a return: so many of those that can be returned could not be submitted again, since their leaders' time is over and no correction runs (E53). */
  leaderLate: n,
  /** E57: of the calls in the set that have one, `taken` before this batch; of `wanted` the first in the queue take the rest. */
  quotas: z.array(z.object({ callId: id, title: bilingualOutput, most: n, taken: n, wanted: n })),
  /** A random sample of those that are ready: to be opened before many are passed (N5). */
  sample: z.array(item.extend({ isOpened: z.boolean() })),
  /** Until when the set may be run. */
  expiresAt: time,
})

const batchItem = item.extend({
  /** `done`, `undone`, `kept` (done, and not taken back: `params.code` says why), or the code why it was not done. */
  outcome: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Where it stands now. */
  state: z.enum(applicationStates),
})

const comment = z.string().trim().max(1000, { error: 'field.too_long' })

/** N5: how many of the random sample were opened before the set was run. */
const sampled = z.object({ opened: n, of: n })

const summary = z.object({
  batchId: id, verb: z.enum(batchVerbs), items: n,
  /** What stays done, and what was taken back. */
  done: n, undone: n,
  /** null where none was offered: a return, or nothing that was ready. */
  sample: sampled.nullable(),
  skipped: z.array(skipped),
  at: time,
  /** E51; null where nothing can be taken back. */
  undoUntil: time.nullable(),
})

export const batchContract = contract({
  preflightBatch: verb({
    method: 'POST', path: '/api/application-batches', guard: deskPosts, idempotent: true, mostKeys: 20_000,
    input: z.object({
      verb: z.enum(batchVerbs),
      /** Ticked rows, each with the version that was seen; or everything that a filter finds. */
      of: z.union([
        z.object({ items: z.array(z.object({ id, version: z.int32() })).min(1, { error: 'field.required' }).max(mostInABatch, { error: 'applications.batch.too_many' }) }),
        z.object({ filter: projectFilter }),
      ]),
    }),
    output: frozen, refusals: ['applications.batch.too_many', 'applications.batch.empty'],
    summary: '批量提交, first half: freezes the set and says what would become of each (E46, E48)', rows: ['S2-84', 'S2-90'],
  }),
  frozenBatch: verb({
    method: 'GET', path: '/api/application-batches/by-id/:batchId', guard: deskPosts,
    input: z.object({ batchId: id }), output: frozen, refusals: ['applications.batch.gone'],
    summary: 'The same set again as it was frozen, with which of the sample were opened',
  }),
  openedOfBatch: verb({
    method: 'POST', path: '/api/application-batches/by-id/:batchId/opened', guard: deskPosts,
    input: z.object({ batchId: id, id }), output: sampled, refusals: ['applications.batch.gone'],
    summary: 'One of the sample was opened: kept with the batch (N5)',
  }),
  runBatch: verb({
    method: 'POST', path: '/api/application-batches/by-id/:batchId/run', guard: deskPosts, idempotent: true, mostKeys: 80_000,
    input: z.object({
      batchId: id,
      /** Also those that the check warned of. */
      warnedToo: z.boolean().default(false),
      /** E50: for 退回 required, shared by all; beside 通过 a comment. */
      codes: z.array(z.enum(returnReasons)).max(returnReasons.length).default([]),
      comment: comment.default(''),
      /** D18: fields that each of them is to correct; without, everything is unlocked. */
      marks,
      /** E50: text or marks of single ones, beside the shared text. */
      own: z.array(z.object({ id, comment: comment.default(''), marks })).max(mostInABatch).default([]),
      /** D11: where the unit acts for a department. */
      actForReason,
    }),
    output: summary, refusals: ['applications.batch.gone', 'applications.batch.run_already', 'applications.batch.reason'],
    summary: '批量提交, second half: exactly the frozen set, each judged by itself (E47, E49); repeated with the same key it has no second effect',
    rows: ['S2-84', 'S2-90'],
  }),
  batchOutcome: verb({
    method: 'GET', path: '/api/application-batches/by-id/:batchId/outcome', guard: deskPosts,
    input: z.object({ batchId: id, /** Behind this position; 200 at a time. */ after: z.coerce.number().pipe(z.int32().min(0)).default(0) }),
    output: summary.extend({ rows: z.array(batchItem), next: n.nullable() }), refusals: ['applications.batch.not_run'],
    summary: 'What became of each of a batch (E47)',
  }),
  batchOutcomeFile: verb({
    method: 'GET', path: '/api/application-batches/by-id/:batchId/outcome.xlsx', guard: deskPosts, download: true,
    input: z.object({ batchId: id }), output: z.void(), refusals: ['applications.batch.not_run'],
    summary: 'The same as a workbook',
  }),
  undoBatch: verb({
    method: 'POST', path: '/api/application-batches/by-id/:batchId/undo', guard: deskPosts, idempotent: true,
    input: z.object({ batchId: id }), output: summary, refusals: ['applications.batch.gone', 'applications.undo.late', 'applications.batch.not_run'],
    summary: 'Takes a batch back within ten minutes, of each that the next desk has not touched (E51)',
  }),
  batches: verb({
    method: 'GET', path: '/api/application-batches', guard: deskPosts,
    input: z.object({}), output: z.object({ batches: z.array(summary.omit({ skipped: true }).extend({ by: z.string() })) }), refusals: [],
    summary: 'The batches of this desk, the latest first',
  }),
})
