import { z } from 'zod'
import { address } from '../../codes/address.ts'
import { bankAccount, bankName } from '../../codes/bank-account.ts'
import { bankCode } from '../../codes/bank-code.ts'
import { registeredOn } from '../../codes/day.ts'
import { identityDocument, isDocumentType } from '../../codes/identity-document.ts'
import { keywords } from '../../codes/keywords.ts'
import { mail } from '../../codes/mail.ts'
import { capital } from '../../codes/money.ts'
import { personName } from '../../codes/person-name.ts'
import { landline, mobile } from '../../codes/phone.ts'
import { postCode } from '../../codes/post-code.ts'
import { longTextCheck, textCheck } from '../../codes/text.ts'
import { field, optionalField } from '../../kernel/field.ts'
import { bad, good, type Check } from '../../kernel/check.ts'

/** A code from a list: whether it is current is asked on the server, where the lists live (E06). */
const chosen: Check = (raw) => (raw.length <= 40 ? good(raw.trim()) : bad('field.choose'))

/** With a red star (S2-25): that it is empty is said before what it should look like. */
const starred = (check: Check): Check => (raw) => (raw.trim() === '' ? bad('field.required') : check(raw))

/** S2-13 to S2-20, as the page sends them all at once: what is empty is empty, but for what the registry filled (S2-24). */
export const unitProfileForm = z.object({
  registeredOn: optionalField(registeredOn),
  registeredCapital: optionalField(capital),
  paidInCapital: optionalField(capital),
  registrationType: optionalField(chosen),
  legalDocumentType: z.string().nullish().transform((type) => type || null).refine((type) => type === null || isDocumentType(type), { error: 'document_type.choose' }),
  /** Typed anew, or empty: then the number that is known for this kind stays. */
  legalDocument: z.string().max(60, { error: 'field.too_long' }).nullish().transform((number) => number?.trim() || null),
  unitNature: optionalField(chosen),
  functionalZone: optionalField(chosen),
  industry: optionalField(chosen),
  postalAddress: optionalField(address),
  postCode: optionalField(postCode),
  contactName: optionalField(personName),
  /** 单位联系人手机, 单位联系人办公电话, E-mail: with a red star (S2-25). */
  phone: field(mobile),
  officePhone: field(starred(landline)),
  mail: field(starred(mail)),
  keywords: optionalField(keywords),
})
export type UnitProfileForm = z.output<typeof unitProfileForm>

/** S2-21, S2-22: 开户银行, 银行账号 and 银行行号 with a red star. */
export const bankForm = z.object({
  accountName: field(starred(textCheck({ min: 2, max: 100 }))),
  /** Where 户名 is not 单位名称. */
  accountNameReason: z.string().max(1000, { error: 'field.too_long' }).nullish().transform((reason) => reason ?? '').pipe(field(textCheck({ min: 0, max: 200 }))),
  bankName: field(starred(bankName)),
  bankAccount: field(starred(bankAccount)),
  bankCode: field(starred(bankCode)),
})
export type BankForm = z.output<typeof bankForm>

/** The number by the rule of its kind; the message of what is wrong with it otherwise. */
export const legalDocument = (type: string, number: string) => (isDocumentType(type) ? identityDocument(type)(number) : bad('document_type.choose'))

/** Why somebody looks at a number that is masked. */
export const lookReason = field(textCheck({ min: 2, max: 200 }))
/** Why a change of the bank account is refused; the proposer reads it. */
export const refusalReason = field(longTextCheck({ min: 2, max: 500 }))
