import type { OutputOf } from '../../../../kernel/contract.ts'
import type { Translate } from '../../../../kernel/words.ts'
import type { Tone } from '../../../../web/ui/state-tag.tsx'
import type { mineContract } from '../../mine/contract.ts'
import { closingOf, type Closing } from '../../../drafts/hand-in.ts'
import { isUnderWay, isUnsubmitted, type ApplicationState } from '../../state.ts'

export type MineRow = OutputOf<typeof mineContract.mine>['rows'][number]
export type Shown = OutputOf<typeof mineContract.show>
export type Receipt = OutputOf<typeof mineContract.submit>

/** Headline and sub-state in one: 未提交 · 退回待修改. */
export const stateWord = (t: Translate, { state, headline }: Pick<MineRow, 'state' | 'headline'>): string =>
  isUnsubmitted(state) ? t('applications.mine.state', { headline: t(`applications.headline.${headline}`), sub: t(`applications.mine.sub.${state}`) }) : t(`applications.headline.${headline}`)

export const toneOf = (state: ApplicationState): Tone =>
  state === 'returned' ? 'bad' : state === 'withdrawn' || state === 'draft' ? 'still' : state === 'accepted' ? 'good' : state === 'not_accepted' ? 'bad' : 'plain'

/** The groups of the own list; a person looks for what he has to do first. */
export const groups = ['todo', 'underway', 'ended'] as const
export type Group = (typeof groups)[number]
export const groupOf = (state: ApplicationState): Group => (isUnsubmitted(state) ? 'todo' : isUnderWay(state) ? 'underway' : 'ended')

const timeOf = (at: string | null | undefined): Date | null => (at ? new Date(at) : null)

/** Until when the leader himself may act, of his window and a correction the later one (E53); null where nothing is his to do. */
export const untilOf = (row: Pick<MineRow, 'state' | 'correctUntil' | 'leaderClosesAt'>): Closing | null =>
  (isUnsubmitted(row.state) ? closingOf(timeOf(row.leaderClosesAt), timeOf(row.correctUntil)) : null)

const late: readonly string[] = ['applications.window.late', 'applications.correction.late']
/** Why it cannot be handed in any more, where nothing but time says so; null otherwise. */
export const tooLate = ({ closed }: Pick<MineRow, 'closed'>) => closed.find(({ verb, code }) => verb === 'submit' && late.includes(code)) ?? null

/** Addresses of the prints room, which stands later in the corridor: the public page that verifies a version, and the page of its PDF. */
export const verifyPath = (hash: string): string => `/verify/${hash}`
export const printPath = (id: string, revision: number | 'draft'): string => `/projects/prints/${id}/${revision}`
