import { endOf, secondOf } from '../../kernel/clock.ts'
import type { Tx } from '../../platform/db/database.ts'
import { notifyAll, type Notice, type Recipient } from '../../platform/outbox/notify.ts'
import type { Tools } from '../../platform/tools.ts'
import { accountsIn, accountsOfUnit, contactsOf, type Reached } from '../accounts/index.ts'
import { closingOf, openUntil } from '../drafts/hand-in.ts'
import type { ApplicationFacts } from './application.ts'
import { room } from './application-journal.ts'

/** Pages that notices lead to. */
const ownPage = (id: string) => `/app/projects/mine/${id}`
const unitPage = (id: string) => `/app/projects/unit/${id}`

export interface ToLeader {
  accountId: string
  id: string
  /** Of the application after what happened. */
  version: number
}

export interface Said {
  /** Templates `applications.notice.<what>`. */
  what: 'submitted' | 'passed' | 'returned' | 'returned_late' | 'corrected' | 'accepted' | 'not_accepted' | 'undone' | 'rerouted' | 'ended' | 'given' | 'taken'
  params: Record<string, string>
}

/** What the leader must act on, or waits for, goes to the phone as well. */
const bySms: readonly Said['what'][] = ['returned', 'returned_late', 'corrected', 'accepted', 'not_accepted']
const byMail: readonly Said['what'][] = ['submitted', 'ended', 'undone', 'given', 'taken', ...bySms]

/** Of a return: until when he can hand it in again (E53, E55), or that he cannot now. */
export function returnSaid({ windows, correctUntil }: Pick<ApplicationFacts, 'windows' | 'correctUntil'>, now: Date): Said {
  const until = openUntil(closingOf(windows.leader?.closesAt ?? null, correctUntil), now)
  return until ? { what: 'returned', params: { until: until.toISOString() } } : { what: 'returned_late', params: {} }
}

/** Each of these leaders, where he can be reached and in his language; statements do not grow with them. */
export async function tellLeaders<L extends ToLeader>(tx: Tx, tools: Tools, leaders: readonly L[], say: (one: L) => Said): Promise<void> {
  if (leaders.length === 0) return
  const contacts = await contactsOf(tx, tools.keyring, leaders.map(({ accountId }) => accountId))
  await notifyAll(tx, tools.keyring, leaders.flatMap((one): Notice[] => {
    const contact = contacts.get(one.accountId)
    if (!contact) return []
    const { what, params } = say(one)
    const { accountId } = one
    const to: Recipient[] = [{ channel: 'inbox', accountId }]
    if (contact.mail && byMail.includes(what)) to.push({ channel: 'mail', accountId, address: contact.mail })
    if (contact.phone && bySms.includes(what)) to.push({ channel: 'sms', accountId, address: contact.phone })
    const { time, until, ...rest } = params
    return [{
      room, subject: one.id, seq: one.version, template: `applications.notice.${what}`, lang: contact.lang, to,
      params: { name: contact.name, link: ownPage(one.id), ...rest, ...(time && { time: secondOf(new Date(time)) }), ...(until && { until: endOf(new Date(until)) }) },
    }]
  }))
}

/** Whoever is at these desks: of a unit those who act for it, of a department its manager. */
export async function peopleAt(tx: Tx, tools: Tools, unitId: string, desks: readonly string[]): Promise<Reached[]> {
  const found = new Map<string, Reached>()
  for (const desk of desks) {
    const here = desk === unitId ? await accountsOfUnit(tx, tools.keyring, unitId) : await accountsIn(tx, tools.keyring, 'secondary_unit_manager', desk)
    for (const one of here) found.set(one.accountId, one)
  }
  return [...found.values()]
}

/** E52: a fast return goes past these desks, and they hear of it. */
export async function tellSkipped(
  tx: Tx, tools: Tools, of: { id: string; version: number; title: string; number: string; desk: string; unitId: string; desks: readonly string[] },
): Promise<void> {
  const people = await peopleAt(tx, tools, of.unitId, of.desks)
  await notifyAll(tx, tools.keyring, people.map(({ accountId, lang }): Notice => ({
    room, subject: of.id, seq: of.version, template: 'applications.notice.went_past', lang, to: [{ channel: 'inbox', accountId }],
    params: { number: of.number, title: of.title, desk: of.desk, link: unitPage(of.id) },
  })))
}

/** Whoever acts for a unit, about an application of it. */
export async function tellUnit(
  tx: Tx, tools: Tools, of: { unitId: string; id: string; version: number }, template: string, params: Record<string, string | number>,
): Promise<void> {
  const people = await accountsOfUnit(tx, tools.keyring, of.unitId)
  await notifyAll(tx, tools.keyring, people.map(({ accountId, lang }): Notice => ({
    room, subject: of.id, seq: of.version, template, lang, to: [{ channel: 'inbox', accountId }], params: { ...params, link: unitPage(of.id) },
  })))
}
