import type { Tx } from '../../platform/db/database.ts'
import { notify, type Recipient } from '../../platform/outbox/notify.ts'
import type { Tools } from '../../platform/tools.ts'
import type { Lang } from '../../kernel/words.ts'
import { contactsOf } from '../accounts/index.ts'
import type { Bilingual } from '../calls/form/definition.ts'
import { room } from './draft-journal.ts'
import { messagesToday } from './invited-store.ts'

/** The title of a call in the language of whoever reads it. */
const titleIn = (lang: Lang, { zh, en }: Bilingual): string => (lang === 'en' && en) || zh

const invitedTemplate = 'drafts.notice.invited'
const invitationsPage = '/app/projects/invitations'
export const draftPage = (id: string): string => `/app/projects/mine/${id}`

/** No number gets more messages of invitations within 24 hours, however many leaders write to it. */
export const mostMessagesADay = 5

/**
 * E59: the invited hears of it at the number that was given, whoever has it: the same message, whether or not there is such
 * an account. He finds the invitation in his own account, once it has that number and that name. A number that had its messages of
 * the day gets no more of them; the invitation stands all the same, and whoever invites sees no difference (N22).
 */
export async function tellInvited(
  tx: Tx, tools: Tools, of: { draftId: string; version: number; phone: string; accountId: string | null; leader: string; call: Bilingual; lang: Lang },
): Promise<void> {
  const hadEnough = (await messagesToday(tx, tools.keyring.blind(of.phone, 'phone'), invitedTemplate)) >= mostMessagesADay
  const to: Recipient[] = hadEnough ? [] : [{ channel: 'sms', address: of.phone }]
  // Asked of nobody as well, so that the answer takes no longer where there is such an account (N22).
  const known = (await contactsOf(tx, tools.keyring, [of.accountId ?? of.draftId])).get(of.accountId ?? '')
  if (of.accountId) to.push({ channel: 'inbox', accountId: of.accountId })
  const lang = known?.lang ?? of.lang
  await notify(tx, tools.keyring, {
    room, subject: of.draftId, seq: of.version, template: invitedTemplate, lang, to, params: { leader: of.leader, call: titleIn(lang, of.call), link: invitationsPage },
  })
}

type ToLeader = { draftId: string; version: number; accountId: string; what: 'confirmed' | 'declined' | 'left' | 'file_refused' | 'file_unchecked'; params: Record<string, string>; call?: Bilingual }

/** What became of an invitation, or of a file that had to wait; a mail where he cannot see it while he writes. */
export async function tellLeader(tx: Tx, tools: Tools, of: ToLeader): Promise<void> {
  const contact = (await contactsOf(tx, tools.keyring, [of.accountId])).get(of.accountId)
  if (!contact) return
  const to: Recipient[] = [{ channel: 'inbox', accountId: of.accountId }]
  if (contact.mail && of.what !== 'confirmed') to.push({ channel: 'mail', accountId: of.accountId, address: contact.mail })
  await notify(tx, tools.keyring, {
    room, subject: of.draftId, seq: of.version, template: `drafts.notice.${of.what}`, lang: contact.lang, to, params: { name: contact.name, ...of.params, ...(of.call && { call: titleIn(contact.lang, of.call) }), link: draftPage(of.draftId) },
  })
}

/** Who was confirmed or invited and is not any more. */
export async function tellRemoved(tx: Tx, tools: Tools, of: { draftId: string; version: number; accountId: string; leader: string; call: Bilingual }): Promise<void> {
  const contact = (await contactsOf(tx, tools.keyring, [of.accountId])).get(of.accountId)
  if (!contact) return
  await notify(tx, tools.keyring, {
    room, subject: of.draftId, seq: of.version, template: 'drafts.notice.removed', lang: contact.lang, to: [{ channel: 'inbox', accountId: of.accountId }],
    params: { leader: of.leader, call: titleIn(contact.lang, of.call), link: invitationsPage },
  })
}
