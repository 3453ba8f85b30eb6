import type { AskOf, OutputOf } from '../../../kernel/contract.ts'
import type { Tone } from '../../../web/ui/state-tag.tsx'
import type { structureContract } from '../contract.ts'

/** What the verbs of this room answer, by the names that the pages use. */
export type Authorisation = OutputOf<typeof structureContract.authorisation>
export type Grant = NonNullable<Authorisation['present']>
export type PastGrant = Authorisation['past'][number]
export type SecondaryUnits = OutputOf<typeof structureContract.secondaryUnits>
export type SecondaryUnit = SecondaryUnits['rows'][number]
export type Member = OutputOf<typeof structureContract.referrers>['rows'][number]
export type Plan = OutputOf<typeof structureContract.simulate>
export type Group = Plan['groups'][number]
export type Placed = Group['from']
/** A change as it is proposed to the simulator. */
export type Change = AskOf<typeof structureContract.simulate>['change']
/** People who are meant: those ticked, or all that filters find. */
export type Selection = Extract<Change, { kind: 'move' }>['people']
/** What a change that was carried out answers with. */
export type Changed = OutputOf<typeof structureContract.authorise>
export type RecentChange = OutputOf<typeof structureContract.changes>['rows'][number]
export type MyPost = OutputOf<typeof structureContract.mine>['active'][number]
export type Undone = OutputOf<typeof structureContract.undoChange>

/** 待激活, 生效, 已终止 (1.4.3). */
export const toneOfGrant = (state: Grant['state']): Tone => (state === 'active' ? 'good' : state === 'waiting' ? 'warn' : 'still')

export const toneOfReview = (state: Member['state']): Tone =>
  state === 'approved' ? 'good' : state === 'pending' ? 'warn' : state === 'refused' ? 'bad' : 'still'

/** 删除: where people refer to it, they are moved in the same deed (E27); which of the two it is, the server says. */
export const removalOf = ({ can }: Pick<SecondaryUnit, 'can'>): 'removeMoving' | 'removeSecondaryUnit' =>
  (can.includes('removeMoving') ? 'removeMoving' : 'removeSecondaryUnit')
