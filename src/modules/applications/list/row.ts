import type { Actor } from '../../../kernel/actor.ts'
import { opennessOf } from '../../../kernel/why.ts'
import { actedFor, isCorrecting, whyNot, type ApplicationFacts, type Moment } from '../application.ts'
import { factsIn } from '../store/facts.ts'
import type { ProjectRow } from './contract.ts'
import { windowsIn, type ListedProject } from '../store/list.ts'
import { levelAfter } from '../route.ts'
import { deskVerbNames, headlineOf, isUnderWay, isUnsubmitted, type DeskLevel, type DeskVerb } from '../state.ts'

/** Deeds that a level knows: nobody is told why the bureau's deeds are not open to a department. */
const bureauVerbs: readonly DeskVerb[] = ['accept', 'correct', 'refuse']
const lowerVerbs: readonly DeskVerb[] = ['pass', 'return']

const verbsAt = (level: DeskLevel): readonly DeskVerb[] =>
  deskVerbNames.filter((verb) => !(level === 'bureau' ? lowerVerbs : bureauVerbs).includes(verb))

/** What may be done with a line of a list, and why not: one answer for the list, the batch and the deed itself (N11). */
export const opennessIn = (facts: ApplicationFacts, actor: Actor, moment: Moment) =>
  opennessOf(isUnderWay(facts.state) ? verbsAt(facts.state) : [], (verb) => whyNot(verb, facts, actor, moment))

/** When whoever has it may act no longer. */
function untilOf(facts: ApplicationFacts, { now }: Moment): Date | null {
  const level = isUnsubmitted(facts.state) ? 'leader' : isUnderWay(facts.state) ? facts.state : null
  if (level === null) return null
  return isCorrecting(facts, now) ? facts.correctUntil : (facts.windows[level]?.closesAt ?? null)
}

export function rowOf(row: ListedProject, actor: Actor, moment: Moment): ProjectRow {
  const facts = factsIn(row, windowsIn(row))
  const over = actedFor(facts, moment)
  const shown = row.judged ?? { title: row.title, leader: row.leader_name, submittedAt: row.submitted_at?.toISOString() ?? null, revision: row.revision, warnings: row.warnings, secondaryUnit: row.secondary_unit_name }
  return {
    id: row.id, number: row.number, title: shown.title, category: { zh: row.category, en: row.call.categoryEn }, call: { id: row.call.id, code: row.call.code, title: row.call.title },
    leader: shown.leader, unit: { id: row.unit_id, name: row.unit_name },
    secondaryUnit: shown.secondaryUnit === null ? null : { id: shown.secondaryUnit === row.secondary_unit_name ? row.secondary_unit_id : null, name: shown.secondaryUnit },
    submittedAt: shown.submittedAt && new Date(shown.submittedAt).toISOString(), begunAt: row.begun_at.toISOString(),
    state: row.state, headline: headlineOf(row.state), version: row.version, revision: shown.revision,
    desk: isUnderWay(row.state) ? { level: row.state, name: row.desk_name ?? '' } : null,
    next: isUnderWay(row.state) ? levelAfter({ authority: row.authority_desk }, row.state) : null,
    since: (row.arrived_at ?? (row.state === 'draft' ? row.begun_at : row.changed_at)).toISOString(), until: untilOf(facts, moment)?.toISOString() ?? null,
    queuedAt: row.queued_at?.toISOString() ?? null, warnings: shown.warnings, isFast: row.is_fast, returnedBy: row.returned_by,
    isWaiting: row.desk_id !== null && row.desk_id === actor.mandate?.scopeId, isVacant: over === 'vacant', isSilent: over === 'silent',
    isLeaderGone: facts.leaderGone !== null && actor.mandate?.post !== 'authority_officer' && facts.state !== 'accepted' && facts.state !== 'not_accepted',
    ...opennessIn(facts, actor, moment),
  }
}
