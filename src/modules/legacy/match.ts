/**
 * Whether a line of the older system speaks of somebody who is here already (S1-05: no person twice). Pure: numbers and
 * addresses come as blind indexes, equal or not.
 */
export interface Traits {
  kind: 'unit_account' | 'person' | 'other'
  userName: string
  name: string
  mail: string | null
  phone: string | null
  document: string | null
  /** The unit it belongs to, or acts for. */
  unit: string | null
}

/** An account of the platform, or a line of the same file that will be one; one account may be known by several sets of signs. */
export interface Known extends Traits {
  id: string
  /** A unit answers for this document: nobody else can have it. Anybody may type a number that nobody vouched for. */
  vouched: boolean
}

export const conflictReasons = [
  'vouched_elsewhere', 'document', 'document_waiting', 'user_name', 'mail', 'phone', 'several',
] as const
export type ConflictReason = (typeof conflictReasons)[number]

export type Match =
  | { is: 'new' }
  | { is: 'same'; as: Known }
  | { is: 'conflict'; reason: ConflictReason; with: Known }

const nameKey = (name: string): string => name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
const equal = (a: string | null, b: string | null): boolean => a !== null && a === b

/**
 * The same person: the same kind of account and name, no other document, and one strong sign: a document that is vouched
 * for, the user name, or the mailbox, which a code has proven. A document that nobody vouched for is none, whichever unit
 * was chosen with it: whoever typed a colleague's number would make the real account vanish. Nor is a phone: the older
 * system let several people share one (S1-N1).
 */
function isSame(row: Traits, known: Known): boolean {
  if (known.kind !== row.kind || nameKey(known.name) !== nameKey(row.name)) return false
  if (row.kind === 'unit_account' && known.unit !== row.unit) return false
  if (row.document !== null && known.document !== null && known.document !== row.document) return false
  if (known.vouched && equal(row.document, known.document)) return true
  return row.userName === known.userName || equal(row.mail, known.mail)
}

/** What a line would take away from this account; null where it takes nothing. */
function takes(row: Traits, known: Known): ConflictReason | null {
  if (equal(row.document, known.document)) {
    if (known.vouched) return 'document'
    // Typed under this name, for this unit or another, with neither his user name nor his mailbox: perhaps the same
    // person. A unit has to look before one of the two comes to be.
    if (nameKey(known.name) === nameKey(row.name)) return 'document_waiting'
  }
  if (row.userName === known.userName) return 'user_name'
  if (equal(row.mail, known.mail)) return 'mail'
  return equal(row.phone, known.phone) ? 'phone' : null
}

/** `known`: whoever shares a user name, a mailbox, a phone or a document with the line; others cannot matter. */
export function match(row: Traits, known: readonly Known[]): Match {
  const elsewhere = known.find((one) => one.vouched && equal(row.document, one.document) && one.unit !== row.unit)
  if (elsewhere) return { is: 'conflict', reason: 'vouched_elsewhere', with: elsewhere }
  const same = known.filter((one) => isSame(row, one))
  const [one] = same
  const other = same.find((each) => each.id !== one?.id)
  if (one && other) return { is: 'conflict', reason: 'several', with: other }
  const conflicts = known.flatMap((each) => {
    const reason = each.id === one?.id ? null : takes(row, each)
    return reason ? [{ is: 'conflict' as const, reason, with: each }] : []
  })
  // Of one person and with something of another: somebody has to look.
  if (one && conflicts.length === 0) return { is: 'same', as: one }
  return conflicts.sort((a, b) => conflictReasons.indexOf(a.reason) - conflictReasons.indexOf(b.reason))[0] ?? { is: 'new' }
}
