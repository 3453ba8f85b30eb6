/**
 * N12: what the next keeper of a unit's account finds and confirms piece by piece. Pure: the facts were gathered before.
 */
export interface NoteFact {
  id: string
  title: string
  body: string
  recursMonth: number | null
  recursDay: number | null
}

/** Things of one kind that are open; `since` is the oldest of them. */
export interface OpenFact {
  n: number
  since: Date | null
}

export interface PackageFacts {
  /** Persons who wait for the unit to let them in. */
  peopleWaiting: OpenFact
  /** Requests for a subsystem. */
  requests: OpenFact
  /** Other claims to this account that are not decided. */
  claims: OpenFact
  /** Persons who are let in: somebody has to know them. */
  peopleEnabled: number
  notes: readonly NoteFact[]
}

export const openKinds = ['people_waiting', 'requests', 'claims'] as const
export type ItemKind = 'unit_facts' | 'people' | (typeof openKinds)[number] | 'recurring' | 'note'

export interface PackageItem {
  /** What is confirmed: the kind, with the id of a note. */
  item: string
  kind: ItemKind
  /** How many, where it is a count. */
  n: number | null
  since: Date | null
  note: NoteFact | null
  /** Of what comes round: the next time, `2027-03-01`. */
  nextOn: string | null
}

const lastDay = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()
const dayIn = (year: number, month: number, day: number) =>
  `${year}-${String(month).padStart(2, '0')}-${String(Math.min(day, lastDay(year, month))).padStart(2, '0')}`

/** When something of every year comes next, today included; without a day it is the first of the month, until that is over. */
export function nextTime(month: number, day: number | null, today: string): string {
  const year = Number(today.slice(0, 4))
  const lastOf = dayIn(year, month, day ?? 31)
  return dayIn(lastOf >= today ? year : year + 1, month, day ?? 1)
}

/** The pieces in their order: what is always to be looked at, what waits, what comes round (soonest first), what was written down. */
export function packageOf(facts: PackageFacts, today: string): PackageItem[] {
  const plain = (kind: ItemKind, fact: OpenFact | null = null): PackageItem => ({ item: kind, kind, n: fact?.n ?? null, since: fact?.since ?? null, note: null, nextOn: null })
  const open = { people_waiting: facts.peopleWaiting, requests: facts.requests, claims: facts.claims }
  const notes = facts.notes.map((note): PackageItem => ({
    item: `note:${note.id}`, kind: note.recursMonth === null ? 'note' : 'recurring', n: null, since: null, note,
    nextOn: note.recursMonth === null ? null : nextTime(note.recursMonth, note.recursDay, today),
  }))
  const recurring = notes.filter((one) => one.nextOn !== null).sort((a, b) => ((a.nextOn ?? '') < (b.nextOn ?? '') ? -1 : 1))
  return [
    plain('unit_facts'),
    ...(facts.peopleEnabled > 0 ? [plain('people', { n: facts.peopleEnabled, since: null })] : []),
    ...openKinds.filter((kind) => open[kind].n > 0).map((kind) => plain(kind, open[kind])),
    ...recurring,
    ...notes.filter((one) => one.nextOn === null),
  ]
}

/** What is still to be confirmed. */
export const unconfirmed = (items: readonly PackageItem[], confirmed: ReadonlySet<string>): PackageItem[] =>
  items.filter(({ item }) => !confirmed.has(item))
