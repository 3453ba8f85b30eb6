import { z } from 'zod'
import { posts } from '../../kernel/actor.ts'
import { verb } from '../../kernel/contract.ts'
import { reason } from './fields.ts'

const id = z.uuid()
const time = z.iso.datetime()
const support = ['support_officer'] as const

/** What support sees of an account: mailbox and phone masked, never a secret. */
export const accountOutput = z.object({
  accountId: id, userName: z.string(), name: z.string(), mail: z.string().nullable(), phone: z.string().nullable(),
  state: z.enum(['active', 'disabled']), createdAt: time, lastSignedInAt: time.nullable(), secondFactor: z.boolean(),
  posts: z.array(z.object({ post: z.enum(posts), scope: z.string().nullable(), since: time })),
})

export const contactOutput = z.object({ name: z.string(), mail: z.string().nullable(), phone: z.string().nullable() })

/** S1-58: accounts as support may look at them; every look stands in the journal. */
export const accountVerbs = {
  lookUp: verb({
    method: 'POST', path: '/api/recovery/accounts/search', guard: support,
    input: z.object({ text: z.string({ error: 'field.required' }).trim().min(1, { error: 'field.required' }).max(120, { error: 'field.too_long' }) }),
    output: z.object({ accounts: z.array(accountOutput) }), refusals: [],
    summary: 'Accounts by whole user name, mailbox or phone, or by name or code of their unit; that it was looked for is recorded', rows: ['S1-58'],
  }),
  keeper: verb({
    method: 'POST', path: '/api/recovery/cases/:id/keeper', guard: support,
    input: z.object({ id }), output: z.object({ account: accountOutput.nullable() }), refusals: [],
    summary: 'The account that keeps the unit of a case; that it was looked at is recorded', rows: ['S1-58'],
  }),
  revealAccount: verb({
    method: 'POST', path: '/api/recovery/accounts/:id/contact', guard: support,
    input: z.object({ id, reason }), output: contactOutput, refusals: [],
    summary: 'Contact data of an account in clear; who asked and why is recorded', rows: ['S1-58', 'S1-N4'],
  }),
  revealClaimant: verb({
    method: 'POST', path: '/api/recovery/cases/:id/contact', guard: support,
    input: z.object({ id, reason }), output: contactOutput, refusals: [],
    summary: 'Contact data of the claimant in clear; who asked and why is recorded', rows: ['S1-58', 'S1-N4'],
  }),
}
