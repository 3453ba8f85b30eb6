import { z } from 'zod'
import { contract, verb } from '../../kernel/contract.ts'
import { helpers } from '../../kernel/recourse.ts'
import { pageInput, pageOutput } from '../../kernel/list.ts'
import { answer, note } from './fields.ts'

const id = z.uuid()
const time = z.iso.datetime()
const version = z.int32().positive()
const desks = ['unit_account', 'authority_officer', 'platform_admin', 'support_officer'] as const
/** Who reads at these desks: whoever acts for the unit reads what is asked of it (D16). */
export const readers = [...desks, 'authorised_person'] as const
/** Who can change what is refused with one code, for the one who asks: his unit, its authority, the platform, its support. */
export const recourse = z.object({
  /** null: whoever is refused can mend it himself. */
  helper: z.enum(helpers).nullable(),
  /** Who that is; the contact is masked, or public. */
  whom: z.object({ name: z.string(), contact: z.string() }).nullable(),
  /** Whether a question would reach somebody. */
  canAsk: z.boolean(),
})

/** A deed that was asked about; `open` is null where it depends on what it would be done to, and that was not said. */
const askedDeed = z.object({
  deed: z.string(), open: z.boolean().nullable(),
  /** Of what stands against it: the rule with its fact, and the same as a sentence. */
  code: z.string().nullable(), params: z.record(z.string(), z.union([z.string(), z.number()])), sentence: z.string().nullable(),
})

export const questionStates = ['open', 'answered'] as const

const question = z.object({
  id, version, state: z.enum(questionStates), sentence: z.string(), path: z.string(), note: z.string(), askedAt: time,
  answer: z.string(), answeredAt: time.nullable(),
})

export const helpContract = contract({
  ask: verb({
    method: 'POST', path: '/api/help/ask', guard: 'session', idempotent: true,
    input: z.object({ helper: z.enum(helpers), code: z.string().min(1).max(120), path: z.string().max(300), note }),
    output: z.object({ id }), refusals: ['help.nobody', 'help.asked_today'],
    summary: 'Ask whoever can change what a page refused', rows: ['S1-58'],
  }),
  whom: verb({
    method: 'GET', path: '/api/help/whom', guard: 'session', input: z.object({ refusal: z.string().min(1).max(120) }), output: recourse, refusals: [],
    summary: 'Who can change what is refused with this code',
  }),
  deeds: verb({
    method: 'GET', path: '/api/help/deeds', guard: 'session', input: z.object({}),
    output: z.object({ deeds: z.array(askedDeed.extend({
      /** The page where it is done. */
      path: z.string().nullable(),
      /** What it would be done to must be said: the list and the page of that record know. */
      of: z.literal('subject').nullable(),
    })) }),
    refusals: [], summary: 'Everything that somebody in this post may look for, open or not, each with its reason',
  }),
  why: verb({
    method: 'GET', path: '/api/help/why', guard: 'session', input: z.object({ deed: z.string().min(1).max(120), subject: id.optional() }),
    output: askedDeed.extend(recourse.shape), refusals: [],
    summary: 'Why can’t I: which rule, which fact, who can change it',
  }),
  questions: verb({
    method: 'POST', path: '/api/help/questions/search', guard: readers,
    input: z.object({ ...pageInput, state: z.enum(questionStates).default('open') }),
    output: pageOutput(question.extend({ asker: z.string(), askerName: z.string() })), refusals: [],
    summary: 'What others ask of the post one acts in, oldest first',
  }),
  waiting: verb({
    method: 'GET', path: '/api/help/waiting', guard: readers, input: z.object({}), output: z.object({ n: z.number().int() }), refusals: [],
    summary: 'How many questions wait for an answer',
  }),
  answer: verb({
    method: 'POST', path: '/api/help/questions/:id/answer', guard: readers, idempotent: true,
    input: z.object({ id, version, answer }), output: z.object({ id, version }), refusals: [],
    summary: 'Answer a question; whoever asked is told by inbox and mail',
  }),
  mine: verb({
    method: 'GET', path: '/api/help/mine', guard: 'session', input: z.object({}),
    output: z.object({ questions: z.array(question.extend({ toPost: z.enum(desks) })) }), refusals: [],
    summary: 'What I asked, newest first, with the answers',
  }),
})
