import { bad, good, type Check, type Finding } from '../kernel/check.ts'
import { codeText, onward } from './text.ts'

const decimals = 6
const most = 99_999_999n * 10n ** BigInt(decimals)
const plain = /^(\d{1,12})(?:\.(\d{1,6}))?$/
const grouped = /^\d{1,3}(,\d{3})+(?=\.|$)/

/** An amount as a whole number of millionths, so that nothing is ever rounded. */
const millionths = (amount: string): bigint => {
  const [whole = '0', fraction = ''] = amount.split('.')
  return BigInt(whole) * 10n ** BigInt(decimals) + BigInt(fraction.padEnd(decimals, '0'))
}

/**
 * An amount in 万元 as a decimal text, never a float: 0 to 99,999,999 with at most six decimals. Thousands may be grouped
 * with commas; the canonical form has no commas, no needless zeros.
 */
export const amountIn = (message: string): Check => (raw) =>
  onward(codeText(raw), (text) => {
    const parts = plain.exec(grouped.test(text) ? text.replaceAll(',', '') : text)
    if (!parts) return bad(message)
    const whole = (parts[1] ?? '').replace(/^0+(?=\d)/, '')
    const fraction = (parts[2] ?? '').replace(/0+$/, '')
    const amount = fraction ? `${whole}.${fraction}` : whole
    return millionths(amount) > most ? bad(message) : good(amount)
  })

/** 注册资本 / 实收资本. */
export const capital: Check = amountIn('capital.format')

/** Negative, zero or positive, as `a` is less than, equal to or more than `b`. */
export function compareAmounts(a: string, b: string): number {
  const difference = millionths(a) - millionths(b)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** 实收资本 above 注册资本 is a warning. */
export const paidInTooHigh = (paidIn: string, registered: string): Finding | null =>
  compareAmounts(paidIn, registered) > 0 ? { code: 'capital.paid_in' } : null
