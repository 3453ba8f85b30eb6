import { addMinutes } from '../../kernel/clock.ts'
import type { Lang, Translate } from '../../kernel/words.ts'
import type { Tx } from '../../platform/db/database.ts'
import { notifyAll, type Recipient } from '../../platform/outbox/notify.ts'
import type { Tools } from '../../platform/tools.ts'
import { accountsOfUnit, contactsOf } from '../accounts/index.ts'
import { requestRoom } from './grant-journal.ts'
import { wasMailedSince } from './request-store.ts'

interface Named {
  name: string
  nameEn: string
}

/** A name in the reader's language; English where the registry has one. */
const nameIn = (lang: Lang) => ({ name, nameEn }: Named): string => (lang === 'en' && nameEn ? nameEn : name)

const listed = (t: Translate, names: readonly string[]): string => names.join(t('subsystems.notice.and'))

/** What one deed of the unit changed for one person. */
export interface Changed {
  accountId: string
  added: readonly Named[]
  ended: readonly Named[]
  /** Of the journal: the first event of the deed. */
  at: { room: string; subject: string; seq: number }
}

/** Who was given or lost subsystems hears of it, in the inbox and by mail: one notice for a deed, however many people it concerns. */
export async function tellChanged(tx: Tx, tools: Tools, unit: string, all: readonly Changed[]): Promise<void> {
  const contacts = await contactsOf(tx, tools.keyring, all.map((one) => one.accountId))
  await notifyAll(tx, tools.keyring, all.flatMap(({ accountId, added, ended, at }) => {
    const contact = contacts.get(accountId)
    if (!contact) return []
    const t = tools.translate[contact.lang]
    const to: Recipient[] = [{ channel: 'inbox', accountId }]
    if (contact.mail) to.push({ channel: 'mail', accountId, address: contact.mail })
    const template = ended.length === 0 ? 'subsystems.notice.opened' : added.length === 0 ? 'subsystems.notice.ended' : 'subsystems.notice.changed'
    const named = (some: readonly Named[]) => listed(t, some.map(nameIn(contact.lang)))
    return [{ ...at, template, lang: contact.lang, to, params: { unit, added: named(added), ended: named(ended), link: '/app/me' } }]
  }))
}

/** Who asked hears why not. */
export async function tellDeclined(
  tx: Tx, tools: Tools, unit: string, asked: { accountId: string; subsystem: Named; answer: string; requestId: string; version: number },
): Promise<void> {
  const contact = (await contactsOf(tx, tools.keyring, [asked.accountId])).get(asked.accountId)
  if (!contact) return
  const to: Recipient[] = [{ channel: 'inbox', accountId: asked.accountId }]
  if (contact.mail) to.push({ channel: 'mail', accountId: asked.accountId, address: contact.mail })
  await notifyAll(tx, tools.keyring, [{
    room: requestRoom, subject: asked.requestId, seq: asked.version, template: 'subsystems.notice.declined', lang: contact.lang, to,
    params: { unit, name: nameIn(contact.lang)(asked.subsystem), answer: asked.answer, link: '/app/me' },
  }])
}

/** Who acts for the unit hears of a question at once in the inbox; the mailbox of one in an hour at most. Whether it did of this one. */
export async function tellUnit(
  tx: Tx, tools: Tools, unitId: string, asked: { requestId: string; subsystem: Named; person: string; userName: string; note: string },
): Promise<boolean> {
  const hasHeard = await wasMailedSince(tx, unitId, addMinutes(tools.clock.now(), -60))
  const keepers = await accountsOfUnit(tx, tools.keyring, unitId)
  await notifyAll(tx, tools.keyring, keepers.map((one) => {
    const t = tools.translate[one.lang]
    const to: Recipient[] = [{ channel: 'inbox', accountId: one.accountId }]
    if (one.mail && !hasHeard) to.push({ channel: 'mail', accountId: one.accountId, address: one.mail })
    return {
      room: requestRoom, subject: asked.requestId, seq: 1, template: 'subsystems.notice.asked', lang: one.lang, to,
      params: {
        name: asked.person, userName: asked.userName, subsystem: nameIn(one.lang)(asked.subsystem),
        note: asked.note || t('subsystems.notice.no_note'), link: '/app/people/requests',
      },
    }
  }))
  return !hasHeard && keepers.some((one) => one.mail)
}
