import type { Mandate } from '../../kernel/actor.ts'
import type { Translate } from '../../kernel/words.ts'

/** Looks that have a sentence of their own; others are told in general words, so that none is left out. */
const told = [
  'contact_revealed', 'document_revealed', 'phone_revealed', 'grant_revealed', 'exported', 'opened', 'person_looked_for', 'account_looked_for', 'account_looked_at', 'evidence_opened',
] as const

/** What somebody saw: `myData.look.contact_revealed`. */
export const wordOfLook = (event: string): string => `myData.look.${(told as readonly string[]).includes(event) ? event : 'other'}`

/** Where a reason is kept: sealed beside the event, or in its body. Gone once it was erased. */
export function reasonOf(body: Record<string, unknown>, sealed: Record<string, unknown> | null): string | null {
  for (const note of [sealed?.note, sealed?.reason, body.note]) if (typeof note === 'string' && note.trim() !== '') return note
  return null
}

/** `重庆某大学（单位管理用户）`: for whom somebody acted, and as what. */
export const mandateIn = (mandate: Mandate | null, t: Translate): string | null =>
  mandate && (mandate.scopeId ? t('myData.mandate', { scope: mandate.scopeName, post: t(`accounts.post.${mandate.post}`) }) : t(`accounts.post.${mandate.post}`))
