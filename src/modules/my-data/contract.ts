import { z } from 'zod'
import { contract, verb } from '../../kernel/contract.ts'
import { pageInput, pageOutput } from '../../kernel/list.ts'
import { proofChannel, typedSecret } from '../accounts/fields.ts'

const id = z.uuid()
const time = z.iso.datetime()
const text = z.string()

/** A value as the page shows it, in the reader's language. */
export const shownValue = z.object({
  /** `time`: ISO. `masked`: the whole is asked for with `reveal`. */
  kind: z.enum(['text', 'time', 'masked']),
  text,
})

export const shownSection = z.object({
  /** Word key of its title. */
  title: text,
  items: z.array(z.object({ id: text, facts: z.array(z.object({ label: text, value: shownValue })) })),
  /** Only the newest are here: the file holds them all. */
  more: z.boolean(),
})

/** Somebody else saw what is not shown to everybody: who, under which mandate, when, what and why. */
export const look = z.object({
  id: text, at: time, what: text,
  /** null: the platform itself, or nobody who was signed in. */
  by: text.nullable(), mandate: text.nullable(), reason: text.nullable(),
})

/** Beside which field a refusal of the step-up stands. */
const stepUp = { password: typedSecret.nullish(), proofId: id.nullish() }

export const myDataContract = contract({
  mine: verb({
    method: 'GET', path: '/api/my-data', guard: 'session', input: z.object({}),
    output: z.object({
      sections: z.array(shownSection),
      stepUp: z.object({ password: z.boolean(), channels: z.array(z.object({ channel: proofChannel, address: text })) }),
      /** Whether one is a person with a unit and personal information, or an account of a unit or of staff. */
      isPerson: z.boolean(),
    }),
    refusals: [], summary: 'Everything the platform holds on the account that asks, by kind, newest first', rows: ['S2-61'],
  }),
  reveal: verb({
    method: 'POST', path: '/api/my-data/reveal', guard: 'session',
    input: z.object({ section: z.string().max(80), item: z.string().max(80), fact: z.string().max(80) }), output: z.object({ value: text }), refusals: [],
    summary: 'One own number in clear; that it was asked for is recorded', rows: ['S2-61'],
  }),
  lookers: verb({
    method: 'GET', path: '/api/my-data/looks', guard: 'session',
    input: z.object({ after: pageInput.after, before: pageInput.before, page: z.coerce.number().int().min(1).max(1_000_000).optional() }),
    output: pageOutput(look), refusals: [], summary: 'Who looked at what is masked of the account that asks, and why; newest first', rows: ['S2-61', 'S1-54'],
  }),
  sendOwnCode: verb({
    method: 'POST', path: '/api/my-data/own-code', guard: 'session', input: z.object({ channel: proofChannel }),
    output: z.object({ id, expiresAt: time, againAfterSeconds: z.number().int() }), refusals: ['proof.wait', 'proof.no_address'],
    summary: 'A code to the own mailbox or phone, in place of the password', rows: ['S2-61'],
  }),
  file: verb({
    method: 'POST', path: '/api/my-data/file', guard: 'session', input: z.object(stepUp), output: z.void(), download: true,
    refusals: ['password.wrong', 'proof.not_proven', 'busy'],
    summary: 'The same in clear as a file, to read and for programs, after the password or a code was shown once more', rows: ['S2-61'],
  }),
})
