import type { Finding } from '../../kernel/check.ts'
import { legalDocument, type UnitProfileForm } from './fields.ts'
import type { LegalDocument, ProfileFacts, UnitProfile } from './unit-profile.ts'

/**
 * The facts as a form leaves them, and what is wrong beside which field. Of the legal representative's document an empty
 * number keeps the one that is known; a grey field that comes empty was not touched (S2-24).
 */
export function factsIn(before: UnitProfile, form: UnitProfileForm): { facts: ProfileFacts; problems: Record<string, Finding> } {
  const { legalDocumentType: type, legalDocument: number, keywords, ...plain } = form
  const document = documentIn(before.legalDocument, type, number)
  const problems: Record<string, Finding> = document && 'field' in document ? { [document.field]: document.finding } : {}
  const typed: ProfileFacts = {
    postalAddress: plain.postalAddress, postCode: plain.postCode, registeredOn: plain.registeredOn, registeredCapital: plain.registeredCapital,
    paidInCapital: plain.paidInCapital, registrationType: plain.registrationType, unitNature: plain.unitNature,
    legalDocument: document && !('field' in document) ? document : null, functionalZone: plain.functionalZone, industry: plain.industry,
    contactName: plain.contactName, phone: plain.phone, officePhone: plain.officePhone, mail: plain.mail, keywords: keywords ?? [],
  }
  const untouched = before.fromRegistry.filter((field) => typed[field] === null)
  return { facts: { ...typed, ...Object.fromEntries(untouched.map((field) => [field, before[field]])) }, problems }
}

function documentIn(before: LegalDocument | null, type: string | null, number: string | null): LegalDocument | null | { field: string; finding: Finding } {
  if (type === null) return number === null ? null : { field: 'legalDocumentType', finding: { code: 'document_type.choose' } }
  if (number === null) return before?.type === type ? before : { field: 'legalDocument', finding: { code: 'field.required' } }
  const checked = legalDocument(type, number)
  return checked.ok ? { type, number: checked.value } : { field: 'legalDocument', finding: checked }
}
