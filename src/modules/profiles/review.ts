import { actsAsUnit, type Actor } from '../../kernel/actor.ts'
import { addDays, dayOf, minuteOf } from '../../kernel/clock.ts'
import { procedure } from '../../kernel/process.ts'
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.ts'
import type { ReviewState } from './state.ts'

/** What somebody is towards a line of the review list. `acting`: the unit, for a secondary unit that is vacant or silent (D11). */
export type ReviewRole = 'self' | 'desk' | 'acting'

/** 1.4.4. An approval cannot be undone: a new version can be submitted. The platform ends a line where its person leaves (E40). */
export const reviewProcedure = procedure([
  { verb: 'submit', from: ['approved', 'refused', 'withdrawn', 'left'], to: 'pending', by: ['self'] },
  { verb: 'withdraw', from: ['pending'], to: 'withdrawn', by: ['self'] },
  { verb: 'approve', from: ['pending'], to: 'approved', by: ['desk', 'acting'] },
  { verb: 'refuse', from: ['pending'], to: 'refused', by: ['desk', 'acting'], reason: 'required' },
] as const)

export const deskVerbNames = ['approve', 'refuse'] as const
export type DeskVerb = (typeof deskVerbNames)[number]

/** What the law must know of a line. */
export interface ReviewFacts {
  state: ReviewState
  /** Whose information it is. */
  accountId: string
  unitId: string
  deskId: string
  /** Name of the secondary unit that decides; null at the unit's own desk. */
  deskName: string | null
  /** Its manager, since when, and who granted it; null where it has none. */
  manager: { name: string; since: Date; by: string | null } | null
  submittedAt: Date
  /** What became of the version, if something did. */
  decided: { at: Date; by: string | null } | null
}

/** What silence means here, and now. */
export interface Silence {
  now: Date
  days: number
}

/** D11: why the unit may decide for the secondary unit; null where it may not. */
export function actedFor(f: Pick<ReviewFacts, 'deskId' | 'unitId' | 'manager' | 'submittedAt'>, { now, days }: Silence): 'vacant' | 'silent' | null {
  if (f.deskId === f.unitId) return null
  if (!f.manager) return 'vacant'
  return addDays(f.submittedAt, days) <= now ? 'silent' : null
}

/** Nobody is anything else towards his own record (E38, I11). */
export function reviewRolesOf(actor: Actor | null, f: ReviewFacts, silence: Silence): ReviewRole[] {
  if (!actor) return []
  if (actor.accountId === f.accountId) return ['self']
  if (actor.mandate?.scopeId === f.deskId) return ['desk']
  return actsAsUnit(actor, f.unitId) && actedFor(f, silence) ? ['acting'] : []
}

/** Why this actor may not decide on this line now; null where he may. */
export function whyNot(verb: DeskVerb, f: ReviewFacts, actor: Actor | null, silence: Silence): Refusal | null {
  const roles = reviewRolesOf(actor, f, silence)
  if (roles.includes('self')) return refuse('profiles.own_review', { status: 403 })
  if (f.state !== 'pending') return alreadyDecided(f)
  const step = reviewProcedure.step(verb, f.state, roles)
  if (!isRefusal(step)) return null
  return actor?.mandate?.scopeId === f.unitId ? atSecondaryUnit(f, silence) : refuse('profiles.at_unit', { status: 403 })
}

/** E20: whoever comes second hears who was first. */
function alreadyDecided({ state, decided }: ReviewFacts): Refusal {
  if (state === 'left') return refuse('profiles.review.left', { status: 409 })
  return refuse(`profiles.review.decided.${state}`, { status: 409, params: { time: decided ? minuteOf(decided.at) : '', by: decided?.by ?? '' } })
}

/** S2-57: which secondary unit has it, who manages that since when and by whom, and from when on the unit may act for it (E37). */
const atSecondaryUnit = ({ deskName, manager, submittedAt }: ReviewFacts, { days }: Silence): Refusal =>
  refuse('profiles.at_secondary_unit', {
    status: 409,
    params: {
      name: deskName ?? '', manager: manager?.name ?? '', since: manager ? dayOf(manager.since) : '', by: manager?.by ?? '', from: minuteOf(addDays(submittedAt, days)),
    },
  })

/** Why somebody may not submit now: what waits is locked until it is decided or withdrawn (E39). */
export const whyNotSubmit = (waiting: { deskName: string; since: Date } | null): Refusal | null =>
  waiting ? refuse('profiles.pending', { status: 409, params: { desk: waiting.deskName, since: minuteOf(waiting.since) } }) : null

export const whyNotWithdraw = (waiting: { since: Date } | null): Refusal | null => (waiting ? null : refuse('profiles.not_pending', { status: 409 }))
