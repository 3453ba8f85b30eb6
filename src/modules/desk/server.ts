import type { Actor } from '../../kernel/actor.ts'
import type { Call, Handlers } from '../../platform/serve/call.ts'
import type { WaitingLine } from '../../platform/waiting.ts'
import type { deskContract } from './contract.ts'
import { inOrder } from './to-do.ts'

/** One room after the other: on a page of its own, and few statements each. */
async function linesFor(call: Pick<Call<unknown, Actor>, 'actor' | 'tools' | 'request'>): Promise<WaitingLine[]> {
  const post = call.actor.mandate?.post
  const lines: WaitingLine[] = []
  for (const source of call.tools.waiting) if (post && source.posts.includes(post)) lines.push(...(await source.of(call)))
  return inOrder(lines)
}

export const deskHandlers: Handlers<typeof deskContract> = {
  async todo(call) {
    const lines = await linesFor(call)
    return {
      now: call.tools.clock.now().toISOString(), n: lines.reduce((sum, line) => sum + line.n, 0),
      lines: lines.map(({ id, what, next, params, n, isMore, since, until, path }) => ({
        id, what, next, params: { ...params }, n, isMore: isMore === true, since: since?.toISOString() ?? null, until: until?.toISOString() ?? null, path,
      })),
    }
  },
}
