import { timingSafeEqual } from 'node:crypto'
import { generateSecret, generateSync, generateURI } from 'otplib'

/** RFC 6238 as every authenticator app does it: SHA-1, six digits, steps of 30 seconds. */
const period = 30

/** A new secret of 160 bits in base32: sealed by its owner (`S` column), shown once as a QR code and as text. */
export const newTotpSecret = (): string => generateSecret({ length: 20 })

/** `otpauth://totp/...` for the QR code. */
export const totpUri = (secret: string, userName: string, issuer: string): string =>
  generateURI({ issuer, label: userName, secret })

export const totpStep = (now: Date): number => Math.floor(now.getTime() / 1000 / period)

/** The code of this moment, for the demo's page (D26) and for tests. */
export const totpCode = (secret: string, now: Date): string => codeOf(secret, totpStep(now))

/**
 * The step whose code was given, or null. One step early or late is taken for a clock that is off. A step is good once:
 * the caller keeps the one returned and gives it as `lastStep`, in one conditional update (I16), so that a code seen
 * over somebody's shoulder is worth nothing.
 */
export function verifyTotp(secret: string, typed: string, now: Date, lastStep: number | null): number | null {
  const code = typed.normalize('NFKC').replace(/\s/gu, '')
  if (!/^[0-9]{6}$/.test(code)) return null
  const present = totpStep(now)
  let found: number | null = null
  for (const step of [present + 1, present - 1, present]) {
    const same = timingSafeEqual(Buffer.from(codeOf(secret, step)), Buffer.from(code))
    if (same && step > (lastStep ?? -1)) found = step
  }
  return found
}

const codeOf = (secret: string, step: number): string => generateSync({ secret, epoch: step * period, period })
