import { isUnanswered, type Problem } from '../../../web/problem.ts'

/**
 * A registration may have gone through although its answer was lost: its proofs are spent then, and whoever presses again
 * is refused with them. The key of a deed cannot help, since nothing made of a password is kept with one.
 */
export const mayBeRegistered = (before: boolean, refusal: Problem): boolean => before || isUnanswered(refusal)
