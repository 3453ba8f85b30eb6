import { z } from 'zod'
import { httpLink } from './checks.ts'
import { textCheck } from '../../codes/text.ts'
import { field } from '../../kernel/field.ts'
import { bad, good, type Check } from '../../kernel/check.ts'
import type { Kind, Place } from './kinds.ts'

type Default = string | ((place: Place) => string)
const orEmpty = (check: Check): Check => (raw) => (raw.trim() === '' ? good('') : check(raw))
const of = (check: Check, value: Default): Kind<string> =>
  ({ group: 'identity', input: 'line', schema: field(check), default: typeof value === 'string' ? () => value : value })
const optional = (check: Check, value: Default): Kind<string> => ({ ...of(orEmpty(check), value), optional: true })
const flag = (value: boolean): Kind<boolean> => ({ group: 'identity', input: 'switch', schema: z.boolean({ error: 'field.choose' }), default: () => value })

/** A claim by its name, within another one by a dot: `address.formatted`. */
const claim: Check = (raw) => (/^[\w:/-]+(\.[\w:/-]+)*$/.test(raw.trim()) && raw.length <= 100 ? good(raw.trim()) : bad('settings.claim'))

/** Scopes as the provider calls them, `openid` among them. */
const scopes: Check = (raw) => {
  const given = raw.trim().split(/\s+/)
  return raw.length <= 200 && given.includes('openid') && given.every((one) => /^[\x21\x23-\x5b\x5d-\x7e]+$/.test(one)) ? good(given.join(' ')) : bad('settings.scopes')
}

/** `SFZ=ID HZ=PASSPORT`: what the provider calls a kind of document, and what we do. */
const pairs: Check = (raw) => {
  const given = raw.trim().split(/[\s,，、;；]+/)
  return raw.length <= 400 && given.every((one) => /^[^=]{1,40}=[A-Z0-9_]{2,20}$/.test(one)) ? good(given.join(' ')) : bad('settings.pairs')
}

const name = (of: string, elsewhere: string) => ({ profile }: Place): string => (profile === 'tianjin' ? elsewhere : of)

/** The city's identity provider (S2-01, S2-02): how it is called, and what it calls the facts it knows. */
export const identityKinds = {
  // Doors are shown where a provider is configured, and this is on (D1).
  'identity.open': flag(true),
  'identity.name_zh': of(textCheck({ min: 2, max: 20 }), name('渝快办', '统一身份认证')),
  'identity.name_en': of(textCheck({ min: 2, max: 40 }), name('Yukuaiban', 'the city’s identity provider')),
  'identity.register_link': { ...optional(httpLink, ({ profile, demo }) => (profile === 'tianjin' || demo ? '' : 'https://zwykb.cq.gov.cn/')), input: 'link' },
  'identity.sign_out': flag(false),
  'identity.scope_legal': of(scopes, 'openid legal'),
  'identity.scope_person': of(scopes, 'openid person'),
  'identity.claim_kind': optional(claim, 'user_type'),
  'identity.kind_legal': of(textCheck({ min: 1, max: 40 }), 'legal'),
  'identity.kind_person': of(textCheck({ min: 1, max: 40 }), 'person'),
  'identity.claim_credit_code': of(claim, 'credit_code'),
  'identity.claim_unit_name': of(claim, 'unit_name'),
  'identity.claim_representative': of(claim, 'legal_representative'),
  'identity.claim_representative_document_type': optional(claim, 'legal_representative_document_type'),
  'identity.claim_representative_document': optional(claim, 'legal_representative_document'),
  'identity.claim_registration_type': optional(claim, 'registration_type'),
  'identity.claim_registered_capital': optional(claim, 'registered_capital'),
  'identity.claim_paid_in_capital': optional(claim, 'paid_in_capital'),
  'identity.claim_registered_on': optional(claim, 'registered_on'),
  'identity.claim_district': optional(claim, 'district'),
  'identity.claim_address': optional(claim, 'registered_address'),
  'identity.claim_name': of(claim, 'name'),
  'identity.claim_document_type': optional(claim, 'document_type'),
  'identity.claim_document': of(claim, 'document_number'),
  'identity.claim_phone': optional(claim, 'phone_number'),
  'identity.document_types': optional(pairs, ''),
} as const satisfies Record<string, Kind<string> | Kind<boolean>>
