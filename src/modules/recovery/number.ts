import { bad, good, type Check } from '../../kernel/check.ts'
import { bareCode } from '../../codes/text.ts'

/** ISO 7064 MOD 11,10: no slip of one digit passes, and hardly one of two neighbours changed about. */
function checkDigit(digits: string): string {
  let rest = 10
  for (const digit of digits) {
    const sum = (rest + Number(digit)) % 10 || 10
    rest = (sum * 2) % 11
  }
  return String((11 - rest) % 10)
}

/** Number of a case: eight digits and their check digit, to be read out on the phone. `n` is below a hundred million. */
export const caseNumber = (n: number): string => {
  const digits = String(n).padStart(8, '0')
  return digits + checkDigit(digits)
}

/** In the groups in which it is shown: 1234 5678 9. */
export const caseNumberGroups = [4, 4, 1] as const

/** A number as somebody typed it: blanks and full width allowed. */
export const typedCaseNumber: Check = (raw) => {
  const code = bareCode(raw)
  if (!code.ok) return code
  return /^\d{9}$/.test(code.value) && checkDigit(code.value.slice(0, 8)) === code.value[8] ? good(code.value) : bad('recovery.number.format')
}
