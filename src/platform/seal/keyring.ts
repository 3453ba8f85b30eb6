import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { ciphers, type CipherName } from './cipher.ts'

/** One secret of the installation: 256 bits under a short name that stands in every value made with it. */
export interface Key {
  id: string
  secret: Buffer
}

export const keyIdPattern = /^[a-z0-9][a-z0-9-]{0,31}$/

/** A sealed value that does not open: altered, moved to another column, or made with a key that is not in the ring. */
export class SealError extends Error {
  override name = 'SealError'
}

/**
 * Everything done with the installation's keys. `context` says what a value is (`table.column` for sealed columns, the
 * kind of value for blind indexes) and is part of every calculation: a value fits only where it was made for.
 */
export interface Keyring {
  readonly cipher: CipherName
  readonly currentKeyId: string
  /** `v1.<cipher>.<keyId>.<base64url>`, different each time. */
  seal(plain: string, context: string): string
  /** The text again, whatever cipher and key of the ring it was sealed with. Throws SealError. */
  open(sealed: string, context: string): string
  /** Begins every value that is sealed with the present key and cipher: the rotation looks for the others. */
  readonly sealPrefix: string
  /** Blind index for equality search (D21): the same for the same value; `<mac>.<keyId>.<base64url>`. */
  blind(value: string, context: string): string
  /** Begins every blind index made with the present key and setting. */
  readonly blindPrefix: string
  /** Short proof that this installation wrote the value, e.g. for a cookie. */
  sign(value: string, context: string): string
  /** Holds for every key of the ring, so that a new key signs nobody out. */
  verify(value: string, proof: string, context: string): boolean
}

/** The first key is the present one; the others only open and verify. */
export function makeKeyring(keys: readonly Key[], cipher: CipherName): Keyring {
  const [current] = keys
  if (!current) throw new Error('a keyring needs a key')
  const byId = new Map(keys.map((key) => [key.id, key]))
  if (byId.size !== keys.length) throw new Error('two keys of the ring bear the same id')
  for (const { id, secret } of keys) {
    if (!keyIdPattern.test(id) || secret.length !== 32) throw new Error(`key ${id} is not a name with 256 bits`)
  }

  const digest = ciphers[cipher].digest
  const subkeys = new Map<string, Buffer>()
  /** One subkey per purpose, so that no two algorithms ever share a key. */
  function subkey(key: Key, hash: string, purpose: string): Buffer {
    const name = `${key.id} ${hash} ${purpose}`
    const known = subkeys.get(name)
    if (known) return known
    const made = Buffer.from(hkdfSync(hash, key.secret, 'kehui/v1', purpose, 32))
    subkeys.set(name, made)
    return made
  }
  const mac = (key: Key, purpose: string, context: string, value: string) =>
    createHmac(digest, subkey(key, digest, purpose)).update(`${named(context)}\n${value}`, 'utf8').digest()

  const sealPrefix = `v1.${cipher}.${current.id}.`
  const blindPrefix = `${digest}.${current.id}.`
  return {
    cipher,
    currentKeyId: current.id,
    sealPrefix,
    blindPrefix,
    seal(plain, context) {
      const { encrypt, digest: hash } = ciphers[cipher]
      const keyFor = (purpose: string) => subkey(current, hash, `seal ${cipher} ${purpose}`)
      return sealPrefix + encrypt(Buffer.from(plain, 'utf8'), aadOf(sealPrefix, context), keyFor).toString('base64url')
    },
    open(sealed, context) {
      const [, name = '', id = '', text = ''] = /^v1\.(\w+)\.([a-z0-9-]+)\.([\w-]+)$/.exec(sealed) ?? []
      const key = byId.get(id)
      if (!(name === 'aes' || name === 'sm')) throw new SealError(`${context}: not a sealed value`)
      if (!key) throw new SealError(`${context}: sealed with key ${id}, which is not in the ring`)
      const body = Buffer.from(text, 'base64url')
      // Base64 leaves bits over at its end: only the canonical spelling counts as unaltered.
      if (body.toString('base64url') !== text) throw new SealError(`${context}: altered`)
      const { decrypt, digest: hash } = ciphers[name]
      const plain = decrypt(body, aadOf(`v1.${name}.${id}.`, context), (p) => subkey(key, hash, `seal ${name} ${p}`))
      if (!plain) throw new SealError(`${context}: altered, or sealed for another column`)
      return plain.toString('utf8')
    },
    blind: (value, context) => blindPrefix + mac(current, 'blind', context, value).toString('base64url'),
    sign: (value, context) => mac(current, 'sign', context, value).subarray(0, 16).toString('base64url'),
    verify(value, proof, context) {
      const given = Buffer.from(proof, 'utf8')
      return keys.some((key) => {
        const right = Buffer.from(mac(key, 'sign', context, value).subarray(0, 16).toString('base64url'), 'utf8')
        return right.length === given.length && timingSafeEqual(right, given)
      })
    },
  }
}

const aadOf = (prefix: string, context: string) => Buffer.from(`${prefix}\n${named(context)}`, 'utf8')

/** A context holds no line break, so that it and what stands beside it cannot be shifted against each other. */
function named(context: string): string {
  if (!/^[a-z][a-z0-9_.]*$/i.test(context)) throw new SealError(`"${context}" is not the name of a column or kind`)
  return context
}
