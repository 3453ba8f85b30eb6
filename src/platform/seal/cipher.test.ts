import { createCipheriv, createHash } from 'node:crypto'
import { expect, test } from 'vitest'

// Our own code rests on the engine's SM3 and SM4: these are the examples printed in the standards.
test('GB/T 32905-2016, A.1 and A.2: SM3 of abc and of abcd sixteen times', () => {
  const sm3 = (text: string) => createHash('sm3').update(text).digest('hex')
  expect(sm3('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
  expect(sm3('abcd'.repeat(16))).toBe('debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732')
})

test('GB/T 32907-2016, A.1: SM4 of the key by itself', () => {
  const key = Buffer.from('0123456789abcdeffedcba9876543210', 'hex')
  const cipher = createCipheriv('sm4-ecb', key, null).setAutoPadding(false)
  expect(cipher.update(key).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246')
})

test('draft-ribose-cfrg-sm4, A.2.5.1: SM4-CTR', () => {
  const cipher = createCipheriv(
    'sm4-ctr',
    Buffer.from('0123456789abcdeffedcba9876543210', 'hex'),
    Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex'),
  )
  const plain = Buffer.from(['aa', 'bb', 'cc', 'dd', 'ee', 'ff', 'aa', 'bb'].map((byte) => byte.repeat(8)).join(''), 'hex')
  expect(cipher.update(plain).toString('hex')).toBe(
    'ac3236cb970cc20791364c395a1342d1a3cbc1878c6f30cd074cce385cdd70c7' +
    'f234bc0e24c11980fd1286310ce37b926e02fcd0faa0baf38b2933851d824514',
  )
})
