import { z } from 'zod'
import type { Finding } from '../../kernel/check.ts'
import { field } from '../../kernel/field.ts'
import { street } from '../../codes/address.ts'
import { creditCodeWithoutChecksum } from '../../codes/credit-code.ts'
import { legalRepresentative, personName } from '../../codes/person-name.ts'
import { unitName } from '../../codes/unit-name.ts'
import { userName } from '../../codes/user-name.ts'
import { repeatedQuestions, threeQuestions } from '../accounts/fields.ts'

/** Fields of a registration that the desk can mark; in the order of the manual's page (S1-36 to S1-41, S1-43). */
export const registrationFields = [
  'name', 'creditCode', 'legalNature', 'legalType', 'legalRepresentative', 'authorityId',
  'registeredDistrict', 'registeredAddress', 'locatedDistrict', 'locatedAddress',
  'contactName', 'licence',
] as const
export type RegistrationField = (typeof registrationFields)[number]

/** A code from a list: which list and whether it is current is asked on the server, where the lists live. */
const chosen = (message: string) => z.string({ error: message }).trim().min(1, { error: message }).max(40, { error: message })

/** Step 1 (S1-35, S1-41, S1-42): the account, who keeps it, and three questions. */
export const accountStep = z.object({
  acceptanceId: z.uuid({ error: 'agreement.not_accepted' }),
  userName: field(userName),
  // Length and policy are judged on the server, with the words of this person at hand (accounts/password.ts).
  password: z.string({ error: 'field.required' }).min(1, { error: 'field.required' }).max(256, { error: 'field.too_long' }),
  passwordAgain: z.string({ error: 'field.required' }).max(256, { error: 'field.too_long' }),
  contactName: field(personName),
  mailProofId: z.uuid({ error: 'proof.not_proven' }),
  phoneProofId: z.uuid({ error: 'proof.not_proven' }),
  questions: threeQuestions,
})
export type AccountStep = z.output<typeof accountStep>

/** Step 2 (S1-36 to S1-40). */
export const unitStep = z.object({
  name: field(unitName),
  // The check digit is judged by `unitStepProblems`: a few early codes fail it and are verified by hand (fields.md).
  creditCode: field(creditCodeWithoutChecksum),
  creditCodeByHand: z.boolean().default(false),
  legalNature: chosen('legal_nature.choose'),
  legalType: chosen('legal_type.choose'),
  legalRepresentative: field(legalRepresentative),
  authorityId: z.uuid({ error: 'authority.choose' }),
  registeredDistrict: chosen('district.choose'),
  registeredAddress: field(street),
  locatedDistrict: chosen('district.choose'),
  locatedAddress: field(street),
  /** The desk may want it corrected (S1-41); mailbox and phone are changed by their codes. */
  contactName: field(personName).optional(),
})
export type UnitStep = z.output<typeof unitStep>

/** What only several fields together show to be wrong. */
export function accountStepProblems(step: Pick<AccountStep, 'password' | 'passwordAgain' | 'questions'>): Record<string, Finding> {
  const problems = repeatedQuestions(step.questions)
  if (step.password.normalize('NFC') !== step.passwordAgain.normalize('NFC')) problems.passwordAgain = { code: 'password.again' }
  return problems
}
