import { z } from 'zod'
import { personalPosts } from '../../../kernel/actor.ts'
import { contract, verb } from '../../../kernel/contract.ts'
import { openness } from '../../../kernel/why.ts'
import { dropRefusals, openRefusals, startRefusals, submitRefusals, withdrawRefusals } from '../refusals.ts'
import { bilingualOutput, contentOutput, decisionOutput, documentOutput, eligibilityOutput, findingOutput, id, limitOutput, markOutput, named, revision, routeOutput, standingOutput, submittedVersion, tabStatesOutput, time, timelineOutput, version } from '../shape.ts'

const callOf = z.object({ id, code: z.string(), title: bilingualOutput, version: z.number().int() })
const on = { id, version }
/** Of the leader's own window of the call, in force for him; a correction (`correctUntil`) may be later, or over long before. */
const leaderClosesAt = time.nullable()
const moved = z.object({ id, version, state: standingOutput.state })

/** What a leader asks of his own applications. The contents of the draft are the drafts room's verbs, under the same id. */
export const mineContract = contract({
  mine: verb({
    method: 'GET', path: '/api/applications/mine', guard: personalPosts,
    input: z.object({}),
    output: z.object({
      rows: z.array(z.object({
        id, version, number: z.string().nullable(), title: z.string(), call: callOf, unit: named, secondaryUnit: named.nullable(), ...standingOutput,
        begunAt: time, submittedAt: time.nullable(), changedAt: time,
        leaderClosesAt, ...openness,
      })),
    }),
    refusals: [], summary: 'The own applications, the last changed first', rows: ['S2-78'],
  }),
  start: verb({
    method: 'GET', path: '/api/applications/start/:callId', guard: personalPosts,
    input: z.object({ callId: id }),
    output: z.object({
      call: callOf, eligibility: eligibilityOutput, limits: z.array(limitOutput),
      /** Drafts of this call that one has begun already. */
      begun: z.array(z.object({ id, title: z.string(), state: standingOutput.state })),
      /** `begin`, and `submit` as of now: who begins hears at once what will stand in the way (D4) */
      ...openness,
    }),
    refusals: [], summary: 'Whether one may apply, each rule with its answer, before anything is begun',
  }),
  begin: verb({
    method: 'POST', path: '/api/applications', guard: personalPosts, idempotent: true,
    input: z.object({ callId: id }), output: z.object({ id, version }), refusals: startRefusals,
    summary: 'Begins an application: an empty draft under the same id (D4: drafting always)', rows: ['S2-78'],
  }),
  show: verb({
    method: 'GET', path: '/api/applications/mine/:id', guard: personalPosts,
    input: z.object({ id }),
    output: z.object({
      id, version, number: z.string().nullable(), title: z.string(), call: callOf, unit: named, secondaryUnit: named.nullable(), ...standingOutput,
      revision: z.number().int(), begunAt: time, submittedAt: time.nullable(), changedAt: time, leaderClosesAt,
      route: routeOutput,
      /** Every submitted version with its receipt, the last first. */
      versions: z.array(submittedVersion.extend({ leaderName: z.string(), unitName: z.string(), secondaryUnitName: z.string().nullable(), /** Not of a leader before (E10). */ isOwn: z.boolean() })),
      decisions: z.array(decisionOutput),
      /** Unlocked by the last return; empty where everything is (D18). */
      marks: z.array(markOutput),
      /** E60: who opened it, the last first. */
      looks: z.array(z.object({ name: z.string(), desk: z.string(), firstAt: time, lastAt: time })),
      timeline: timelineOutput,
      /** `change`, `submit`, `withdraw`, `drop` */
      ...openness,
    }),
    refusals: [], summary: 'One own application: where it stands, what was decided, who looked at it', rows: ['S2-78', 'S2-83', 'S2-85'],
  }),
  versionOf: verb({
    method: 'GET', path: '/api/applications/mine/:id/versions/:revision', guard: personalPosts,
    input: z.object({ id, revision: z.coerce.number().pipe(revision) }),
    output: submittedVersion.extend({ document: documentOutput, content: contentOutput }),
    refusals: [], summary: 'A submitted version as it was frozen (E61)',
  }),
  check: verb({
    method: 'POST', path: '/api/applications/mine/:id/check', guard: personalPosts,
    input: z.object({ id }),
    output: z.object({
      /** Version of the call that it is checked against (N15). */
      callVersion: z.number().int(), findings: z.array(findingOutput), tabs: tabStatesOutput, eligibility: eligibilityOutput, limits: z.array(limitOutput),
      /** Who has it next if it is submitted now. */
      next: z.object({ level: standingOutput.next, name: z.string(), isFast: z.boolean() }).nullable(),
      ...openness,
    }),
    refusals: [], summary: 'What would be said at 提交, without submitting',
  }),
  submit: verb({
    method: 'POST', path: '/api/applications/mine/:id/submit', guard: personalPosts, idempotent: true,
    input: z.object(on),
    output: z.object({
      id, version, revision, number: z.string(), state: standingOutput.state, desk: named, isFast: z.boolean(),
      /** D19: taken when the request arrived. */
      receivedAt: time, hash: z.string(), receipt: z.string(),
    }),
    refusals: submitRefusals, summary: '提交: freezes what was written and answers with a signed receipt; the same key gives the same receipt (D19, N1)', rows: ['S2-78', 'S2-91'],
  }),
  withdraw: verb({
    method: 'POST', path: '/api/applications/mine/:id/withdraw', guard: personalPosts, idempotent: true,
    input: z.object(on), output: moved, refusals: withdrawRefusals,
    summary: '撤回, while no desk has acted on this version and before the closing time of the desk that has it (D9); what came back is given up by it (E58)',
  }),
  openFields: verb({
    method: 'POST', path: '/api/applications/mine/:id/open-fields', guard: personalPosts, idempotent: true,
    input: z.object(on), output: moved.extend({ fields: z.array(z.string()) }), refusals: openRefusals,
    summary: 'After a return of single fields: opens those that were not marked and that the check says no to; the whole chain follows (D18)',
  }),
  drop: verb({
    method: 'POST', path: '/api/applications/mine/:id/drop', guard: personalPosts, idempotent: true,
    input: z.object(on), output: z.object({}), refusals: dropRefusals,
    summary: 'Deletes a draft that was never submitted',
  }),
})
