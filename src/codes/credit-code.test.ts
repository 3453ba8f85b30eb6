import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  creditCheckCharacter, creditCode, creditCodeKind, creditCodeWithoutChecksum, organisationCodeIn,
} from './credit-code.ts'
import { demoCreditCode } from './demo-numbers.ts'
import { organisationCode } from './organisation-code.ts'
import { absent, published } from './testing/published.ts'
import { read, twice, warnings } from './testing/checked.ts'

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
/** Public facts, typed from licences on the units' own sites: Huawei, Tencent, Alibaba (China), Baidu. */
const wellKnown = ['914403001922038216', '9144030071526726XG', '91330100799655058B', '91110000802100433B']

const valid = fc
  .tuple(
    fc.constantFrom('11', '12', '51', '52', '53', '91', '92', '93', 'N2', 'A1', 'Y1'),
    fc.stringMatching(/^\d{6}$/),
    fc.array(fc.constantFrom(...alphabet), { minLength: 8, maxLength: 8 }),
    fc.constantFrom(...'0123456789X'),
  )
  .map(([kind, area, body, inner]) => {
    const first17 = `${kind}${area}${body.join('')}${inner}`
    return first17 + creditCheckCharacter(first17)
  })

test('S1-18 well-known codes pass, both check characters', () => {
  for (const code of wellKnown) expect(creditCode(code), code).toEqual({ ok: true, value: code, warnings: [] })
})

test('S1-18 a code that ends in 0 is as good as any other', () => {
  expect(read(creditCode('531000005000160090'))).toBe('531000005000160090')
})

test('S1-18 E02 full width, lower case, spaces and hyphens are converted', () => {
  expect(read(creditCode('　９１ 110000-600037341ｌ '))).toBe('91110000600037341L')
})

test('E02 a letter typed for a digit is refused with its position and what it probably is', () => {
  expect(creditCode('91110O00600037341L'))
    .toEqual({ ok: false, code: 'uscc.letters', params: { position: 6, letter: 'O', likely: '0' } })
  expect(creditCode('9111000060003734IL')).toMatchObject({ params: { position: 17, letter: 'I', likely: '1' } })
})

test('each rule has its own refusal', () => {
  expect(read(creditCode(''))).toBe('field.required')
  expect(read(creditCode('12345'))).toBe('uscc.length')
  expect(read(creditCode('91110000600037341#'))).toBe('uscc.characters')
  expect(read(creditCode('B1110000600037341L'))).toBe('uscc.prefix')
  expect(read(creditCode('98110000600037341L'))).toBe('uscc.prefix')
  expect(read(creditCode('911A0000600037341L'))).toBe('uscc.area')
  expect(read(creditCode('9111000060003734AL'))).toBe('uscc.seventeenth')
  expect(read(creditCode('91110000600037341N'))).toBe('uscc.checksum')
})

test('a prefix that the pattern allows and the published table lacks is a warning', () => {
  const first17 = `54500199${demoCreditCode('chongqing', 1).slice(8, 17)}`
  expect(warnings(creditCode(first17 + creditCheckCharacter(first17)))).toEqual(['uscc.prefix_unlisted'])
})

test('a disagreeing inner digit (GB 11714) is a warning, not a refusal', () => {
  expect(warnings(creditCode('911101005JLR20JR60'))).toEqual(['uscc.inner_digit'])
})

test('人工核验: only the main checksum is forgiven', () => {
  expect(creditCodeWithoutChecksum('91110000600037341N')).toEqual({
    ok: true, value: '91110000600037341N', warnings: [{ code: 'uscc.checksum' }],
  })
  expect(read(creditCodeWithoutChecksum('9111000060003734'))).toBe('uscc.length')
  expect(read(creditCodeWithoutChecksum('91110O00600037341L'))).toBe('uscc.letters')
  expect(warnings(creditCodeWithoutChecksum('91110000600037341L'))).toEqual([])
})

test('the first two characters say who registered it and as what', () => {
  expect(creditCodeKind('121200004013590816')).toMatchObject({ authority: { name: '机构编制' }, kind: { name: '事业单位' } })
  expect(creditCodeKind('54')).toBeNull()
})

test('every change of one character of a valid code is refused', () => {
  fc.assert(fc.property(valid, fc.nat(17), fc.constantFrom(...alphabet), (code, at, other) => {
    expect(creditCode(code).ok).toBe(true)
    const changed = code.slice(0, at) + other + code.slice(at + 1)
    expect(creditCode(changed).ok).toBe(changed === code)
  }), { numRuns: 3000 })
})

test('every exchange of two neighbours of a valid code is refused', () => {
  fc.assert(fc.property(valid, fc.nat(16), (code, at) => {
    const changed = code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2)
    expect(creditCode(changed).ok).toBe(changed === code)
  }), { numRuns: 2000 })
})

test('no input breaks it, and a canonical form is its own canonical form', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (raw) => {
    const [once, again] = twice(creditCodeWithoutChecksum, raw)
    expect(again).toEqual(once)
  }))
})

interface Vectors {
  sets: {
    valid: string[]
    normalised_valid?: [string, string][]
    invalid: { value: string; why: string }[]
    orgcode_fails?: string[]
  }[]
}

test.skipIf(absent('vectors/uscc.json'))('S1-18 published credit codes', () => {
  const { sets } = published('vectors/uscc.json') as Vectors
  let n = 0
  for (const set of sets) {
    for (const code of set.valid) {
      expect(read(creditCode(code)), code).toBe(code)
      const innerFails = set.orgcode_fails?.includes(code) ?? false
      expect(warnings(creditCode(code)), code).toEqual(innerFails ? ['uscc.inner_digit'] : [])
      expect(organisationCode(organisationCodeIn(code)).ok, code).toBe(!innerFails)
      n++
    }
    for (const [raw, code] of set.normalised_valid ?? []) expect(read(creditCode(raw)), raw).toBe(code)
    for (const { value } of set.invalid) expect(creditCode(value).ok, value).toBe(false)
  }
  expect(n).toBeGreaterThan(40)
})
