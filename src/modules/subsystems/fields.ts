import { z } from 'zod'
import { textCheck } from '../../codes/text.ts'
import { bad, good, type Check } from '../../kernel/check.ts'
import { field, oneOf, optionalField } from '../../kernel/field.ts'

const clientCode: Check = (raw) => {
  const code = raw.normalize('NFKC').trim().toLowerCase()
  return /^[a-z][a-z0-9-]{1,39}$/.test(code) ? good(code) : bad('subsystems.code.format')
}

/** Plain http reaches this machine only (RFC 8252, 7.3), and only in a trial on it (plainFieldsOf); everything else travels by https. */
const isLoopback = (url: URL): boolean => url.protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname)

/** An address of a subsystem: whole, without a fragment, without a name and password in it. */
export const address: Check = (raw) => {
  const url = URL.parse(raw.trim())
  if (!url || raw.length > 500 || url.hash || url.username || url.password) return bad('subsystems.address')
  return url.protocol === 'https:' || isLoopback(url) ? good(url.href) : bad('subsystems.address.https')
}

const addresses = (least: number) => z.array(field(address)).min(least, { error: 'field.required' }).max(20, { error: 'subsystems.addresses.too_many' })

/** What the platform's desk says of a subsystem; the code (client_id) never changes. */
export const subsystemFields = {
  code: field(clientCode),
  name: field(textCheck({ min: 2, max: 40 })),
  nameEn: field(textCheck({ min: 0, max: 100 })),
  about: field(textCheck({ min: 0, max: 200 })),
  aboutEn: field(textCheck({ min: 0, max: 400 })),
  /** Where 进入 leads: the subsystem begins to sign in from there. */
  entryUrl: field(address),
  redirectUris: addresses(1),
  logoutUris: addresses(0),
  backchannelLogoutUri: optionalField(address),
  openTo: oneOf(['granted', 'everybody']),
  sort: z.number({ error: 'field.required' }).int({ error: 'subsystems.sort' }).min(0, { error: 'subsystems.sort' }).max(9999, { error: 'subsystems.sort' }).default(0),
}

/**
 * The fields whose addresses are plain http. They are for a demonstration, or a platform that is itself tried out on this
 * machine: where people sign in by https, no code and no logout goes over anything less, nor to what else listens there.
 */
export function plainFieldsOf(facts: { entryUrl: string; redirectUris: readonly string[]; logoutUris: readonly string[]; backchannelLogoutUri: string | null }): string[] {
  const isPlain = (url: string) => url.startsWith('http:')
  const within = (name: string, all: readonly string[]) => all.flatMap((url, i) => (isPlain(url) ? `${name}.${i}` : []))
  return [
    ...(isPlain(facts.entryUrl) ? ['entryUrl'] : []), ...within('redirectUris', facts.redirectUris), ...within('logoutUris', facts.logoutUris),
    ...(facts.backchannelLogoutUri && isPlain(facts.backchannelLogoutUri) ? ['backchannelLogoutUri'] : []),
  ]
}

/** Why not; required where a question is declined. */
export const answerText = field(textCheck({ min: 0, max: 500 }))
