import { expect, test } from 'vitest'
import { bankOddities, profileOddities } from './findings.ts'

const here = { name: '示例（天津）公司', province: '120000', district: '120101' }
const codes = (found: readonly { field: string; code: string }[]) => found.map(({ field, code }) => `${field} ${code}`)

test('S2-14 a postcode of another place is said', () => {
  expect(codes(profileOddities({ postCode: '400010' }, here))).toEqual(['postCode post_code.region'])
  expect(profileOddities({ postCode: '300041' }, here)).toEqual([])
  expect(profileOddities({ postCode: '400010' }, { ...here, province: null })).toEqual([])
})

test('S2-15 实收资本 above 注册资本 is said, equal is not', () => {
  expect(codes(profileOddities({ registeredCapital: '500', paidInCapital: '500.000001' }, here))).toEqual(['paidInCapital capital.paid_in'])
  expect(profileOddities({ registeredCapital: '500', paidInCapital: '500' }, here)).toEqual([])
})

test('S2-18 a zone that lies elsewhere than the unit', () => {
  expect(codes(profileOddities({ functionalZone: 'TJ-DJ' }, here))).toEqual(['functionalZone functional_zone.district'])
  expect(profileOddities({ functionalZone: 'TJ-DJ' }, { ...here, district: '120116' })).toEqual([])
})

test('S2-21 S2-22 a holder by another name, a number like a card, a bank code of elsewhere', () => {
  expect(bankOddities({ accountName: '示例(天津)公司' }, here)).toEqual([])
  expect(codes(bankOddities({ accountName: '示例集团', bankAccount: '6200000000000005', bankName: '中国农业银行重庆分行', bankCode: '102653000011' }, here)))
    .toEqual(['bank.accountName account_name.differs', 'bank.bankAccount bank_account.card', 'bank.bankCode bank_code.bank', 'bank.bankCode bank_code.area'])
})

test('what is half typed is not judged', () => {
  expect(profileOddities({ postCode: '4', registeredCapital: '', paidInCapital: '5', phone: '164', contactName: null }, here)).toEqual([])
  expect(bankOddities({}, here)).toEqual([])
})
