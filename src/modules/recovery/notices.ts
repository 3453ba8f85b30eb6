import { minuteOf } from '../../kernel/clock.ts'
import type { Lang } from '../../kernel/words.ts'
import type { Tx } from '../../platform/db/database.ts'
import { notify, type Recipient } from '../../platform/outbox/notify.ts'
import type { Tools } from '../../platform/tools.ts'
import { accountsIn, contactOf } from '../accounts/index.ts'
import { settingOf } from '../settings/index.ts'
import { caseRoom } from './case-journal.ts'
import { waitOf } from './case-reach.ts'
import { linkOf } from './case-store.ts'
import { keeperOf, unitFactOf, type UnitFact } from './facts-store.ts'
import type { RecoveryCase } from './recovery-case.ts'

const event = (c: RecoveryCase) => ({ room: caseRoom, subject: c.id, seq: c.version })

const unitOf = async (tx: Tx, c: RecoveryCase): Promise<UnitFact> => {
  const unit = await unitFactOf(tx, c.unitId)
  if (!unit) throw new Error('a case without its unit')
  return unit
}

const reasonIn = (tools: Tools, lang: Lang, c: RecoveryCase): string => (c.reasonCode ? tools.translate[lang](`recovery.reason.${c.reasonCode}`) : '')

/** The sentence on the time to object, for whom it is said; empty where nobody has to wait. */
async function windowIn(tx: Tx, tools: Tools, lang: Lang, c: RecoveryCase, whom: 'claimant' | 'keeper' | 'desk'): Promise<string> {
  const until = await waitOf(tx, tools, c)
  return until ? tools.translate[lang](`recovery.window.${whom}`, { until: minuteOf(until) }) : ''
}

/** To the proven mailbox of who claims, with the link that follows the case; `more` fills what the template says beside it. */
export async function tellClaimant(
  tx: Tx, tools: Tools, c: RecoveryCase, what: 'opened' | 'objected' | 'overruled' | 'verified' | 'answered' | 'refused' | 'handed_over' | 'restored' | 'granted' | 'withdrawn',
  more: Readonly<Record<string, string | number>> = {},
): Promise<void> {
  if (!c.claimant) return
  const { name, mail, phone } = c.claimant
  const to: Recipient[] = [{ channel: 'mail', address: mail }]
  if (['answered', 'refused', 'handed_over', 'restored', 'granted'].includes(what)) to.push({ channel: 'sms', address: phone })
  await notify(tx, tools.keyring, {
    ...event(c), event: `claimant_${what}`, template: `recovery.notice.claimant_${what}`, lang: c.lang, to,
    params: {
      name, number: c.number, unit: (await unitOf(tx, c)).name, note: c.note ?? '', reason: reasonIn(tools, c.lang, c),
      hours: await settingOf(tx, tools.config, 'recovery.objection_hours'), window: await windowIn(tx, tools, c.lang, c, 'claimant'), link: await linkOf(tx, tools.keyring, c.id), ...more,
    },
  })
}

/** The present keeper, by every way there is: a claim must not pass unseen by who may object (E12). */
export async function tellKeeper(
  tx: Tx, tools: Tools, c: RecoveryCase, what: 'claimed' | 'overruled' | 'closed' | 'handed_over' | 'restored', keeperId?: string | null,
): Promise<void> {
  const accountId = keeperId ?? (await keeperOf(tx, c.unitId))
  const account = accountId ? await contactOf(tx, tools.keyring, accountId) : null
  if (!accountId || !account) return
  const to: Recipient[] = [{ channel: 'inbox', accountId }]
  if (account.mail) to.push({ channel: 'mail', accountId, address: account.mail })
  if (account.phone && what !== 'overruled' && what !== 'closed') to.push({ channel: 'sms', accountId, address: account.phone })
  const t = tools.translate[account.lang]
  await notify(tx, tools.keyring, {
    ...event(c), event: `keeper_${what}`, template: `recovery.notice.keeper_${what}`, lang: account.lang, to,
    params: {
      name: account.name, number: c.number, unit: (await unitOf(tx, c)).name, note: c.note ?? '', window: await windowIn(tx, tools, account.lang, c, 'keeper'), state: t(`recovery.state.${c.state}`),
      link: what === 'handed_over' || what === 'restored' ? '/help/support' : '/app/handover/claims',
    },
  })
}

/** Support hears in the inbox that something waits. */
export async function tellSupport(tx: Tx, tools: Tools, c: RecoveryCase, what: 'opened' | 'objected' | 'sent_back'): Promise<void> {
  await tellDesk(tx, tools, c, what, await accountsIn(tx, tools.keyring, 'support_officer', null))
}

/** Whoever may be the second: other officers of support, and those of the unit's authority. */
export async function tellSecond(tx: Tx, tools: Tools, c: RecoveryCase): Promise<void> {
  const unit = await unitOf(tx, c)
  const support = await accountsIn(tx, tools.keyring, 'support_officer', null)
  const authority = await accountsIn(tx, tools.keyring, 'authority_officer', unit.authority_id)
  const all = new Map([...support, ...authority].map((one) => [one.accountId, one]))
  if (c.verifiedBy) all.delete(c.verifiedBy)
  await tellDesk(tx, tools, c, 'verified', [...all.values()])
}

async function tellDesk(tx: Tx, tools: Tools, c: RecoveryCase, what: string, officers: readonly { accountId: string; lang: Lang }[]): Promise<void> {
  const unit = await unitOf(tx, c)
  for (const lang of ['zh', 'en'] as const) {
    await notify(tx, tools.keyring, {
      ...event(c), event: `desk_${what}`, template: `recovery.notice.desk_${what}`, lang,
      to: officers.filter((one) => one.lang === lang).map(({ accountId }) => ({ channel: 'inbox' as const, accountId })),
      params: { window: await windowIn(tx, tools, lang, c, 'desk'), number: c.number, unit: unit.name, link: `/app/recovery/cases/${c.id}` },
    })
  }
}
