import type { Reader } from './reader.ts'

/** Sessions and passwords (fields.md, section 1.6), so that one program passes either review: ASVS 0/0, 等保 3/90. */
export interface SignInSettings {
  /** A session rests at most so long ... */
  idleMinutes: number
  /** ... and lives at most so long. */
  absoluteHours: number
  /** Signing in ends the account's other sessions. */
  oneSession: boolean
  /** How many of capitals, small letters, digits and others a password must mix; 0: any. */
  passwordMinClasses: number
  /** A password older than this must be changed at the next sign-in; 0: never. */
  passwordMaxAgeDays: number
  /** Codes that one address may ask for in an hour: a whole office may stand behind it. */
  codesPerAddressPerHour: number
  /** How long an attempt waits for others of the same name or address that are being checked, in milliseconds. */
  patienceMs: number
}

export const signInOf = (read: Reader): SignInSettings => ({
  idleMinutes: read.whole('SESSION_IDLE_MINUTES', 1, 24 * 60) ?? 30,
  absoluteHours: read.whole('SESSION_HOURS', 1, 7 * 24) ?? 12,
  oneSession: read.flag('SESSION_SINGLE') ?? false,
  passwordMinClasses: read.whole('PASSWORD_MIN_CLASSES', 0, 4) ?? 3,
  passwordMaxAgeDays: read.whole('PASSWORD_MAX_AGE_DAYS', 0, 3650) ?? 0,
  codesPerAddressPerHour: read.whole('CODES_PER_ADDRESS_PER_HOUR', 5, 100_000) ?? 300,
  patienceMs: 3_000,
})
