import { maskDocument, maskMobile } from '../../codes/mask.ts'
import type { Translate } from '../../kernel/words.ts'
import type { Keyring } from '../../platform/seal/keyring.ts'
import { grantIn, type ShownRow } from './role-grant-store.ts'
import type { Difference } from './role-grant.ts'

/** A reason of the house is kept as the key of its word. */
export const reasonIn = (t: Translate, reason: string): string =>
  reason === 'structure.reason.none' ? '' : reason.startsWith('structure.reason.') ? t(reason) : reason

/** To the unit that named him: the name as it typed it, telephone and document masked. */
export function showGrant(row: ShownRow, keyring: Keyring) {
  const g = grantIn(row, keyring)
  return {
    id: g.id, version: g.version, state: g.state, name: g.name, phone: maskMobile(g.phone), documentType: g.document.type, document: maskDocument(g.document.number),
    grantedAt: g.grantedAt.toISOString(), grantedBy: row.granted_name, activatedAt: g.activatedAt?.toISOString() ?? null,
    userName: row.user_name, accountDisabled: row.account_state === 'disabled',
    triedAt: g.state === 'waiting' ? (g.triedAt?.toISOString() ?? null) : null, differs: [...g.differs] as Difference[],
  }
}

export function showPastGrant(row: ShownRow, keyring: Keyring, t: Translate) {
  const g = grantIn(row, keyring)
  return {
    id: g.id, name: g.name, document: maskDocument(g.document.number), grantedAt: g.grantedAt.toISOString(), activatedAt: g.activatedAt?.toISOString() ?? null,
    endedAt: (g.endedAt ?? g.grantedAt).toISOString(), grantedBy: row.granted_name, endedBy: row.ended_name, reason: reasonIn(t, g.endReason),
  }
}

