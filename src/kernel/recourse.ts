import type { Post } from './actor.ts'

/**
 * Who can change what a refusal names: the keeper of the own unit, the unit's authority, the platform's administrators,
 * or its support. null: whoever was refused can mend it himself.
 */
export const helpers = ['unit', 'authority', 'platform', 'support'] as const
export type Helper = (typeof helpers)[number]

/** Who stands behind each post: asked where a rule of the house says no. */
const behind: Record<Post, Helper> = {
  person: 'unit', unit_account: 'authority', authority_officer: 'platform', support_officer: 'platform', platform_admin: 'support',
}

/** Whom this post may ask for help at all. */
export const mayAsk = (post: Post | null, helper: Helper): boolean => helper === 'support' || helper === 'platform' || (post !== null && behind[post] === helper)

/**
 * The helper of a refusal: named by the room for its own codes, else who stands behind the post where a right is missing,
 * and the support where something is broken. What stands beside a field, or was overtaken, everybody mends himself.
 */
export function helperOf(refusal: { code: string; status: number; fields: object }, post: Post | null, named: Readonly<Record<string, Helper>>): Helper | null {
  const own = named[refusal.code]
  if (own) return own
  if (Object.keys(refusal.fields).length > 0 || refusal.status === 401) return null
  if (refusal.status === 403) return post ? behind[post] : 'support'
  return refusal.status >= 500 ? 'support' : null
}
