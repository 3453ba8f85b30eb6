import { street } from '../../codes/address.ts'
import { creditCode } from '../../codes/credit-code.ts'
import { identityDocument, identityDocumentTypes, isDocumentType, type DocumentType } from '../../codes/identity-document.ts'
import { legalRepresentative, nameScriptOf, personName, personNameIn } from '../../codes/person-name.ts'
import { mobile } from '../../codes/phone.ts'
import { unitName } from '../../codes/unit-name.ts'
import type { Check } from '../../kernel/check.ts'
import { refuse, type Refusal } from '../../kernel/refusal.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import type { ClaimNames } from './claim-names.ts'
import type { Door } from './door.ts'

/** What a provider says of somebody, as it came. Pure from here on. */
export type Claims = Readonly<Record<string, unknown>>

export interface Document {
  type: string
  number: string
}

/** A legal entity, every value checked and canonical; what is null the provider does not say, or says oddly. */
export interface LegalFacts {
  creditCode: string
  name: string
  legalRepresentative: string
  legalDocument: Document | null
  registrationType: string | null
  registeredCapital: string | null
  paidInCapital: string | null
  registeredOn: string | null
  district: string | null
  address: string | null
  /** Who acts for it there. */
  contactName: string | null
  phone: string | null
}

export interface PersonFacts {
  name: string
  document: Document
  phone: string | null
}

/** A claim by its name; `a.b` is `b` within `a`, unless the provider has one that is called so. */
function claimIn(claims: Claims, name: string): unknown {
  if (name === '') return undefined
  if (Object.hasOwn(claims, name)) return claims[name]
  return name.split('.').reduce<unknown>((value, part) => (isObject(value) && Object.hasOwn(value, part) ? value[part] : undefined), claims)
}
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Text, or a number as a registry may write one; anything else is as good as nothing. */
function textIn(claims: Claims, name: string): string | null {
  const value = claimIn(claims, name)
  const text = typeof value === 'string' ? value : typeof value === 'number' && Number.isFinite(value) ? String(value) : ''
  return text.trim() === '' || text.length > 500 ? null : text
}

const missing = (claim: string) => refuse('city.claim.missing', { status: 403, params: { claim } })
const odd = (claim: string) => refuse('city.claim.odd', { status: 403, params: { claim } })

function needed(claims: Claims, claim: string, check: Check, oddly: Refusal = odd(claim)): string | Refusal {
  const text = textIn(claims, claim)
  if (text === null) return missing(claim)
  const checked = check(text)
  return checked.ok ? checked.value : oddly
}

function wanted(claims: Claims, claim: string, check: Check): string | null {
  const text = textIn(claims, claim)
  const checked = text === null ? null : check(text)
  return checked?.ok ? checked.value : null
}

/** Our kinds that a provider's word may mean: our own code, one of GA/T 517, or what the operator said it is. */
function typesOf(word: string, pairs: string): DocumentType[] {
  const said = pairs.split(' ').map((pair) => pair.split('=')).find(([theirs]) => theirs === word)?.[1]
  if (said !== undefined) return isDocumentType(said) ? [said] : []
  if (isDocumentType(word)) return [word]
  return identityDocumentTypes.items.filter((item) => item.ga517 === word).map((item) => item.code).filter(isDocumentType)
}

/** GA/T 517 has one number for two kinds of ours: the first whose rule the number keeps. */
function documentIn(claims: Claims, names: ClaimNames, typeClaim: string, numberClaim: string): Document | Refusal {
  const number = textIn(claims, numberClaim)
  if (number === null) return missing(numberClaim)
  const types = typesOf(textIn(claims, typeClaim)?.trim() ?? 'ID', names.documentTypes)
  if (types.length === 0) return odd(typeClaim)
  for (const type of types) {
    const checked = identityDocument(type)(number)
    if (checked.ok) return { type, number: checked.value }
  }
  return odd(numberClaim)
}

/** S2-02: whoever came through one door is what that door is for. */
function kindProblem(claims: Claims, names: ClaimNames, door: Door): Refusal | null {
  const kind = textIn(claims, names.kind)
  const other = door === 'legal' ? names.kindPerson : names.kindLegal
  const own = door === 'legal' ? names.kindLegal : names.kindPerson
  if (kind === null || kind === own) return null
  return kind === other ? refuse(`city.wrong_door.${door}`, { status: 403 }) : odd(names.kind)
}

/** S2-03: who a legal entity is. Refuses with `city.wrong_door.legal`, `city.credit_code`, and `city.claim.missing` or `.odd` (`claim`). */
export function legalFactsIn(claims: Claims, names: ClaimNames): LegalFacts | Refusal {
  const wrong = kindProblem(claims, names, 'legal')
  if (wrong) return wrong
  const code = needed(claims, names.creditCode, creditCode, refuse('city.credit_code', { status: 403 }))
  if (isRefusal(code)) return code
  const name = needed(claims, names.unitName, unitName)
  if (isRefusal(name)) return name
  const representative = needed(claims, names.representative, legalRepresentative)
  if (isRefusal(representative)) return representative
  const document = documentIn(claims, names, names.representativeDocumentType, names.representativeDocument)
  return {
    creditCode: code, name, legalRepresentative: representative, legalDocument: isRefusal(document) ? null : document,
    // Checked by the room that keeps them, against its lists.
    registrationType: textIn(claims, names.registrationType), registeredCapital: textIn(claims, names.registeredCapital),
    paidInCapital: textIn(claims, names.paidInCapital), registeredOn: textIn(claims, names.registeredOn), district: textIn(claims, names.district)?.trim() ?? null,
    address: wanted(claims, names.address, street), contactName: wanted(claims, names.name, personName), phone: wanted(claims, names.phone, mobile),
  }
}

/** S2-04: who a person is. Refuses with `city.wrong_door.person`, and `city.claim.missing` or `.odd` (`claim`). */
export function personFactsIn(claims: Claims, names: ClaimNames): PersonFacts | Refusal {
  const wrong = kindProblem(claims, names, 'person')
  if (wrong) return wrong
  const document = documentIn(claims, names, names.documentType, names.document)
  if (isRefusal(document)) return document
  const name = needed(claims, names.name, personNameIn(nameScriptOf(document.type)))
  if (isRefusal(name)) return name
  return { name, document, phone: wanted(claims, names.phone, mobile) }
}
