import { z } from 'zod'
import { contract, verb } from '../../kernel/contract.ts'
import { openness } from '../../kernel/why.ts'
import { typedSecret } from '../accounts/fields.ts'
import { doors } from './door.ts'

const time = z.iso.datetime()
const refusals = ['city.not_offered', 'city.link.no_door', 'city.link.has_one', 'city.link.no_password', 'city.unavailable', 'city.answer', 'password.wrong'] as const

export const cityContract = contract({
  identity: verb({
    method: 'GET', path: '/api/city/identity', guard: 'session',
    input: z.object({}),
    output: z.object({
      offered: z.boolean(), provider: z.string(), providerEn: z.string(),
      /** The door that fits the account; null for staff. */
      door: z.enum(doors).nullable(),
      /** Masked. */
      linked: z.object({ door: z.enum(doors), name: z.string(), linkedAt: time, lastSeenAt: time }).nullable(),
      ...openness,
    }),
    refusals: [], summary: 'Whether the own account is linked with the city’s identity provider', rows: ['S2-01'],
  }),
  beginLink: verb({
    method: 'POST', path: '/api/city/identity/link', guard: 'session',
    input: z.object({ password: typedSecret }), output: z.object({ to: z.string() }), refusals,
    summary: '关联: the password once more, then the browser goes to the provider and comes back', rows: ['S2-01'],
  }),
  unlink: verb({
    method: 'POST', path: '/api/city/identity/unlink', guard: 'session', idempotent: true,
    input: z.object({ password: typedSecret }), output: z.object({ done: z.literal(true) }), refusals: ['city.unlink.none', 'city.unlink.only_way', 'password.wrong'],
    summary: '解除关联, where another way in is left', rows: ['S2-01'],
  }),
})
