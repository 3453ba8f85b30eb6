import { z } from 'zod'
import { longTextCheck } from '../../../codes/text.ts'
import { field } from '../../../kernel/field.ts'
import { contract, verb } from '../../../kernel/contract.ts'
import { openness } from '../../../kernel/why.ts'
import { formIdPattern } from '../../calls/form/definition.ts'
import { refusalReasons, returnReasons } from './reasons.ts'
import { decideRefusals, passRefusals, reassignRefusals, rerouteRefusals, returnRefusals, undoRefusals } from '../refusals.ts'
import {
  bilingualOutput, changeOutput, contentOutput, decisionOutput, documentOutput, findingOutput, id, named, revision,
  routeOutput, standingOutput, submittedVersion, tabStatesOutput, time, timelineOutput, version,
} from '../shape.ts'
import { deskLevels } from '../state.ts'

/** Who decides: the department, the unit (also by its authorised person), its authority and the bureau. Reach is by scope. */
export const deskPosts = ['unit_account', 'authorised_person', 'secondary_unit_manager', 'authority_officer'] as const

/** What leader and later desks read (S2-85). */
export const reasonText = field(longTextCheck({ min: 2, max: 1000 }))
const note = field(longTextCheck({ min: 0, max: 500 }))
/** D11: given where the unit acts for a department that is vacant or silent. */
export const actForReason = field(longTextCheck({ min: 2, max: 500 })).optional()

/** D18: fields to be corrected, each with its reason. Without any mark everything is unlocked. */
export const marks = z.array(z.object({
  field: z.string().regex(formIdPattern), codes: z.array(z.enum(returnReasons)).max(returnReasons.length).default([]), note: note.default(''),
})).max(200).default([])
const noteMark = z.object({ field: z.string(), codes: z.array(z.enum(returnReasons)), note: z.string() })
const returnCodes = z.array(z.enum(returnReasons)).max(returnReasons.length).default([])

/** A return as far as it was written (E19). */
const half = { codes: returnCodes, comment: field(longTextCheck({ min: 0, max: 1000 })), marks }

/** `version` is that of the row as it was read, `revision` the submitted version that was read (E61). */
const on = { id, version, revision }
const decided = z.object({
  id, version, state: standingOutput.state, desk: named.nullable(),
  /** The next of this desk's own queue, in the order of arrival; null where nothing waits. */
  nextId: id.nullable(),
  /** E51 */
  undoUntil: time.nullable(),
})
const whole = z.object({
  id, version, revision: z.number().int(), number: z.string().nullable(), title: z.string(), category: bilingualOutput,
  call: z.object({ id, code: z.string(), title: bilingualOutput, version: z.number().int() }),
  leader: z.object({ name: z.string(), /** E56: the reader's own. */ isSelf: z.boolean(), /** E10: he can go on with nothing; for his unit and its departments. */ gone: z.enum(['left', 'disabled', 'closed']).nullable() }), unit: named, secondaryUnit: named.nullable(), ...standingOutput,
  submittedAt: time.nullable(), begunAt: time, changedAt: time, warnings: z.number().int(),
  /** The version that is judged, or, before the first submission, the draft as it is now (S2-79). */
  document: documentOutput, content: contentOutput, submitted: submittedVersion.nullable(),
  /** The same check as at 提交, at the rule set it was submitted under (N15). */
  findings: z.array(findingOutput), tabs: tabStatesOutput,
  /** What differs from the version that this desk saw last: the one it returned or passed (E52, N7); null where it saw none. */
  differences: z.object({ revision, at: time, outcome: z.enum(['passed', 'returned', 'accepted', 'not_accepted']), changes: z.array(changeOutput), marked: z.array(z.string()) }).nullable(),
  decisions: z.array(decisionOutput), timeline: timelineOutput, route: routeOutput,
  /** E36, E37: of the secondary unit that has it, for its unit. */
  department: z.object({ isVacant: z.boolean(), isSilent: z.boolean(), manager: z.string().nullable(), unitMayActFrom: time.nullable(), isActive: z.boolean() }).nullable(),
  /** E57: places of the unit in this call; null where the call has no such limit. */
  quota: z.object({ most: z.number().int(), taken: z.number().int() }).nullable(),
  /** After a return the leader can submit until then; null where his window is closed: only the bureau can open one more. */
  leaderMayUntil: time.nullable(),
  /** Neighbours in this desk's own queue. */
  previousId: id.nullable(), nextId: id.nullable(),
  undoUntil: time.nullable(),
  /** E19: returns that were begun at this desk and not sent, for who may send one. */
  notes: z.array(z.object({ isOwn: z.boolean(), by: z.string(), at: time, codes: z.array(z.enum(returnReasons)), comment: z.string(), marks: z.array(noteMark) })),
  /** `pass`, `return`, `accept`, `correct`, `refuse`, `undo`, `reroute`, `reassign`: those of its state. */
  ...openness,
})

