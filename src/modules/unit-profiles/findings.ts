import { accountNameDiffers, bankAccount } from '../../codes/bank-account.ts'
import { bankCodeDiffers } from '../../codes/bank-code.ts'
import { zoneDiffers } from '../../codes/functional-zone.ts'
import { paidInTooHigh } from '../../codes/money.ts'
import { personName } from '../../codes/person-name.ts'
import { mobile } from '../../codes/phone.ts'
import { postCodeIn } from '../../codes/post-code.ts'
import type { Check, Finding } from '../../kernel/check.ts'
import type { BankFacts } from './bank-account.ts'
import { legalDocument } from './fields.ts'
import type { LegalDocument } from './unit-profile.ts'

/** What looks odd beside a field: said, never in the way (fields.md, 1.1 and 1.2). */
export interface Oddity extends Finding {
  field: string
}

/** The unit as the rules need it: its name and place. */
export interface Place {
  name: string
  province: string | null
  district: string | null
}

/** Any of these may still be missing or half typed. */
export interface Filled {
  postCode?: string | null
  registeredCapital?: string | null
  paidInCapital?: string | null
  functionalZone?: string | null
  contactName?: string | null
  phone?: string | null
  legalDocument?: LegalDocument | null
}

const warned = (field: string, check: Check<unknown>, value: string | null | undefined): Oddity[] => {
  const checked = value ? check(value) : null
  return checked?.ok ? checked.warnings.map((finding) => ({ field, ...finding })) : []
}

const beside = (field: string, finding: Finding | null): Oddity[] => (finding ? [{ field, ...finding }] : [])

/** Postcode and place, paid-in above registered capital, a zone of another district, a rare prefix, a name of one character. */
export function profileOddities(f: Filled, at: Place): Oddity[] {
  return [
    ...(at.province ? warned('postCode', postCodeIn(at.province), f.postCode) : []),
    ...(f.paidInCapital && f.registeredCapital ? beside('paidInCapital', paidInTooHigh(f.paidInCapital, f.registeredCapital)) : []),
    ...(f.legalDocument ? warned('legalDocument', (number) => legalDocument(f.legalDocument?.type ?? '', number), f.legalDocument.number) : []),
    ...(f.functionalZone && at.district ? beside('functionalZone', zoneDiffers(f.functionalZone, at.district)) : []),
    ...warned('contactName', personName, f.contactName),
    ...warned('phone', mobile, f.phone),
  ]
}

/** 户名 that is not 单位名称, a number that looks like a personal card, a bank code of another bank or place. */
export function bankOddities(b: Partial<BankFacts>, at: Place): Oddity[] {
  return [
    ...(b.accountName ? beside('bank.accountName', accountNameDiffers(b.accountName, at.name)) : []),
    ...warned('bank.bankAccount', bankAccount, b.bankAccount),
    ...(b.bankCode
      ? bankCodeDiffers(b.bankCode, { ...(b.bankName && { bank: b.bankName }), ...(at.province && { province: at.province }) }).map((finding) => ({ field: 'bank.bankCode', ...finding }))
      : []),
  ]
}
