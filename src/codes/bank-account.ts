import { bad, good, type Check, type Finding } from '../kernel/check.ts'
import { bareCode, onward, textCheck } from './text.ts'
import { unitNameForComparison } from './unit-name.ts'

/** Luhn's sum of a whole card number, check digit included. */
function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, d, i) => {
    const value = Number(d) * (i % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

/** JR/T 0008: a personal card has 16 to 19 digits, begins with 62 and passes Luhn. */
const looksLikeCard = (digits: string): boolean => /^62\d{14,17}$/.test(digits) && passesLuhn(digits)

/** 银行账号 of a unit: 8 to 32 digits. Corporate accounts have no public check digit, so a card's is only a warning. */
export const bankAccount: Check = (raw) =>
  onward(bareCode(raw), (digits) => {
    if (!/^\d{8,32}$/.test(digits)) return bad('bank_account.format')
    return looksLikeCard(digits) ? good(digits, { code: 'bank_account.card' }) : good(digits)
  })

/** 开户银行: head office and branch in full, 4 to 60 characters. */
export const bankName: Check = textCheck({ min: 4, max: 60, code: 'bank.length' })

/** 户名 against 单位名称: not equal after normalisation is a warning that asks for a reason. */
export const accountNameDiffers = (accountName: string, unitName: string): Finding | null =>
  unitNameForComparison(accountName) === unitNameForComparison(unitName) ? null : { code: 'account_name.differs' }
