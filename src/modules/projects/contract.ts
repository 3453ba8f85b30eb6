import { z } from 'zod'
import { personalPosts, unitPosts, type Post } from '../../kernel/actor.ts'
import { contract, verb } from '../../kernel/contract.ts'
import { openness } from '../../kernel/why.ts'
import { reviewStates } from '../profiles/state.ts'

/** Who applies, and who acts for the unit of those who do. */
export const projectPosts: readonly Post[] = [...new Set([...unitPosts, ...personalPosts])]

export const projectsContract = contract({
  entry: verb({
    method: 'GET', path: '/api/projects/entry', guard: projectPosts, input: z.object({}),
    output: z.object({
      /** S2-62: of the own personal information; null for the unit account, which has none. */
      profile: z.object({ isComplete: z.boolean(), isApproved: z.boolean(), state: z.enum(reviewStates).nullable() }).nullable(),
      openCalls: z.number().int(), ...openness,
    }),
    refusals: [], summary: 'Whether 项目管理 is mine, what I can do there now, and of the rest why not', rows: ['S2-05', 'S2-62'],
  }),
})
