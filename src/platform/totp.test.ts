import { expect, test } from 'vitest'
import { newTotpSecret, totpCode, totpStep, totpUri, verifyTotp } from './totp.ts'

/** RFC 6238, appendix B: the ASCII text 12345678901234567890, last six of the eight digits printed there. */
const rfc = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const at = (seconds: number) => new Date(seconds * 1000)

test.each([[59, '287082'], [1111111109, '081804'], [1111111111, '050471'], [1234567890, '005924'], [2000000000, '279037']])(
  'RFC 6238: the code at second %i is %s',
  (seconds, code) => {
    expect(totpCode(rfc, at(seconds))).toBe(code)
    expect(verifyTotp(rfc, code, at(seconds), null)).toBe(Math.floor(seconds / 30))
  },
)

test('a clock that is off by one step is forgiven, by two it is not', () => {
  const now = at(1_700_000_010)
  const code = totpCode(rfc, now)
  const step = totpStep(now)
  for (const off of [-30, 0, 30]) expect(verifyTotp(rfc, code, at(1_700_000_010 + off), null)).toBe(step)
  for (const off of [-60, 60]) expect(verifyTotp(rfc, code, at(1_700_000_010 + off), null)).toBeNull()
})

test('a code is good once: neither its step nor an earlier one opens again', () => {
  const now = at(1_700_000_010)
  const step = verifyTotp(rfc, totpCode(rfc, now), now, null)
  expect(step).toBe(totpStep(now))
  expect(verifyTotp(rfc, totpCode(rfc, now), now, step)).toBeNull()
  expect(verifyTotp(rfc, totpCode(rfc, at(1_699_999_980)), now, step)).toBeNull()
  expect(verifyTotp(rfc, totpCode(rfc, at(1_700_000_040)), now, step)).toBe(totpStep(now) + 1)
})

test('a last step in the future (a clock set back) refuses and does not break', () => {
  expect(verifyTotp(rfc, totpCode(rfc, at(60)), at(60), 1_000_000)).toBeNull()
})

test('digits are taken as people type them: blanks, full width; anything else is no code', () => {
  const now = at(59)
  expect(verifyTotp(rfc, ' 287 082 ', now, null)).toBe(1)
  expect(verifyTotp(rfc, '２８７０８２', now, null)).toBe(1)
  for (const typed of ['', '28708', '2870822', '28708x', '287082\u0000']) {
    expect(verifyTotp(rfc, typed, now, null)).toBeNull()
  }
})

test('a new secret has 160 bits, and its address names the issuer and the account, Chinese ones too', () => {
  const secret = newTotpSecret()
  expect(secret).toMatch(/^[A-Z2-7]{32}$/)
  expect(newTotpSecret()).not.toBe(secret)
  const uri = new URL(totpUri(secret, '王小明', '科汇'))
  expect(uri.protocol + '//' + uri.host).toBe('otpauth://totp')
  expect(decodeURIComponent(uri.pathname)).toBe('/科汇:王小明')
  expect(uri.searchParams.get('secret')).toBe(secret)
})
