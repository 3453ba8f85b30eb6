import { bad, good, type Check, type Finding } from '../kernel/check.ts'
import { bankHeadOffices } from './data/bank-head-office.ts'
import { bareCode, onward } from './text.ts'

/** Digits 4 to 7 of the bank codes of a province. */
const areas: Record<string, string> = { 120000: '1100', 500000: '6530' }

/** What ISO 7064 MOD 11,10 leaves after these digits; the check digit brings it to 1. */
const carried = (digits: string): number =>
  [...digits].reduce((p, d) => (((p + Number(d)) % 10 || 10) * 2) % 11, 10)

/** ISO 7064 MOD 11,10 (GB/T 17710): the digit that belongs behind these. */
export const bankCheckDigit = (digits: string): string => String((11 - carried(digits)) % 10)

/** 银行行号: twelve digits, class 3 + area 4 + branch 4 + check 1. */
export const bankCode: Check = (raw) =>
  onward(bareCode(raw), (code) => {
    if (!/^\d{12}$/.test(code)) return bad('bank_code.format')
    return bankCheckDigit(code.slice(0, 11)) === code.charAt(11) ? good(code) : bad('bank_code.checksum')
  })

/** Warnings where a bank code speaks for another bank than the one named, or for another place than the unit's. */
export function bankCodeDiffers(code: string, beside: { bank?: string; province?: string }): Finding[] {
  const found: Finding[] = []
  const named = bankHeadOffices.items.filter((item) => beside.bank?.includes(item.name))
  const isOneOfThem = named.some((item) => item.code.slice(0, 3) === code.slice(0, 3))
  if (named.length > 0 && !isOneOfThem) found.push({ code: 'bank_code.bank' })
  const area = areas[beside.province ?? '']
  if (area && code.slice(3, 7) !== area) found.push({ code: 'bank_code.area' })
  return found
}
