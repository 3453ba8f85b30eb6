import fc from 'fast-check'
import { expect, test } from 'vitest'
import { organisationCheckCharacter, organisationCode } from './organisation-code.ts'
import { read } from './testing/checked.ts'

const valid = fc.stringMatching(/^[0-9A-Z]{8}$/).map((body) => body + organisationCheckCharacter(body))

test('S1-18 with and without its hyphen, full width, lower case', () => {
  expect(read(organisationCode('60003734-1'))).toBe('600037341')
  expect(read(organisationCode('７１５２６７２６－ｘ'))).toBe('71526726X')
  expect(read(organisationCode('71526726-1'))).toBe('organisation_code.checksum')
  expect(read(organisationCode('7152672'))).toBe('organisation_code.format')
})

test('every change of one digit is refused (letters eleven apart are the same to GB 11714)', () => {
  fc.assert(fc.property(valid, fc.nat(8), fc.nat(9), (code, at, digit) => {
    fc.pre(/\d/.test(code.charAt(at)))
    const changed = code.slice(0, at) + digit + code.slice(at + 1)
    expect(organisationCode(changed).ok).toBe(changed === code)
  }))
})
