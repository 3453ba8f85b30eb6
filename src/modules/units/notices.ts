import type { Tx } from '../../platform/db/database.ts'
import { notify, type Recipient } from '../../platform/outbox/notify.ts'
import type { Tools } from '../../platform/tools.ts'
import { accountsIn, accountsOfUnit, contactOf } from '../accounts/index.ts'
import { authorityOf } from '../authorities/index.ts'
import { room } from './registration-journal.ts'
import type { Mark, Registration } from './registration.ts'
import type { Unit } from './unit.ts'
import { unitRoom } from './unit-journal.ts'

/** Templates `units.notice.<what>` of the words (S1-17, S1-56). */
export type ToApplicant = 'submitted' | 'approved' | 'returned' | 'refused' | 'transferred' | 'expiring' | 'expired'

const at = (r: Registration, seq: number) => ({ room, subject: r.id, seq })

/** In the inbox, by mail, and for decisions by SMS as well: to where the account can be reached now, in its language. */
export async function tellApplicant(
  tx: Tx, tools: Tools, r: Registration, what: ToApplicant,
  more: { authority?: { name: string }; note?: string; marks?: readonly Mark[]; link?: string } = {},
): Promise<void> {
  const account = await contactOf(tx, tools.keyring, r.accountId)
  if (!account) return
  const authority = more.authority ?? (r.deskId ? await authorityOf(tx, r.deskId) : null)
  const to: Recipient[] = [{ channel: 'inbox', accountId: r.accountId }]
  if (account.mail) to.push({ channel: 'mail', accountId: r.accountId, address: account.mail })
  if (account.phone && ['approved', 'returned', 'refused'].includes(what)) to.push({ channel: 'sms', accountId: r.accountId, address: account.phone })
  const t = tools.translate[account.lang]
  const reasons = (more.marks ?? []).map((mark) => t('web.pair', { label: t(`units.field.${mark.field}`), value: mark.reason }))
  await notify(tx, tools.keyring, {
    ...at(r, r.version), template: `units.notice.${what}`, lang: account.lang, to,
    params: {
      name: r.contact.name, unit: r.form.name ?? '', authority: authority?.name ?? '',
      note: [...reasons, more.note ?? ''].filter(Boolean).join('\n'), link: more.link ?? '/app/registration',
    },
  })
}

/** Every officer of the desk hears in the inbox that something waits. */
export async function tellDesk(tx: Tx, tools: Tools, r: Registration): Promise<void> {
  if (!r.deskId) return
  const officers = await accountsIn(tx, tools.keyring, 'authority_officer', r.deskId)
  for (const officer of officers) {
    await notify(tx, tools.keyring, {
      ...at(r, r.version), template: 'units.notice.desk', lang: officer.lang, to: [{ channel: 'inbox', accountId: officer.accountId }],
      params: { unit: r.form.name ?? '', link: `/app/units/reviews/${r.id}` },
    })
  }
}

/** Who acts for a unit hears what its authority did to it, in the inbox and by mail. */
export async function tellUnit(
  tx: Tx, tools: Tools, unit: Unit, what: 'suspended' | 'resumed' | 'renamed' | 'dissolved', params: { note: string; name?: string },
): Promise<void> {
  const authority = await authorityOf(tx, unit.authorityId)
  for (const one of await accountsOfUnit(tx, tools.keyring, unit.id)) {
    const to: Recipient[] = [{ channel: 'inbox', accountId: one.accountId }]
    if (one.mail) to.push({ channel: 'mail', accountId: one.accountId, address: one.mail })
    await notify(tx, tools.keyring, {
      room: unitRoom, subject: unit.id, seq: unit.version, template: `units.notice.${what}`, lang: one.lang, to,
      params: { unit: unit.name, authority: authority?.name ?? '', authorityEn: authority?.nameEn ?? '', link: '/app/', ...params },
    })
  }
}
