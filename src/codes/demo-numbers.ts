import { bankCheckDigit } from './bank-code.ts'
import { creditCheckCharacter } from './credit-code.ts'
import { identityCheckCharacter } from './identity-document.ts'
import { organisationCheckCharacter } from './organisation-code.ts'

/**
 * Numbers for the demo and the tests, from ranges that are never issued (fields.md, last part). The same `n` gives the
 * same number on every machine; different `n` give different numbers.
 */
export type DemoHome = 'tianjin' | 'chongqing'

/** County codes that no table has, past or present. */
const county: Record<DemoHome, string> = { tianjin: '120199', chongqing: '500199' }

const digits = (n: number, length: number): string => {
  const fits = Number.isSafeInteger(n) && n >= 0 && n < 10 ** length
  if (!fits) throw new RangeError(`no demo number ${n} of ${length} digits`)
  return String(n).padStart(length, '0')
}

/** `91` county `MX` counter, both check characters right. `kind` is the prefix: 91 企业, 12 事业单位, 52 ... */
export function demoCreditCode(home: DemoHome, n: number, kind = '91'): string {
  const body = `MX${digits(n, 6)}`
  const first17 = `${kind}${county[home]}${body}${organisationCheckCharacter(body)}`
  return first17 + creditCheckCharacter(first17)
}

/** Up to 1,000 people for one birth date (ISO); an odd `n` is a man. */
export function demoResidentId(home: DemoHome, birth: string, n: number): string {
  const first17 = `${county[home]}${birth.replaceAll('-', '')}${digits(n, 3)}`
  return first17 + identityCheckCharacter(first17)
}

/** 164 is not allocated. */
export const demoMobile = (n: number): string => `164${digits(n, 8)}`

/** No local number begins with 0. */
export const demoLandline = (home: DemoHome, n: number): string =>
  `${home === 'tianjin' ? '022' : '023'}-0${digits(n, 7)}`

/** RFC 2606. */
export const demoMail = (name: string, domain: 'example.com' | 'example.org' = 'example.com'): string =>
  `${name}@${domain}`

export const demoBankAccount = (n: number): string => `0000${digits(n, 15)}`

/** 999 is no class of banks. */
export function demoBankCode(home: DemoHome, n: number): string {
  const first11 = `999${home === 'tianjin' ? '1100' : '6530'}${digits(n, 4)}`
  return first11 + bankCheckDigit(first11)
}

/** Whether a number is one of these: for the watermark and for the check that keeps the demo out of production. */
export const isDemoCreditCode = (code: string): boolean => /^..(120199|500199)MX/.test(code)
export const isDemoResidentId = (number: string): boolean => /^(120199|500199)/.test(number)
export const isDemoMobile = (number: string): boolean => number.startsWith('164')
export const isDemoMail = (address: string): boolean => /@example\.(com|org)$/i.test(address)
