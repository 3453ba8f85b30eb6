import type { Post } from '../../kernel/actor.ts'

/** 法人单位授权人 (S2-27) and 二级单位管理人员 (S2-36). Pure. */
export const grantKinds = ['authorised_person', 'secondary_unit_manager'] as const satisfies readonly Post[]
export type GrantKind = (typeof grantKinds)[number]

/** 1.4.3: 待激活 -> 生效 at the sign-in that agrees, never by a button; both -> 已终止 by 更改, 撤销, 编辑 or 删除 of the unit. */
export const grantStates = ['waiting', 'active', 'ended'] as const
export type GrantState = (typeof grantStates)[number]

/** What did not agree at the last sign-in (E17). The last two: the number is not vouched for; the rule of S2-32 stands against it. */
export const differences = ['name', 'phone', 'document', 'document_unproven', 'exclusive'] as const
export type Difference = (typeof differences)[number]

/** Whom a post was given to, as typed (canonical). */
export interface Named {
  name: string
  phone: string
  document: { type: string; number: string }
}

export interface RoleGrant extends Named {
  id: string
  unitId: string
  kind: GrantKind
  secondaryUnitId: string | null
  state: GrantState
  accountId: string | null
  activatedAt: Date | null
  triedAt: Date | null
  differs: readonly Difference[]
  version: number
  grantedAt: Date
  endedAt: Date | null
  endReason: string
}

/** What the journal knows of a grant; replaying these gives the row. */
export type GrantEvent = { at: string } & (
  | { event: 'granted'; unitId: string; kind: GrantKind; secondaryUnitId: string | null; who: Named }
  | { event: 'activated'; accountId: string }
  | { event: 'differed'; differs: readonly Difference[] }
  | { event: 'ended'; note: string }
)

/** The grant after an event; `null` before it was made. */
export function evolveGrant(before: RoleGrant | null, id: string, e: GrantEvent): RoleGrant {
  const at = new Date(e.at)
  if (e.event === 'granted') {
    return {
      id, unitId: e.unitId, kind: e.kind, secondaryUnitId: e.secondaryUnitId, ...e.who, state: 'waiting', accountId: null,
      activatedAt: null, triedAt: null, differs: [], version: 1, grantedAt: at, endedAt: null, endReason: '',
    }
  }
  if (!before) throw new Error(`${e.event} before the post was given`)
  const grant = { ...before, version: before.version + 1 }
  switch (e.event) {
    case 'activated': return { ...grant, state: 'active', accountId: e.accountId, activatedAt: at, differs: [] }
    case 'differed': return { ...grant, triedAt: at, differs: e.differs }
    default: return { ...grant, state: 'ended', endedAt: at, endReason: e.note }
  }
}

/** Who signs in. `documentKey` is the blind index of kind and number (E16), null without a document. */
export interface Arrival {
  name: string
  phoneKey: string | null
  documentKey: string | null
  /** Whether a unit vouches for the document, or the city proved it. */
  isProven: boolean
}

/** Spaces, the several dots and capitals make no other human (E16). */
export const nameForComparison = (name: string): string =>
  name.normalize('NFKC').replace(/[\s·•‧・･⋅∙●.'’-]/gu, '').toLowerCase()

/**
 * Whether this is the person that was named: `agrees`; or who was probably meant, with what differs (E17); or a stranger,
 * of whom nobody is told anything (D14): a number that nobody answers for proves nothing, and a telephone alone changes hands.
 */
export function compareGrant(grant: { name: string; phoneKey: string; documentKey: string }, who: Arrival): { outcome: 'agrees' } | { outcome: 'differs'; differs: Difference[] } | { outcome: 'stranger' } {
  const sameName = nameForComparison(grant.name) === nameForComparison(who.name)
  const samePhone = who.phoneKey === grant.phoneKey
  const sameDocument = who.documentKey === grant.documentKey
  const isKnown = sameDocument && who.isProven
  if (!isKnown && !(sameName && samePhone)) return { outcome: 'stranger' }
  const differs: Difference[] = []
  if (!sameName) differs.push('name')
  if (!samePhone) differs.push('phone')
  if (!sameDocument) differs.push('document')
  else if (!who.isProven) differs.push('document_unproven')
  return differs.length === 0 ? { outcome: 'agrees' } : { outcome: 'differs', differs }
}

/** The same set said again is no news: the unit is told once. */
export const isNews = (before: readonly Difference[], now: readonly Difference[]): boolean =>
  before.length !== now.length || now.some((one) => !before.includes(one))
