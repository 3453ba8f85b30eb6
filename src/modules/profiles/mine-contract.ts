import { z } from 'zod'
import { personalPosts } from '../../kernel/actor.ts'
import { contract, verb } from '../../kernel/contract.ts'
import { openness } from '../../kernel/why.ts'
import { draftForm, plainForm, reviewedForm } from './fields.ts'
import { changedOutput, decisionOutput, id, named, plainOutput, revision, revisionOutput, time, timelineOutput } from './shape.ts'
import { badges } from './state.ts'

/** Of the profile as it was read; 0 before the first save. */
const version = z.int32().nonnegative()
const saved = z.object({ version })

/** S2-70..72: facts of the employer, taken from the unit's own record and public. */
const employer = z.object({
  id, name: z.string(),
  /** Six digits of GB/T 2260; the province are the first two. */
  district: z.string().nullable(),
  isHomeProvince: z.boolean().nullable(),
  unitNature: z.string().nullable(),
  postalAddress: z.string().nullable(),
})

export const mineVerbs = contract({
  mine: verb({
    method: 'GET', path: '/api/profiles/mine', guard: personalPosts,
    input: z.object({}),
    output: z.object({
      version,
      /** Of the account, changed there (E43); phone and mailbox masked. */
      account: z.object({ userName: z.string(), name: z.string(), phone: z.string().nullable(), mail: z.string().nullable() }),
      /** In force now. */
      values: plainOutput,
      /** The document that the platform holds: approved, vouched for, or proven by the city; masked. Not asked again. */
      document: z.object({ type: z.string(), number: z.string() }).nullable(),
      /** E42: carried by that document, and hence not typed. */
      derived: z.object({ sex: z.string(), birthDate: z.string() }).nullable(),
      /** The unit one is bound to, and the secondary unit of the version in force or under review: what the form begins with. */
      employer: employer.nullable(),
      secondaryUnit: named.nullable(),
      badge: z.enum(badges),
      /** In force until another version is approved. */
      approved: revisionOutput.extend({ approvedAt: time }).nullable(),
      /** The last version submitted, unless it is the one in force. */
      latest: revisionOutput.extend({
        state: z.enum(['pending', 'refused', 'withdrawn']), decision: decisionOutput.nullable(),
        /** Beside the version in force. */
        changed: changedOutput,
      }).nullable(),
      /** Who has it, since when, what comes next (N25). */
      waiting: z.object({
        since: time, desk: z.enum(['unit', 'secondary_unit']), deskName: z.string(),
        /** Nobody manages the secondary unit: its unit may decide (D11). */
        isVacant: z.boolean(),
        /** From when on the unit may decide for a silent secondary unit; null at the unit's own desk. */
        unitMayActFrom: time.nullable(),
        usualDays: z.number().nullable(),
      }).nullable(),
      draft: z.object({ fields: draftForm, at: time }).nullable(),
      timeline: timelineOutput,
      ...openness,
    }),
    refusals: [], summary: 'Everything of one\'s own personal information: in force, under review, draft, history', rows: ['S2-61', 'S2-62', 'S2-63', 'S2-65', 'S2-67'],
  }),
  saveDraft: verb({
    method: 'POST', path: '/api/profiles/mine/draft', guard: personalPosts,
    input: z.object({ fields: draftForm }), output: z.object({ at: time }), refusals: [],
    summary: 'Keeps what was typed, sealed, until it is submitted', rows: ['S2-66'],
  }),
  discardDraft: verb({
    method: 'POST', path: '/api/profiles/mine/draft/discard', guard: personalPosts,
    input: z.object({}), output: z.object({}), refusals: [], summary: 'Forgets what was typed',
  }),
  change: verb({
    method: 'POST', path: '/api/profiles/mine/change', guard: personalPosts, idempotent: true,
    input: z.object({ version, plain: plainForm, /** May travel along, unchanged. */ reviewed: reviewedForm.optional() }),
    output: saved, refusals: ['profiles.needs_review'],
    summary: 'Saves what needs no review at once; a changed reviewed field is refused here', rows: ['S2-64', 'S2-66', 'S2-68', 'S2-73', 'S2-74'],
  }),
  submit: verb({
    method: 'POST', path: '/api/profiles/mine/submit', guard: personalPosts, idempotent: true,
    input: z.object({ version, plain: plainForm, reviewed: reviewedForm }),
    output: saved.extend({
      /** null where no reviewed field differs from what is in force: then everything is saved, and nothing waits. */
      revision: revision.nullable(),
      desk: z.enum(['unit', 'secondary_unit']).nullable(),
    }),
    refusals: ['profiles.pending', 'profiles.unit.choose', 'profiles.secondary_unit.choose', 'profiles.document.required'],
    summary: 'Submits a new version of the reviewed fields to whoever is responsible; the others are saved at once', rows: ['S2-46', 'S2-53', 'S2-56', 'S2-57', 'S2-64', 'S2-65', 'S2-69', 'S2-71', 'S2-75'],
  }),
  withdraw: verb({
    method: 'POST', path: '/api/profiles/mine/withdraw', guard: personalPosts, idempotent: true,
    input: z.object({ revision }), output: saved, refusals: ['profiles.not_pending'],
    summary: 'Takes back what waits, before it is decided (1.4.4)',
  }),
  employer: verb({
    method: 'GET', path: '/api/profiles/employers/:unitId', guard: personalPosts,
    input: z.object({ unitId: id }),
    output: z.object({ employer, secondaryUnits: z.array(named) }),
    refusals: [], summary: 'An active unit as an employer: its public facts and the names of its secondary units', rows: ['S2-70', 'S2-71', 'S2-72', 'S2-75'],
  }),
})
