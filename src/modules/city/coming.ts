import type { Tx } from '../../platform/db/database.ts'
import { notify, type Recipient } from '../../platform/outbox/notify.ts'
import type { Call } from '../../platform/serve/call.ts'
import { contactOf } from '../accounts/index.ts'
import { room } from './identity-journal.ts'
import type { Identity } from './identity-store.ts'
import type { Common } from './link-store.ts'

/** Somebody on the way in: whoever is signed in in this browser is not the one who acts. */
export type Coming = Pick<Call, 'actor' | 'request' | 'reply' | 'tools'>

/** An account to sign in to, or one of which the proof is asked first. */
export type Settled = { accountId: string } | { ask: string; by: Common }

export type ComingNotice = 'city.notice.came_legal' | 'city.notice.came_person' | 'city.notice.linked' | 'city.notice.unlinked'

/** In the inbox; a new or lost way in to an account that was there before goes to mailbox and phone as well. */
export async function told(tx: Tx, { tools }: Pick<Call, 'tools'>, identity: Identity, template: ComingNotice, params: Record<string, string>): Promise<void> {
  const contact = await contactOf(tx, tools.keyring, identity.accountId)
  if (!contact) return
  const { accountId } = identity
  const isNews = template === 'city.notice.linked' || template === 'city.notice.unlinked'
  const to: Recipient[] = [{ channel: 'inbox', accountId }]
  if (isNews && contact.mail) to.push({ channel: 'mail', accountId, address: contact.mail })
  if (isNews && contact.phone) to.push({ channel: 'sms', accountId, address: contact.phone })
  await notify(tx, tools.keyring, {
    room, subject: identity.id, seq: identity.version, template, lang: contact.lang, to, params: { name: contact.name, link: isNews ? '/app/account/city' : '/app/', ...params },
  })
}
