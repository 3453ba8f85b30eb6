import type { OutputOf } from '../../../../kernel/contract.ts'
import type { Translate } from '../../../../kernel/words.ts'
import type { Tone } from '../../../../web/ui/state-tag.tsx'
import type { mineContract } from '../../mine/contract.ts'
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

/** Until when the leader himself may act; null where nothing is his to do. */
export const untilOf = (row: Pick<MineRow, 'state' | 'correctUntil' | 'leaderClosesAt'>): { at: string; kind: 'window' | 'correction' } | null => {
  if (!isUnsubmitted(row.state)) return null
  if (row.correctUntil) return { at: row.correctUntil, kind: 'correction' }
  return row.leaderClosesAt ? { at: row.leaderClosesAt, kind: 'window' } : null
}

/** Addresses of the prints room, which stands later in the corridor: the public page that verifies a version, and the page of its PDF. */
export const verifyPath = (hash: string): string => `/verify/${hash}`
export const printPath = (id: string, revision: number | 'draft'): string => `/projects/prints/${id}/${revision}`
