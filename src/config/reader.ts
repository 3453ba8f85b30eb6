import { ConfigError } from './error.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** Reads one environment; an empty value counts as not set, as it does in a systemd unit. */
export interface Reader {
  text(name: string): string | null
  whole(name: string, least: number, most: number): number | null
  flag(name: string): boolean | null
  oneOf<const T extends string>(name: string, values: readonly T[]): T | null
  list(name: string): string[]
  /** A value that is never repeated in a sentence. */
  secret(name: string, least: number): string | null
}

export function reader(env: Environment): Reader {
  const text = (name: string) => env[name]?.trim() || null
  return {
    text,
    whole(name, least, most) {
      const value = text(name)
      if (value === null) return null
      const number = /^\d{1,9}$/.test(value) ? Number(value) : NaN
      if (!(number >= least && number <= most)) throw new ConfigError('number', { name, value, least, most })
      return number
    },
    flag(name) {
      const value = text(name)?.toLowerCase() ?? null
      if (value === null) return null
      if (['1', 'true', 'yes', 'on'].includes(value)) return true
      if (['0', 'false', 'no', 'off'].includes(value)) return false
      throw new ConfigError('flag', { name, value })
    },
    oneOf(name, values) {
      const value = text(name)
      if (value === null) return null
      const found = values.find((one) => one === value)
      if (found === undefined) throw new ConfigError('one_of', { name, value, values: values.join(', ') })
      return found
    },
    list: (name) => (text(name) ?? '').split(',').map((part) => part.trim()).filter(Boolean),
    secret(name, least) {
      const value = text(name)
      if (value !== null && value.length < least) throw new ConfigError('secret_short', { name, least })
      return value
    },
  }
}
