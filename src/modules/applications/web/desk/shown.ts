import type { OutputOf } from '../../../../kernel/contract.ts'
import type { Tone } from '../../../../web/ui/state-tag.tsx'
import type { applicationsContract } from '../../contract.ts'
import { isUnderWay, type ApplicationState, type DeskLevel } from '../../state.ts'

/** One line of 本单位的项目, and the whole of one application at a desk. */
export type ProjectRow = OutputOf<typeof applicationsContract.unitProjects>['rows'][number]
export type Opened = OutputOf<typeof applicationsContract.open>
export type Differences = NonNullable<Opened['differences']>
export type Change = Differences['changes'][number]
export type ShownDecision = Opened['decisions'][number]
export type Finding = Opened['findings'][number]

/** 项目名称; of a draft what the leader has written so far. */
export function titleOf({ title, content }: Pick<Opened, 'title' | 'content'>): string {
  const written = content.values.title
  return title || (typeof written === 'string' ? written : '')
}

/** Where it waits for this reader stands out; where it waits for others does not. */
export const toneOf = (state: ApplicationState, isWaiting: boolean): Tone =>
  state === 'accepted' ? 'good' : state === 'not_accepted' ? 'bad' : isWaiting ? 'warn' : isUnderWay(state) ? 'plain' : 'still'

/** What the pass of a batch is named by (D17): where all of it goes; a mixed set by what its ways have in common. */
export const batchWay = (next: DeskLevel | null): 'unit' | 'authority' | 'bureau' | 'mixed' => (next === null || next === 'department' ? 'mixed' : next)

/** The label of the pass (D17, C7): by where it leads. */
export const passLabel = (next: DeskLevel | null): `applications.desk.pass.${'unit' | 'authority' | 'bureau'}` =>
  `applications.desk.pass.${next === 'authority' || next === 'bureau' ? next : 'unit'}`
