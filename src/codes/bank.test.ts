import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accountNameDiffers, bankAccount, bankName } from './bank-account.ts'
import { bankCheckDigit, bankCode, bankCodeDiffers } from './bank-code.ts'
import { bankHeadOffices } from './data/bank-head-office.ts'
import { demoBankAccount, demoBankCode } from './demo-numbers.ts'
import { absent, published } from './testing/published.ts'
import { read, warnings } from './testing/checked.ts'

test('bank codes of the head offices pass ISO 7064 MOD 11,10', () => {
  for (const { code, name } of bankHeadOffices.items) expect(read(bankCode(code)), name).toBe(code)
  expect(read(bankCode('1021 0009 9996'))).toBe('102100099996')
  expect(read(bankCode('102100099997'))).toBe('bank_code.checksum')
  expect(read(bankCode('10210009999'))).toBe('bank_code.format')
})

test('every change of one digit of a bank code is refused', () => {
  fc.assert(fc.property(fc.stringMatching(/^\d{11}$/), fc.nat(11), fc.nat(9), (first11, at, digit) => {
    const code = first11 + bankCheckDigit(first11)
    const changed = code.slice(0, at) + digit + code.slice(at + 1)
    expect(bankCode(changed).ok).toBe(changed === code)
  }), { numRuns: 2000 })
})

test('another bank or another place than named is a warning', () => {
  expect(bankCodeDiffers('313653000013', { bank: '重庆银行渝中支行', province: '500000' })).toEqual([])
  expect(bankCodeDiffers('102100099996', { bank: '中国农业银行天津分行', province: '120000' }))
    .toEqual([{ code: 'bank_code.bank' }, { code: 'bank_code.area' }])
  expect(bankCodeDiffers(demoBankCode('tianjin', 1), { province: '120000' })).toEqual([])
})

test('accounts of 8 to 32 digits; no Luhn for corporate ones, a warning for what looks like a personal card', () => {
  expect(read(bankAccount('0000 1234-5678'))).toBe('000012345678')
  expect(read(bankAccount('1234567'))).toBe('bank_account.format')
  expect(read(bankAccount('1'.repeat(33)))).toBe('bank_account.format')
  expect(warnings(bankAccount('6200000000000005'))).toEqual(['bank_account.card'])
  expect(warnings(bankAccount('6200000000000006'))).toEqual([])
  expect(warnings(bankAccount(demoBankAccount(18)))).toEqual([])
})

test('the account bears the name of the unit', () => {
  expect(accountNameDiffers('示例(天津)公司', '示例（天津）公司')).toBeNull()
  expect(accountNameDiffers('示例公司', '示例二公司')).toEqual({ code: 'account_name.differs' })
  expect(read(bankName('天津银行'))).toBe('天津银行')
  expect(read(bankName('银行'))).toBe('bank.length')
})

interface Banks {
  sets: { valid: string[]; fails_check_in_source: { value: string }[] }[]
  iso7064_mod_11_10_reference: { valid: string[]; invalid: string[] }
}

test.skipIf(absent('vectors/cnaps.json'))('published bank codes', () => {
  const { sets, iso7064_mod_11_10_reference: reference } = published('vectors/cnaps.json') as Banks
  for (const set of sets) {
    for (const code of set.valid) expect(read(bankCode(code))).toBe(code)
    for (const { value } of set.fails_check_in_source) expect(read(bankCode(value))).toBe('bank_code.checksum')
  }
  for (const number of reference.valid) expect(bankCheckDigit(number.slice(0, -1)), number).toBe(number.at(-1))
  for (const number of reference.invalid) expect(bankCheckDigit(number.slice(0, -1)), number).not.toBe(number.at(-1))
})
