import { z } from 'zod'
import { contract, verb } from '../../kernel/contract.ts'
import { printStates } from './fields.ts'
import { readers } from './readers.ts'

const applicationId = z.uuid()
const key = z.string().regex(/^[0-9a-f]{64}$/)

export const printsContract = contract({
  of: verb({
    method: 'POST', path: '/api/prints', guard: readers,
    input: z.object({ applicationId, /** A submitted version; null: the draft as it is now. */ revision: z.int32().positive().nullable() }),
    output: z.object({
      state: z.enum(printStates), key,
      number: z.string().nullable(), title: z.string(), revision: z.number().int().nullable(), isLatest: z.boolean(),
      /** Of the content; null of a draft. Leads to the page that verifies it. */
      hash: z.string().nullable(),
      /** Once it is made: where it is fetched. */
      link: z.string().nullable(), pages: z.number().int().nullable(), bytes: z.number().int().nullable(),
    }),
    refusals: ['prints.refused.too_many'],
    summary: 'The PDF of a submitted version or of a draft: whether it is made, and where it lies; what is not there yet is made from then on (E63)',
  }),
  again: verb({
    method: 'POST', path: '/api/prints/again', guard: readers,
    input: z.object({ applicationId, key }), output: z.object({ state: z.enum(printStates) }), refusals: [],
    summary: 'One more try for a PDF that could not be made',
  }),
  file: verb({
    method: 'GET', path: '/api/prints/:applicationId/:key', guard: readers, download: true,
    input: z.object({ applicationId, key }), output: z.void(), refusals: ['prints.refused.not_ready'], summary: 'The PDF',
  }),
  keys: verb({
    method: 'GET', path: '/api/prints/receipt-keys', guard: 'anyone',
    input: z.object({}), output: z.object({ keys: z.array(z.object({ kty: z.string(), crv: z.string(), x: z.string(), kid: z.string(), alg: z.string(), use: z.string() })) }),
    refusals: [], summary: 'The public keys of the receipts (JWK Set, RFC 7517): anybody can verify a receipt without us',
  }),
})
