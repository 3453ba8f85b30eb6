import type { AskOf } from '../../../kernel/contract.ts'
import { capital } from '../../../codes/money.ts'
import type { unitProfilesContract } from '../contract.ts'
import { bankOddities, profileOddities, type Oddity, type Place } from '../findings.ts'
import type { ShownProfile } from './shown.ts'

export type Typed = Partial<AskOf<typeof unitProfilesContract.changeUnitProfile>>

/** The fields of the page as the form begins with them, empty ones absent. The number of the document is never there: it is typed anew. */
export const valuesOf = (p: ShownProfile): Typed => Object.fromEntries(Object.entries(fieldsOf(p)).filter(([, value]) => value !== null))

const fieldsOf = (p: ShownProfile): Typed => ({
  postalAddress: p.postalAddress, postCode: p.postCode, registeredOn: p.registeredOn, registeredCapital: p.registeredCapital, paidInCapital: p.paidInCapital,
  registrationType: p.registrationType?.code ?? null, unitNature: p.unitNature?.code ?? null, functionalZone: p.functionalZone?.code ?? null, industry: p.industry?.code ?? null,
  legalDocumentType: p.legalDocumentType?.code ?? null, contactName: p.contactName, phone: p.phone ?? '', officePhone: p.officePhone ?? '', mail: p.mail ?? '',
  keywords: p.keywords.join('、'), bank: { accountName: p.unit.name, accountNameReason: '', bankName: '', bankAccount: '', bankCode: '' },
})

const isEmpty = (value: unknown) => value === undefined || value === null || value === ''

/** What one changed oneself: only this is laid over a newer state, so that nobody else's change is undone by it. */
export const ownChanges = (typed: Readonly<Record<string, unknown>>, initial: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(typed).filter(([name, value]) =>
    JSON.stringify(value) !== JSON.stringify(initial[name]) && !(isEmpty(value) && isEmpty(initial[name]))))

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const amount = (value: unknown): string | null => {
  const checked = capital(text(value))
  return checked.ok ? checked.value : null
}

/** What looks odd about what is typed so far; each beside its field. */
export function odditiesOf(typed: Readonly<Record<string, unknown>>, at: Place, withBank: boolean): Oddity[] {
  const bank = (typed.bank ?? {}) as Record<string, unknown>
  const [type, number] = [text(typed.legalDocumentType), text(typed.legalDocument)]
  return [
    ...profileOddities({
      postCode: text(typed.postCode), registeredCapital: amount(typed.registeredCapital), paidInCapital: amount(typed.paidInCapital), functionalZone: text(typed.functionalZone),
      contactName: text(typed.contactName), phone: text(typed.phone), legalDocument: type && number ? { type, number } : null,
    }, at),
    ...(withBank ? bankOddities({ accountName: text(bank.accountName), bankName: text(bank.bankName), bankAccount: text(bank.bankAccount), bankCode: text(bank.bankCode).replaceAll(/\s/g, '') }, at) : []),
  ]
}

/** Fields that may be said to look odd, so that what was said goes away again. */
export const judged = ['postCode', 'paidInCapital', 'functionalZone', 'contactName', 'phone', 'legalDocument', 'bank.accountName', 'bank.bankAccount', 'bank.bankCode'] as const
