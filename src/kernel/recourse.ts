import type { Post } from './actor.ts'

/**
 * Who can change what a refusal names: the keeper of the own unit, the unit's authority, the platform's administrators,
 * or its support. null: whoever was refused can mend it himself.
 */
export const helpers = ['unit', 'authority', 'platform', 'support'] as const
export type Helper = (typeof helpers)[number]

/** Who stands behind each post: asked where a rule of the house says no. */
const behind: Record<Post, Helper> = {
  person: 'unit', secondary_unit_manager: 'unit', authorised_person: 'unit', unit_account: 'authority', authority_officer: 'platform', support_officer: 'platform', platform_admin: 'support',
}

/**
 * The helper of a refusal: named by the room for its own codes, else who stands behind the post where a right is missing,
 * and the support where something is broken. What stands beside a field, or was overtaken, everybody mends himself.
 */
export function helperOf(refusal: { code: string; status: number; fields: object }, post: Post | null, named: Readonly<Record<string, Helper>>): Helper | null {
  // A code may come from whoever asks: `constructor` names nobody.
  const own = Object.hasOwn(named, refusal.code) ? named[refusal.code] : undefined
  // Who keeps the unit is not sent to himself.
  if (own) return own === 'unit' && post === 'unit_account' ? null : own
  if (Object.keys(refusal.fields).length > 0 || refusal.status === 401) return null
  if (refusal.status === 403) return post ? behind[post] : 'support'
  return refusal.status >= 500 ? 'support' : null
}

/** What the edge itself refuses, whatever the room: a right that is missing, or something that broke. */
const ofTheEdge: ReadonlyMap<string, number> = new Map([['not_your_post', 403], ['not_yours', 403], ['broken', 500], ['busy', 503]])

/** The helper of a code that somebody says he was refused with; null for a code that nobody is asked about. */
export const helperForCode = (code: string, post: Post | null, named: Readonly<Record<string, Helper>>): Helper | null =>
  helperOf({ code, status: ofTheEdge.get(code) ?? 409, fields: {} }, post, named)
