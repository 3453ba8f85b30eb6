import { createPrivateKey, createPublicKey, sign, verify, type JsonWebKey } from 'node:crypto'
import { canonicalJson } from '../../calls/form/canonical.ts'

/** What a receipt says (N1): who handed in what, which version of it, when it arrived by the database's clock, under which number. */
export interface Receipt {
  /** Address of the platform that signed. */
  issuer: string
  applicationId: string
  number: string
  revision: number
  callCode: string
  callVersion: number
  /** The unit by its name of that time; the leader by the id of the person alone. */
  unit: string
  leaderId: string
  /** SHA-256 of the content in canonical JSON. */
  hash: string
  /** ISO 8601. */
  receivedAt: string
}

export interface SigningReceiptKey {
  kid: string
  /** Private JWK, Ed25519. */
  jwk: JsonWebKey
}

const part = (value: unknown): string => Buffer.from(canonicalJson(value)).toString('base64url')
const typ = 'receipt+jws'

/** A compact JWS (RFC 7515, EdDSA of RFC 8037): anybody can check it with the public half, years later and without us. */
export function signReceipt(key: SigningReceiptKey, receipt: Receipt): string {
  const text = `${part({ alg: 'EdDSA', kid: key.kid, typ })}.${part(receipt)}`
  return `${text}.${sign(null, Buffer.from(text), createPrivateKey({ key: key.jwk, format: 'jwk' })).toString('base64url')}`
}

/** What a receipt says, if one of these keys signed it; null otherwise. Keys by their kid, public halves. */
export function readReceipt(jws: string, keys: ReadonlyMap<string, JsonWebKey>): Receipt | null {
  const [head = '', body = '', signature = '', ...rest] = jws.split('.')
  try {
    const header = JSON.parse(Buffer.from(head, 'base64url').toString()) as { alg?: string; kid?: string; typ?: string }
    const key = keys.get(header.kid ?? '')
    if (rest.length > 0 || header.alg !== 'EdDSA' || header.typ !== typ || !key) return null
    const isSigned = verify(null, Buffer.from(`${head}.${body}`), createPublicKey({ key, format: 'jwk' }), Buffer.from(signature, 'base64url'))
    return isSigned ? (JSON.parse(Buffer.from(body, 'base64url').toString()) as Receipt) : null
  } catch {
    return null
  }
}
