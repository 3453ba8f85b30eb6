import { newId } from '../kernel/ids.ts'
import { isUnanswered, type Answer } from './problem.ts'

/**
 * The Idempotency-Key of one deed (I9): made before sending, kept while no answer has come, so that pressing again after a
 * broken connection cannot do the thing twice. Another input is another deed and gets another key.
 */
export interface DeedKey {
  keyFor(input: unknown): string
  /** To be told every answer. */
  settle(answer: Answer<unknown>): void
}

export function deedKey(make: () => string = newId): DeedKey {
  let kept: { key: string; input: string } | null = null
  return {
    keyFor(input) {
      const text = JSON.stringify(input) ?? ''
      if (kept?.input !== text) kept = { key: make(), input: text }
      return kept.key
    },
    settle(answer) {
      if (answer.ok || !isUnanswered(answer.refusal)) kept = null
    },
  }
}
