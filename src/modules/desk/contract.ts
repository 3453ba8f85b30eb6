import { z } from 'zod'
import { contract, verb } from '../../kernel/contract.ts'

const time = z.iso.datetime()

export const deskContract = contract({
  todo: verb({
    method: 'GET', path: '/api/desk/todo', guard: 'session',
    input: z.object({}),
    output: z.object({
      now: time,
      /** All of them together. */
      n: z.number().int(),
      /** What closes first, then what waits longest. */
      lines: z.array(z.object({
        id: z.string(),
        /** Word keys: what waits, and what comes next. */
        what: z.string(), next: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])),
        n: z.number().int(), isMore: z.boolean(), since: time.nullable(), until: time.nullable(), path: z.string(),
      })),
    }),
    refusals: [], summary: '待办: what waits for this mandate, over all rooms: how many, since when, until when, what comes next',
  }),
})