/** What a desk asks of one application. Lists and batches are the list and batch contracts. */
export const deskContract = contract({
  open: verb({
    method: 'POST', path: '/api/applications/by-id/:id/open', guard: deskPosts,
    input: z.object({ id, /** Fetched before anybody looks at it (N4): nothing is recorded. */ ahead: z.boolean().default(false) }), output: whole, refusals: [],
    summary: '查看 or 处理: the application with tabs, findings, differences and history; that it was opened is recorded for its leader (D7)',
    rows: ['S2-79', 'S2-80', 'S2-81', 'S2-87', 'S2-88'],
  }),
  versionAt: verb({
    method: 'GET', path: '/api/applications/by-id/:id/versions/:revision', guard: deskPosts,
    input: z.object({ id, revision: z.coerce.number().pipe(revision) }), output: submittedVersion.extend({ document: documentOutput, content: contentOutput }), refusals: [],
    summary: 'An earlier submitted version (E61)',
  }),
  file: verb({
    method: 'GET', path: '/api/applications/by-id/:id/files/:fileId', guard: deskPosts, download: true,
    input: z.object({ id, fileId: id, as: z.enum(['original', 'preview']).default('original') }), output: z.void(), refusals: [],
    summary: 'An attachment, or a picture of a text, that was checked and found clean (I23)',
  }),
  pass: verb({
    method: 'POST', path: '/api/applications/by-id/:id/pass', guard: deskPosts, idempotent: true,
    input: z.object({ ...on, comment: reasonText.optional(), actForReason }), output: decided, refusals: passRefusals,
    summary: '通过: 项目申报审核（单位）, 提交至主管部门 or 提交至科技局, to the next level of its route', rows: ['S2-82', 'S2-85', 'S2-88'],
  }),
  return: verb({
    method: 'POST', path: '/api/applications/by-id/:id/return', guard: deskPosts, idempotent: true,
    input: z.object({ ...on, codes: returnCodes, reason: reasonText, marks, actForReason }), output: decided, refusals: returnRefusals,
    summary: '退回 to the leader, with marked fields or as a whole (D18)', rows: ['S2-83', 'S2-85', 'S2-89', 'S2-91'],
  }),
  accept: verb({
    method: 'POST', path: '/api/applications/by-id/:id/accept', guard: ['authority_officer'], idempotent: true,
    input: z.object({ ...on, comment: reasonText.optional() }), output: decided, refusals: decideRefusals, summary: '受理, by the bureau',
  }),
  correct: verb({
    method: 'POST', path: '/api/applications/by-id/:id/correct', guard: ['authority_officer'], idempotent: true,
    input: z.object({ ...on, codes: returnCodes, reason: reasonText, marks }), output: decided.extend({ correctUntil: time }), refusals: [...decideRefusals, 'applications.mark_unknown'],
    summary: '退回补正 by the bureau: so many working days for the leader and all levels together (E53)',
  }),
  refuse: verb({
    method: 'POST', path: '/api/applications/by-id/:id/refuse', guard: ['authority_officer'], idempotent: true,
    input: z.object({ ...on, codes: z.array(z.enum(refusalReasons)).min(1, { error: 'applications.refusal.choose' }).max(refusalReasons.length), reason: reasonText }), output: decided,
    refusals: decideRefusals, summary: '不予受理 by the bureau, with coded reasons',
  }),
  undo: verb({
    method: 'POST', path: '/api/applications/by-id/:id/undo', guard: deskPosts, idempotent: true,
    input: z.object({ id, version }), output: decided, refusals: undoRefusals,
    summary: 'Takes the last decision of this desk back, for ten minutes, while nobody has acted after it (E51)',
  }),
  reroute: verb({
    method: 'POST', path: '/api/applications/by-id/:id/reroute', guard: ['unit_account', 'authorised_person'], idempotent: true,
    input: z.object({ id, version, /** Another department; null: straight to 单位审核. */ secondaryUnitId: id.nullable(), reason: reasonText }),
    output: decided, refusals: rerouteRefusals,
    summary: 'Moves what lies at a department that was closed or split, with the reason (E34)',
  }),
  successors: verb({
    method: 'POST', path: '/api/applications/by-id/:id/successors', guard: ['unit_account', 'authorised_person'],
    input: z.object({ id, name: z.string().max(100, { error: 'field.too_long' }).default('') }),
    output: z.object({
      /** The first of them; whether one may lead it is asked when he is named. */
      rows: z.array(z.object({ personId: id, name: z.string(), userName: z.string(), secondaryUnit: z.string().nullable(), isMember: z.boolean(), isApproved: z.boolean() })),
    }),
    refusals: [], summary: 'People of the unit who could go on with what a leader left behind, those who take part in it first (E10)',
  }),
  reassign: verb({
    method: 'POST', path: '/api/applications/by-id/:id/reassign', guard: ['unit_account', 'authorised_person'], idempotent: true,
    input: z.object({ id, version, personId: id, reason: reasonText }), output: decided, refusals: reassignRefusals,
    summary: '变更项目负责人: what a leader who is gone has not submitted, or got back, goes to another person of the unit (E10)',
  }),
  here: verb({
    method: 'POST', path: '/api/applications/by-id/:id/here', guard: deskPosts,
    input: z.object({ id }),
    output: z.object({
      id, version, state: standingOutput.state, level: z.enum(deskLevels).nullable(), changedAt: time,
      /** Of the own desk; within a unit, also of it and its departments. */
      others: z.array(z.object({ name: z.string(), since: time })),
    }),
    refusals: [], summary: 'A sign that one has this application open: who else has, and whether it still stands as it was read (E20)',
  }),
  saveNote: verb({
    method: 'POST', path: '/api/applications/by-id/:id/note', guard: deskPosts,
    input: z.object({ id, revision, ...half }), output: z.object({ at: time }), refusals: decideRefusals,
    summary: 'Keeps a half-written return for every window, and for whoever follows at this desk; empty takes it away (E19)',
  }),
})
