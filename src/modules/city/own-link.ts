import { refuse, type Refusal } from '../../kernel/refusal.ts'
import type { Door } from './door.ts'

export const linkDeeds = ['link', 'unlink'] as const
export type LinkDeed = (typeof linkDeeds)[number]

/** What decides whether an account may be linked, or unlinked. */
export interface LinkFacts {
  /** D1: a provider is there, and its doors are open. */
  offered: boolean
  /** The door that fits the account: of the unit it acts for, or of the person it is; null for staff. */
  door: Door | null
  linked: boolean
  /** Whether a password was ever set. */
  hasPassword: boolean
  provider: { zh: string; en: string }
}

/** Why the owner of an account may not link it, or end the link, now (N11); null where he may. The last way in stays. */
export function whyNot(deed: LinkDeed, f: LinkFacts): Refusal | null {
  const no = (code: string) => refuse(code, { status: 409, params: { provider: f.provider.zh, providerEn: f.provider.en } })
  if (deed === 'unlink') {
    if (!f.linked) return no('city.unlink.none')
    return f.hasPassword ? null : no('city.unlink.only_way')
  }
  if (!f.offered) return no('city.not_offered')
  if (f.door === null) return no('city.link.no_door')
  if (f.linked) return no('city.link.has_one')
  return f.hasPassword ? null : no('city.link.no_password')
}
