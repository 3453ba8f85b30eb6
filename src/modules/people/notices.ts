import type { Tx } from '../../platform/db/database.ts'
import { notify, type Recipient } from '../../platform/outbox/notify.ts'
import type { Tools } from '../../platform/tools.ts'
import { accountsOfUnit, contactOf } from '../accounts/index.ts'
import { room } from './person-journal.ts'
import type { Person } from './person.ts'
import { mayMail } from './place-store.ts'

/** Templates `people.notice.<what>` of the words. */
export type ToPerson = 'registered' | 'chosen' | 'enabled' | 'disabled' | 'refused' | 'released' | 'corrected' | 'lifted'

/** Decisions that somebody waits for go to the phone as well. */
const bySms: readonly ToPerson[] = ['enabled', 'refused']

/** In the inbox, by mail, and for what was waited for by SMS: to where the account can be reached now, in its language. */
export async function tellPerson(tx: Tx, tools: Tools, p: Person, what: ToPerson, more: { unit: string; note?: string }): Promise<void> {
  const account = await contactOf(tx, tools.keyring, p.accountId)
  if (!account) return
  const to: Recipient[] = [{ channel: 'inbox', accountId: p.accountId }]
  if (account.mail) to.push({ channel: 'mail', accountId: p.accountId, address: account.mail })
  if (account.phone && bySms.includes(what)) to.push({ channel: 'sms', accountId: p.accountId, address: account.phone })
  await notify(tx, tools.keyring, {
    room, subject: p.id, seq: p.version, template: `people.notice.${what}`, lang: account.lang, to,
    params: { name: p.name, unit: more.unit, note: more.note ?? '', link: '/app/' },
  })
}

const atOf = (p: Person) => ({ room, subject: p.id, seq: p.version })

/** Who acts for the unit finds each new person in the inbox, and of the first in an hour a mail. */
export async function tellUnitOfNew(tx: Tx, tools: Tools, p: Person, unit: { id: string; name: string }): Promise<void> {
  const byMail = await mayMail(tx, unit.id, tools.clock.now())
  await tellUnit(tx, tools, p, unit, { template: 'people.notice.waiting', at: atOf(p), byMail, link: `/app/people/${p.id}` })
}

/** The unit of before hears that somebody went to another one (E40): by mail only of whom it had confirmed, and as seldom as of the new ones. */
export async function tellUnitOfLeaving(tx: Tx, tools: Tools, before: Person, after: Person, unit: { id: string; name: string }): Promise<void> {
  const byMail = before.state !== 'new' && (await mayMail(tx, unit.id, tools.clock.now()))
  await tellUnit(tx, tools, after, unit, { template: 'people.notice.left', at: atOf(after), byMail, link: '/app/people' })
}

/** The unit hears what the support did to one of its people; `at` where that changed no version of the person. */
export const tellUnitOfSupport = (
  tx: Tx, tools: Tools, p: Person, unit: { id: string; name: string }, said: Pick<ToUnit, 'template' | 'note'> & Partial<Pick<ToUnit, 'at'>>,
): Promise<void> => tellUnit(tx, tools, p, unit, { at: atOf(p), ...said, byMail: true, link: p.unitId === unit.id ? `/app/people/${p.id}` : '/app/people' })

export interface ToUnit {
  template: `people.notice.${'waiting' | 'reminder' | 'left' | 'corrected_unit' | 'unvouched_unit' | 'lifted_unit' | 'mail_replaced_unit'}`
  at: { room: string; subject: string; seq: number }
  byMail: boolean
  link: string
  note?: string
}

export async function tellUnit(tx: Tx, tools: Tools, p: Person, unit: { id: string; name: string }, said: ToUnit): Promise<void> {
  for (const one of await accountsOfUnit(tx, tools.keyring, unit.id)) {
    const to: Recipient[] = [{ channel: 'inbox', accountId: one.accountId }]
    if (one.mail && said.byMail) to.push({ channel: 'mail', accountId: one.accountId, address: one.mail })
    await notify(tx, tools.keyring, {
      ...said.at, template: said.template, lang: one.lang, to,
      params: { name: p.name, userName: p.userName, unit: unit.name, note: said.note || tools.translate[one.lang]('people.notice.no_note'), link: said.link },
    })
  }
}

/** S1-N1: whom a unit vouches for hears that somebody else registered with the same document; neither is named to the other (D14). */
export async function warnOwner(tx: Tx, tools: Tools, p: Person, ownerAccountId: string): Promise<void> {
  const owner = await contactOf(tx, tools.keyring, ownerAccountId)
  if (!owner) return
  const to: Recipient[] = [{ channel: 'inbox', accountId: ownerAccountId }]
  if (owner.mail) to.push({ channel: 'mail', accountId: ownerAccountId, address: owner.mail })
  await notify(tx, tools.keyring, {
    room, subject: p.id, seq: p.version, template: 'people.notice.document_used', lang: owner.lang, to, params: { link: '/help/support' },
  })
}
