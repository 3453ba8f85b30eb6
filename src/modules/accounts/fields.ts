import { z } from 'zod'
import { mail } from '../../codes/mail.ts'
import { mobile } from '../../codes/phone.ts'
import { securityAnswer, securityQuestion } from '../../codes/security-question.ts'
import { userName } from '../../codes/user-name.ts'
import { bad, good, type Check, type Finding } from '../../kernel/check.ts'
import { field, oneOf } from '../../kernel/field.ts'
import { maxLength } from './password.ts'

/** Fields of accounts, for browser and server alike. */
export { defaultPolicy, passwordProblem, passwordStrength, type PasswordContext, type PasswordPolicy, type Strength } from './password.ts'

/** S1-35: a new user name; lower-cased, ASCII, not reserved. */
export const newUserName = field(userName)

/** Long enough for everything that can be a secret, short enough to hash. */
const longest = 512

/** A secret as it was typed, to be checked: no policy here. */
export const typedSecret = z.string({ error: 'field.required' }).min(1, { error: 'field.required' }).max(longest, { error: 'password.wrong' })

/** A new password; length and policy are judged on the server, with the words of the person at hand. */
export const newPassword = z.string({ error: 'field.required' }).min(1, { error: 'field.required' })
  .refine((typed) => typed.length <= longest, { error: 'password.long', params: { max: maxLength } })

/** The name typed at sign-in: whatever it is, the answer is the same (D14). */
export const typedUserName = z.string({ error: 'field.required' }).trim().min(1, { error: 'field.required' }).max(200, { error: 'account.wrong' })

const sixDigits: Check = (raw) => {
  const code = raw.normalize('NFKC').replace(/\s/g, '')
  return /^\d{6}$/.test(code) ? good(code) : bad('proof.format')
}
/** Six digits, typed with blanks or in full width as well: from a mail, a phone or an authenticator. */
export const oneTimeCode = field(sixDigits)

/** S1-42: three questions, each with its answer. */
export const threeQuestions = z
  .array(z.object({ question: field(securityQuestion), answer: field(securityAnswer) }))
  .length(3, { error: 'security_question.three' })
export type SecurityQuestions = z.output<typeof threeQuestions>

/** S1-42: three different ones; whichever was chosen before is named at its second place. */
export function repeatedQuestions(questions: SecurityQuestions): Record<string, Finding> {
  const problems: Record<string, Finding> = {}
  questions.forEach(({ question }, i) => {
    if (questions.findIndex((other) => other.question === question) < i) problems[`questions.${i}.question`] = { code: 'security_question.different' }
  })
  return problems
}

export const proofPurposes = ['register', 'change', 'recover'] as const
export type ProofPurpose = (typeof proofPurposes)[number]
export const proofChannels = ['mail', 'phone'] as const
export type ProofChannel = (typeof proofChannels)[number]

export const proofPurpose = oneOf(proofPurposes)
export const proofChannel = oneOf(proofChannels)

/** S1-17, S1-N3: what a code is sent to, in its canonical form. */
export const checkAddress = (channel: ProofChannel): Check => (channel === 'mail' ? mail : mobile)
