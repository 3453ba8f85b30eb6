import type { Tx } from '../../platform/db/database.ts'
import { notify, type Recipient } from '../../platform/outbox/notify.ts'
import type { Tools } from '../../platform/tools.ts'
import type { Lang } from '../../kernel/words.ts'
import { contactsOf } from '../accounts/index.ts'
import { room } from './draft-journal.ts'

const invitationsPage = '/app/projects/invitations'
export const draftPage = (id: string): string => `/app/projects/applications/${id}`

/**
 * E59: the invited hears of it at the number that was given, whoever has it: the same message, whether or not there is such
 * an account. He finds the invitation in his own account, once it has that number and that name.
 */
export const tellInvited = (
  tx: Tx, tools: Tools, of: { draftId: string; version: number; phone: string; accountId: string | null; leader: string; call: string; lang: Lang },
): Promise<void> => {
  const to: Recipient[] = [{ channel: 'sms', address: of.phone }]
  if (of.accountId) to.push({ channel: 'inbox', accountId: of.accountId })
  return notify(tx, tools.keyring, {
    room, subject: of.draftId, seq: of.version, template: 'drafts.notice.invited', lang: of.lang, to, params: { leader: of.leader, call: of.call, link: invitationsPage },
  })
}

type ToLeader = { draftId: string; version: number; accountId: string; what: 'confirmed' | 'declined' | 'left' | 'file_refused'; params: Record<string, string> }

/** What became of an invitation, or of a file that had to wait; a mail where he cannot see it while he writes. */
export async function tellLeader(tx: Tx, tools: Tools, of: ToLeader): Promise<void> {
  const contact = (await contactsOf(tx, tools.keyring, [of.accountId])).get(of.accountId)
  if (!contact) return
  const to: Recipient[] = [{ channel: 'inbox', accountId: of.accountId }]
  if (contact.mail && of.what !== 'confirmed') to.push({ channel: 'mail', accountId: of.accountId, address: contact.mail })
  await notify(tx, tools.keyring, {
    room, subject: of.draftId, seq: of.version, template: `drafts.notice.${of.what}`, lang: contact.lang, to, params: { name: contact.name, ...of.params, link: draftPage(of.draftId) },
  })
}

/** Who was confirmed or invited and is not any more. */
export async function tellRemoved(tx: Tx, tools: Tools, of: { draftId: string; version: number; accountId: string; leader: string; call: string }): Promise<void> {
  const contact = (await contactsOf(tx, tools.keyring, [of.accountId])).get(of.accountId)
  if (!contact) return
  await notify(tx, tools.keyring, {
    room, subject: of.draftId, seq: of.version, template: 'drafts.notice.removed', lang: contact.lang, to: [{ channel: 'inbox', accountId: of.accountId }],
    params: { leader: of.leader, call: of.call, link: invitationsPage },
  })
}
