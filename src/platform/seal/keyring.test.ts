import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { makeKeyring, SealError, type Key } from './keyring.ts'

const key = (id: string, byte: number): Key => ({ id, secret: Buffer.alloc(32, byte) })
const [one, two] = [key('one', 1), key('two', 2)]
const text = '张三 110101199003070000 \u{20bb7}'

describe.each(['aes', 'sm'] as const)('with the cipher %s', (cipher) => {
  const ring = makeKeyring([one, two], cipher)

  test('what was sealed opens again, and never looks the same twice', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (plain) => {
      const sealed = ring.seal(plain, 'unit.bank_account')
      expect(sealed.startsWith(`v1.${cipher}.one.`)).toBe(true)
      expect(sealed).not.toBe(ring.seal(plain, 'unit.bank_account'))
      expect(ring.open(sealed, 'unit.bank_account')).toBe(plain)
    }))
  })

  test('a change of any character of it is noticed', () => {
    const sealed = ring.seal(text, 'unit.phone')
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.'
    for (let i = 0; i < sealed.length; i++) {
      for (const other of alphabet) {
        if (other === sealed[i]) continue
        expect(() => ring.open(sealed.slice(0, i) + other + sealed.slice(i + 1), 'unit.phone')).toThrow(SealError)
      }
    }
  })

  test('a piece of it, more of it, or nothing does not open', () => {
    const sealed = ring.seal('', 'unit.phone')
    for (let end = 0; end < sealed.length; end++) {
      expect(() => ring.open(sealed.slice(0, end), 'unit.phone')).toThrow(SealError)
    }
    for (const more of ['A', 'AAAA', '=', ' ', '\n']) {
      expect(() => ring.open(sealed + more, 'unit.phone')).toThrow(SealError)
    }
  })

  test('it opens in its own column only', () => {
    const sealed = ring.seal(text, 'unit.phone')
    for (const context of ['unit.mail', 'unit.phon', 'unit.phone2', '']) {
      expect(() => ring.open(sealed, context)).toThrow(SealError)
    }
  })

  test('it opens with an older key of the ring, not without it', () => {
    const old = makeKeyring([two], cipher).seal(text, 'unit.phone')
    expect(ring.open(old, 'unit.phone')).toBe(text)
    expect(() => makeKeyring([one], cipher).open(old, 'unit.phone')).toThrow(/two, which is not in the ring/)
    const impostor = makeKeyring([key('one', 9)], cipher)
    expect(() => impostor.open(ring.seal(text, 'unit.phone'), 'unit.phone')).toThrow(SealError)
  })

  test('the other setting opens it as well', () => {
    const other = makeKeyring([one, two], cipher === 'aes' ? 'sm' : 'aes')
    expect(other.open(ring.seal(text, 'unit.phone'), 'unit.phone')).toBe(text)
  })

  test('D21: a blind index is the same for the same value, and another for another kind, key or setting', () => {
    const blind = ring.blind('13900000000', 'phone')
    expect(ring.blind('13900000000', 'phone')).toBe(blind)
    expect(blind.startsWith(ring.blindPrefix)).toBe(true)
    const others = [
      ring.blind('13900000001', 'phone'), ring.blind('13900000000', 'phone.last4'),
      makeKeyring([two], cipher).blind('13900000000', 'phone'),
      makeKeyring([one], cipher === 'aes' ? 'sm' : 'aes').blind('13900000000', 'phone'),
      makeKeyring([key('one', 9)], cipher).blind('13900000000', 'phone'),
    ]
    expect(new Set([blind, ...others]).size).toBe(6)
    expect(blind.split('.').at(-1)).toMatch(/^[\w-]{43}$/)
  })

  test('a signature holds for its value and purpose, under every key of the ring', () => {
    const proof = ring.sign('zh', 'cookie.agreement')
    expect(ring.verify('zh', proof, 'cookie.agreement')).toBe(true)
    expect(makeKeyring([key('new', 3), one], cipher).verify('zh', proof, 'cookie.agreement')).toBe(true)
    expect(makeKeyring([two], cipher).verify('zh', proof, 'cookie.agreement')).toBe(false)
    expect(ring.verify('en', proof, 'cookie.agreement')).toBe(false)
    expect(ring.verify('zh', proof, 'cookie.lang')).toBe(false)
    for (const wrong of ['', 'x', proof.slice(1), `${proof}=`, '密'.repeat(22)]) {
      expect(ring.verify('zh', wrong, 'cookie.agreement')).toBe(false)
    }
  })
})

test('values and contexts cannot be shifted against each other', () => {
  const ring = makeKeyring([one], 'aes')
  expect(() => ring.blind('b', 'phone\na')).toThrow(SealError)
  expect(() => ring.seal('b', 'phone\na')).toThrow(SealError)
  expect(() => ring.sign('b', '')).toThrow(SealError)
})

test('a ring without keys, with a short key or with two of one id is refused', () => {
  expect(() => makeKeyring([], 'aes')).toThrow()
  expect(() => makeKeyring([{ id: 'one', secret: Buffer.alloc(16) }], 'aes')).toThrow()
  expect(() => makeKeyring([{ id: 'One.two', secret: Buffer.alloc(32) }], 'aes')).toThrow()
  expect(() => makeKeyring([one, key('one', 2)], 'aes')).toThrow()
})
