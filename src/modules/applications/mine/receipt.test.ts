import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { readReceipt, signReceipt, type Receipt } from './receipt.ts'

const pair = generateKeyPairSync('ed25519')
const key = { kid: 'k1', jwk: pair.privateKey.export({ format: 'jwk' }) }
const keys = new Map([['k1', pair.publicKey.export({ format: 'jwk' })]])
const receipt: Receipt = {
  issuer: 'https://kehui.example.org', applicationId: 'a', number: 'R1-000001', revision: 1, callCode: 'R1', callVersion: 2, unit: '渝江示范大学', leaderId: 'p', hash: 'ab'.repeat(32),
  receivedAt: '2026-11-20T08:59:59.500Z',
}

describe('N1 receipts', () => {
  test('what was signed is read again', () => expect(readReceipt(signReceipt(key, receipt), keys)).toEqual(receipt))
  test('the same receipt gives the same text', () => expect(signReceipt(key, { ...receipt })).toBe(signReceipt(key, Object.fromEntries(Object.entries(receipt).reverse()) as unknown as Receipt)))

  test('any altered character is found', () => {
    const jws = signReceipt(key, receipt)
    const body = jws.split('.')[1] ?? ''
    const forged = Buffer.from(Buffer.from(body, 'base64url').toString().replace('59:59', '58:59')).toString('base64url')
    expect(readReceipt(jws.replace(body, forged), keys)).toBeNull()
    expect(readReceipt(`${jws}.x`, keys)).toBeNull()
    expect(readReceipt('', keys)).toBeNull()
    expect(readReceipt('a.b.c', keys)).toBeNull()
  })

  test('neither another key nor another algorithm passes', () => {
    const jws = signReceipt(key, receipt)
    expect(readReceipt(jws, new Map([['k1', generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' })]]))).toBeNull()
    const [, body, signature] = jws.split('.')
    for (const header of [{ alg: 'none', kid: 'k1', typ: 'receipt+jws' }, { alg: 'EdDSA', kid: 'k2', typ: 'receipt+jws' }, { alg: 'EdDSA', kid: 'k1', typ: 'JWT' }]) {
      expect(readReceipt(`${Buffer.from(JSON.stringify(header)).toString('base64url')}.${body}.${signature}`, keys)).toBeNull()
    }
  })
})
