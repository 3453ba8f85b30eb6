import { z } from 'zod'
import type { Refusal } from './refusal.ts'

/**
 * "Why can't I?" (N11): a deed that is not open, with the very refusal that the server would give. The law of a noun has
 * one function `whyNot(verb, facts, actor): Refusal | null`; the verb of the server asks it before it acts, the list and
 * the page ask it to draw the deed.
 */
export interface Closed {
  verb: string
  /** A word key: which rule, with the fact in its parameters. */
  code: string
  params: Record<string, string | number>
}

export const closedOutput = z.object({ verb: z.string(), code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })

/** Beside `can`, what is shown but not open, each with its reason. */
export const openness = {
  can: z.array(z.string()),
  closed: z.array(closedOutput),
}

/** Which of these verbs are open now; of the others, why not. */
export function opennessOf<V extends string>(verbs: readonly V[], whyNot: (verb: V) => Refusal | null): { can: V[]; closed: Closed[] } {
  const can: V[] = []
  const closed: Closed[] = []
  for (const verb of verbs) {
    const refusal = whyNot(verb)
    if (refusal) closed.push({ verb, code: refusal.code, params: refusal.params })
    else can.push(verb)
  }
  return { can, closed }
}
