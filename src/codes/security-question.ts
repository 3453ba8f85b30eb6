import type { Check } from '../kernel/check.ts'
import { codeIn } from './code-list.ts'
import { securityQuestions } from './data/security-question.ts'
import { textCheck } from './text.ts'

export { securityQuestions }

/** The entry that lets people write the question themselves. */
export const ownQuestion = 'own'

export const securityQuestion: Check = codeIn(securityQuestions, { message: 'security_question.choose' })

/** A question of one's own: 4 to 100 characters. */
export const questionText: Check = textCheck({ min: 4, max: 100 })

/** An answer as it is typed; what is hashed is `answerForComparison` of it. */
export const securityAnswer: Check = textCheck({ min: 2, max: 100 })

/** The form in which answers are hashed: NFKC, no spaces, lower case, so that a slip of the hand locks nobody out. */
export const answerForComparison = (answer: string): string =>
  answer.normalize('NFKC').replace(/\s/g, '').toLowerCase()
