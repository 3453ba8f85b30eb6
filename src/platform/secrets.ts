import { createHash, randomBytes, randomInt } from 'node:crypto'
import { hash as argonHash, verify as argonVerify } from '@node-rs/argon2'
import { refuse, type Refusal } from '../kernel/refusal.ts'

/** OWASP's minimum for Argon2id: 19 MiB, two passes, one lane (guards.md, section 3). 2 is Argon2id. */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 } as const

/** What an unknown account is compared with, so that it takes as long as a known one (D14). It opens nothing. */
const nobody = '$argon2id$v=19$m=19456,t=2,p=1$9DjV9G2qYg08ZzBDwAq0oQ$vHkmHHWraiNvq0KH2q7ROBATgEVq11UhW0pUFRM6B18'

export interface Secrets {
  /** For storage; refuses `busy` (503) when the queue is longer than the patience. */
  hash(secret: string): Promise<string | Refusal>
  /** Whether it is the one. `null` stands for an account that does not exist: as slow, and never true. */
  verify(hash: string | null, secret: string): Promise<boolean | Refusal>
  /** How many wait for a place now. */
  waiting(): number
}

/** Hashing in a bounded pool off the event loop: `atOnce` places, the others wait `patience` milliseconds at most. */
export function makeSecrets({ atOnce = 2, patience = 10_000 } = {}): Secrets {
  let running = 0
  const queue: (() => void)[] = []

  /** A place, or false when none came free in time. */
  function place(): Promise<boolean> {
    if (running < atOnce) {
      running++
      return Promise.resolve(true)
    }
    return new Promise((resolve) => {
      const enter = () => {
        clearTimeout(timer)
        resolve(true)
      }
      const timer = setTimeout(() => {
        queue.splice(queue.indexOf(enter), 1)
        resolve(false)
      }, patience)
      queue.push(enter)
    })
  }

  async function inPlace<T>(work: () => Promise<T>): Promise<T | Refusal> {
    if (!(await place())) return refuse('busy', { status: 503 })
    try {
      return await work()
    } finally {
      const next = queue.shift()
      if (next) next()
      else running--
    }
  }

  return {
    hash: (secret) => inPlace(() => argonHash(asTyped(secret), cost)),
    verify: (hash, secret) =>
      inPlace(async () => {
        const right = await argonVerify(hash ?? nobody, asTyped(secret))
        return right && hash !== null
      }),
    waiting: () => queue.length,
  }
}

/** Keyboards differ in how they compose é; beyond that a secret is taken exactly as typed, blanks included. */
const asTyped = (secret: string): string => secret.normalize('NFC')

/** 256 bits for a session, a link, a set-up token. Only its digest is stored. */
export const token = (): string => randomBytes(32).toString('base64url')

/** Of a token, for storage and look-up. A fast hash is enough for 256 random bits. */
export const digest = (value: string): string => createHash('sha256').update(value, 'utf8').digest('hex')

/** Six digits, each number as likely as the other. */
export const numericCode = (): string => String(randomInt(1_000_000)).padStart(6, '0')

/** The form in which answers to security questions are compared: width, case and blanks do not count. */
export const answerOf = (typed: string): string => typed.normalize('NFKC').replace(/\s+/gu, '').toLowerCase()
