import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** `aes`: AES-256-GCM with SHA-256. `sm`: SM4-CTR and HMAC-SM3, encrypt then MAC (GB/T 39786: node has no SM4-GCM). */
export type CipherName = 'aes' | 'sm'

export type KeyFor = (purpose: string) => Buffer

/** An authenticated cipher over bytes: the nonce goes in front, the tag behind. */
export interface Cipher {
  /** Hash of everything else that is done under this setting: subkeys, blind indexes, signatures. */
  digest: 'sha256' | 'sm3'
  encrypt(plain: Buffer, aad: Buffer, keyFor: KeyFor): Buffer
  /** null if a bit of it, or of the associated data, is not what it was. */
  decrypt(body: Buffer, aad: Buffer, keyFor: KeyFor): Buffer | null
}

const aes: Cipher = {
  digest: 'sha256',
  encrypt(plain, aad, keyFor) {
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', keyFor('key'), nonce).setAAD(aad)
    return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  },
  decrypt(body, aad, keyFor) {
    if (body.length < 28) return null
    const decipher = createDecipheriv('aes-256-gcm', keyFor('key'), body.subarray(0, 12), { authTagLength: 16 })
    decipher.setAAD(aad).setAuthTag(body.subarray(-16))
    const head = decipher.update(body.subarray(12, -16))
    try {
      return Buffer.concat([head, decipher.final()])
    } catch {
      return null
    }
  },
}

const sm: Cipher = {
  digest: 'sm3',
  encrypt(plain, aad, keyFor) {
    const iv = randomBytes(16)
    const cipher = createCipheriv('sm4-ctr', keyFor('key').subarray(0, 16), iv)
    const text = Buffer.concat([iv, cipher.update(plain), cipher.final()])
    return Buffer.concat([text, macOf(keyFor('mac'), aad, text)])
  },
  decrypt(body, aad, keyFor) {
    if (body.length < 48) return null
    const text = body.subarray(0, -32)
    if (!timingSafeEqual(macOf(keyFor('mac'), aad, text), body.subarray(-32))) return null
    const decipher = createDecipheriv('sm4-ctr', keyFor('key').subarray(0, 16), text.subarray(0, 16))
    return Buffer.concat([decipher.update(text.subarray(16)), decipher.final()])
  },
}

/** Over the length of the associated data (which holds cipher and key id), itself, iv and ciphertext. */
function macOf(key: Buffer, aad: Buffer, text: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(aad.length)
  return createHmac('sm3', key).update(length).update(aad).update(text).digest()
}

export const ciphers: Readonly<Record<CipherName, Cipher>> = { aes, sm }
