import { bad, good, type Check, type Checked } from '../kernel/check.ts'
import { lengthOf, onward, plainText } from './text.ts'

const hanName = /^[\p{Unified_Ideograph}〇]+(·[\p{Unified_Ideograph}〇]+)*$/u
const latinName = /^[\p{Script=Latin}][\p{Script=Latin} .'’-]*$/u
/** Dots that input methods and old systems write for the one of 民委发〔2016〕33号, U+00B7. */
const dots = /[\u2022\u2027\u30FB\uFF65\u22C5\u2219\u25CF]/g
const atEnds = /^[·\s]+|[·\s]+$/g
const variationSelectors = /[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu
const privateUse = /\p{Private_Use}/u

/** Which writing a name may have: that of the resident card, that of a passport, or either. */
export type NameScript = 'han' | 'latin' | 'any'

/**
 * The character that an old user-defined one (GBK FE50-FEA0, U+E815-E864) became in GB 18030-2022, e.g. U+E863 -> 䶮.
 * The decoder of the platform is the table. Null where there is none.
 */
export function standardCharacterFor(old: string): string | null {
  const offset = (old.codePointAt(0) ?? 0) - 0xe815
  if (offset < 0 || offset > 0x4f) return null
  const trail = 0x50 + offset
  const now = new TextDecoder('gb18030').decode(Uint8Array.of(0xfe, trail >= 0x7f ? trail + 1 : trail))
  return privateUse.test(now) ? null : now
}

function privateUseRefusal(name: string): Checked<string> {
  const odd = [...name].find((c) => privateUse.test(c)) ?? ''
  const likely = standardCharacterFor(odd)
  return likely ? bad('person_name.private_use_known', { likely }) : bad('person_name.private_use')
}

/**
 * 姓名 (民委发〔2016〕33号, GB 18030-2022): NFC, the one middle dot, no variation selectors. Han names up to 50 code points,
 * Latin ones (passports) up to 60. One character alone is a warning, never a refusal.
 */
export const personNameIn = (script: NameScript): Check => (raw) =>
  onward(plainText(raw), (text) => {
    const name = text.replace(variationSelectors, '').replace(dots, '·').replace(atEnds, '').normalize('NFC')
    if (name === '') return bad('person_name.required')
    if (privateUse.test(name)) return privateUseRefusal(name)
    const isHan = script !== 'latin' && hanName.test(name)
    const isLatin = script !== 'han' && latinName.test(name)
    if (!isHan && !isLatin) return bad(script === 'latin' ? 'person_name.latin' : 'person_name.characters')
    const max = isHan ? 50 : 60
    if (lengthOf(name) > max) return bad('person_name.length', { max })
    return lengthOf(name) === 1 ? good(name, { code: 'person_name.single' }) : good(name)
  })

export const personName: Check = personNameIn('any')

/** 法定代表人: the same rule, with its own word for nothing at all. */
export const legalRepresentative: Check = (raw) => {
  const checked = personName(raw)
  return !checked.ok && checked.code === 'person_name.required' ? bad('legal_representative.required') : checked
}

/** The writing that a document of this type bears (`identity-document.ts`). */
export function nameScriptOf(documentType: string): NameScript {
  if (documentType === 'ID') return 'han'
  return ['PASSPORT', 'FPR_2017', 'FPR_2023', 'HKM_TP_NC'].includes(documentType) ? 'latin' : 'any'
}
