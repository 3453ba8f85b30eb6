import { expect, test } from 'vitest'
import { bankAccount } from './bank-account.ts'
import { bankCode } from './bank-code.ts'
import { creditCode } from './credit-code.ts'
import {
  demoBankAccount, demoBankCode, demoCreditCode, demoLandline, demoMail, demoMobile, demoResidentId,
  isDemoCreditCode, isDemoMail, isDemoMobile, isDemoResidentId,
} from './demo-numbers.ts'
import { residentId } from './identity-document.ts'
import { mail } from './mail.ts'
import { landline, mobile } from './phone.ts'
import { warnings } from './testing/checked.ts'

test('the demo’s numbers pass their checks, and only never-issued ranges are used', () => {
  for (const home of ['tianjin', 'chongqing'] as const) {
    for (let n = 0; n < 300; n++) {
      expect(warnings(creditCode(demoCreditCode(home, n)))).toEqual([])
      expect(warnings(residentId(() => '2026-11-22')(demoResidentId(home, '1985-06-01', n))))
        .toEqual(['document.county'])
      expect(warnings(landline(demoLandline(home, n)))).toEqual([])
      expect(warnings(bankCode(demoBankCode(home, n)))).toEqual([])
    }
  }
  expect(warnings(mobile(demoMobile(7)))).toEqual(['mobile.prefix'])
  expect(warnings(mail(demoMail('zhao.jin')))).toEqual([])
  expect(warnings(bankAccount(demoBankAccount(7)))).toEqual([])
  expect(demoCreditCode('tianjin', 1)).toMatch(/^91120199MX000001.{2}$/)
})

test('the same number twice for one n, other numbers for others, none past the range', () => {
  expect(demoCreditCode('tianjin', 5)).toBe(demoCreditCode('tianjin', 5))
  expect(new Set(Array.from({ length: 1000 }, (_, n) => demoCreditCode('chongqing', n, '12'))).size).toBe(1000)
  expect(() => demoResidentId('tianjin', '1990-01-01', 1000)).toThrow(RangeError)
  expect(() => demoMobile(-1)).toThrow(RangeError)
})

test('demo numbers are known as such, public ones are not', () => {
  expect(isDemoCreditCode(demoCreditCode('tianjin', 1, '52'))).toBe(true)
  expect(isDemoResidentId(demoResidentId('tianjin', '1990-01-01', 1))).toBe(true)
  expect(isDemoMobile(demoMobile(1))).toBe(true)
  expect(isDemoMail(demoMail('a'))).toBe(true)
  expect([isDemoCreditCode('91110000600037341L'), isDemoMobile('13800138000'), isDemoMail('a@x.cn')])
    .toEqual([false, false, false])
})
