import type { Tx } from '../../platform/db/database.ts'
import { notify, type Recipient } from '../../platform/outbox/notify.ts'
import type { Tools } from '../../platform/tools.ts'
import { accountsIn, accountsOfUnit, contactOf } from '../accounts/index.ts'
import { nameOfSecondaryUnit } from './name-store.ts'
import type { Difference, RoleGrant } from './role-grant.ts'
import { grantRoom } from './structure-journal.ts'

const at = (g: RoleGrant) => ({ room: grantRoom, subject: g.id, seq: g.version })
/** 软件学院, or nothing for the authorised person: sentences have a form for each. */
const placeOf = async (tx: Tx, g: RoleGrant): Promise<string> => (g.secondaryUnitId ? await nameOfSecondaryUnit(tx, g.secondaryUnitId) : '')
const formOf = (g: RoleGrant): 'authorised' | 'manager' => (g.kind === 'authorised_person' ? 'authorised' : 'manager')

/**
 * Whoever holds a post hears that it came in force, and that it ended: in the inbox, by mail and by SMS, where his own account is
 * reached.
 */
export async function tellHolder(tx: Tx, tools: Tools, g: RoleGrant, what: 'activated' | 'ended', unit: { name: string }, reason = ''): Promise<void> {
  if (!g.accountId) return
  const contact = await contactOf(tx, tools.keyring, g.accountId)
  if (!contact) return
  const to: Recipient[] = [{ channel: 'inbox', accountId: g.accountId }]
  if (contact.mail) to.push({ channel: 'mail', accountId: g.accountId, address: contact.mail })
  if (contact.phone) to.push({ channel: 'sms', accountId: g.accountId, address: contact.phone })
  await notify(tx, tools.keyring, {
    ...at(g), template: `structure.notice.${formOf(g)}.${what}`, lang: contact.lang, to,
    params: { name: contact.name, unit: unit.name, place: await placeOf(tx, g), note: reason, link: '/app/' },
  })
}

/**
 * Somebody who is named and has no matching account hears of it at the number that the unit typed, whether or not an
 * account knows that number (D14): it says who named him and that he signs in, and nothing else of anybody.
 */
export async function tellNamed(tx: Tx, tools: Tools, g: RoleGrant, unit: { name: string }): Promise<void> {
  await notify(tx, tools.keyring, {
    ...at(g), template: g.kind === 'authorised_person' ? 'structure.notice.authorised.named' : 'structure.notice.manager.named', lang: 'zh', to: [{ channel: 'sms', address: g.phone }],
    params: { unit: unit.name, place: await placeOf(tx, g), link: '/sign-in' },
  })
}

/** Who may change the post hears of it: of the authorised person the unit account alone (S2-29), of a manager all who act for the unit. */
export async function tellUnit(
  tx: Tx, tools: Tools, g: RoleGrant, what: 'in_force' | 'differs' | 'disabled' | 'left', more: { differs?: readonly Difference[] } = {},
): Promise<void> {
  const { keyring, translate } = tools
  const reached = g.kind === 'authorised_person' ? await accountsIn(tx, keyring, 'unit_account', g.unitId) : await accountsOfUnit(tx, keyring, g.unitId)
  const place = await placeOf(tx, g)
  for (const one of reached) {
    if (one.accountId === g.accountId) continue
    const t = translate[one.lang]
    const to: Recipient[] = [{ channel: 'inbox', accountId: one.accountId }]
    if (one.mail) to.push({ channel: 'mail', accountId: one.accountId, address: one.mail })
    await notify(tx, keyring, {
      ...at(g), template: `structure.notice.${formOf(g)}.${what}`, lang: one.lang, to,
      params: {
        name: g.name, place, differs: (more.differs ?? []).map((d) => t(`structure.differs.${d}`)).join(t('structure.differs.and')),
        link: g.kind === 'authorised_person' ? '/app/structure/authorisation' : '/app/structure/secondary-units',
      },
    })
  }
}
