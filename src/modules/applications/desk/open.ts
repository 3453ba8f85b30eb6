import { actsAsUnit, type Actor } from '../../../kernel/actor.ts'
import { unseen } from '../../../kernel/refusal.ts'
import { opennessOf } from '../../../kernel/why.ts'
import { eventsOf, type PastEvent } from '../../../platform/journal.ts'
import type { Db } from '../../../platform/db/database.ts'
import type { Handlers } from '../../../platform/serve/call.ts'
import type { Tools } from '../../../platform/tools.ts'
import { callOfVersion } from '../../calls/index.ts'
import type { CallDocument } from '../../calls/document.ts'
import { checkContent, tabStates } from '../../calls/form/check.ts'
import type { Content } from '../../calls/form/definition.ts'
import { differences } from '../../calls/form/differences.ts'
import { isOpen } from '../../calls/windows.ts'
import { contentOf } from '../../drafts/index.ts'
import { actedFor, isCorrecting, silentFrom, undoUntilOf, whyNot, type ApplicationFacts, type Moment } from '../application.ts'
import { room } from '../application-journal.ts'
import { notesShown } from './beside-server.ts'
import { decisionsOf, type DecisionRow } from '../store/decisions.ts'
import type { deskContract } from './contract.ts'
import { replay, type Bodies, type Happened } from '../evolve.ts'
import { callsOf, factRows, factsIn, type CallFacts, type FactRow } from '../store/facts.ts'
import { factsAsked, titleIn } from '../mine/handing-in.ts'
import { leaderOf } from '../store/leaders.ts'
import { opennessIn } from '../list/row.ts'
import { lookedAt } from '../store/looks.ts'
import { momentOf } from '../moment.ts'
import { deskNames, namedRoute } from '../store/names.ts'
import { waitingBeside } from '../store/neighbours.ts'
import { quotaTaken } from '../store/quota.ts'
import { decisionsShown, isBelow, knownAbove, routeShown, standingOf, timelineShown } from '../show.ts'
import { isUnsubmitted, type DeskDeed } from '../state.ts'
import { contentAt, versionsOf, type VersionRow } from '../store/submissions.ts'

type Verbs = Handlers<typeof deskContract>
const iso = (time: Date | null | undefined): string | null => time?.toISOString() ?? null

/** Who reads what is being written: the unit, and the department of its leader as it is today, also before the application has followed him (S2-86). */
async function readsDraft(db: Db, { mandate }: Actor, row: FactRow): Promise<boolean> {
  if (mandate?.post !== 'secondary_unit_manager') return mandate?.post !== 'authority_officer'
  const leader = await leaderOf(db, row.account_id)
  return leader?.unit?.id !== row.unit_id || leader.department?.id === mandate.scopeId
}

/** What a desk reads: the version that is judged; while the leader writes, unit and department read the draft as it is (D7, S2-79), others what they had judged. */
async function contentsFor(tools: Tools, actor: Actor, row: FactRow, call: CallFacts): Promise<{ document: CallDocument; content: Content; version: VersionRow | null } | null> {
  const { db } = tools
  const [version = null] = await versionsOf(db, row.id, actor)
  if (isUnsubmitted(row.state) && (await readsDraft(db, actor, row))) {
    const [document, content] = [await callOfVersion(db, call.id, call.version), await contentOf(db, tools, row.id)]
    return content && { document, content: { ...content, facts: factsAsked(document, content.facts) }, version }
  }
  const content = version && (await contentAt(db, row.id, version.revision))
  return version && content ? { document: await callOfVersion(db, call.id, version.callVersion), content, version } : null
}

/** E52, N7: what differs from the version that this desk decided on last. */
async function sinceLast(db: Db, actor: Actor, row: FactRow, decisions: readonly DecisionRow[], document: CallDocument, content: Content) {
  const last = decisions.find((d) => d.deskId === actor.mandate?.scopeId && d.undoneAt === null && (d.revision < row.revision || isUnsubmitted(row.state)))
  const before = last && (await contentAt(db, row.id, last.revision))
  return last && before
    ? { revision: last.revision, at: last.at.toISOString(), outcome: last.outcome, changes: differences(document.form, before, content), marked: last.marks.map(({ field }) => field) }
    : null
}

/** The decisions of its level, and beside them what else this desk may do with it. */
function openFor(row: FactRow, facts: ApplicationFacts, actor: Actor, moment: Moment) {
  const base = opennessIn(facts, actor, moment)
  const beside: DeskDeed[] = [...(facts.decided && whyNot('undo', facts, actor, moment) === null ? ['undo' as const] : []), ...(row.state === 'department' && actsAsUnit(actor, row.unit_id) ? ['reroute' as const] : []),
    ...(facts.leaderGone && actsAsUnit(actor, row.unit_id) && row.state !== 'accepted' && row.state !== 'not_accepted' ? ['reassign' as const] : [])]
  const more = opennessOf(beside, (verb) => whyNot(verb, facts, actor, moment))
  return { can: [...base.can, ...more.can], closed: [...base.closed, ...more.closed] }
}

function departmentShown(facts: ApplicationFacts, moment: Moment) {
  if (!facts.department) return null
  const acted = actedFor(facts, moment)
  return {
    isVacant: acted === 'vacant', isSilent: acted === 'silent', manager: facts.department.manager?.name ?? null, isActive: facts.department.isActive,
    unitMayActFrom: acted ? null : iso(silentFrom(facts, moment)),
  }
}

function leaderMayUntil(facts: ApplicationFacts, now: Date): string | null {
  if (isCorrecting(facts, now)) return iso(facts.correctUntil)
  const window = facts.windows.leader ?? null
  return window && isOpen(window, now) ? window.closesAt.toISOString() : null
}

/**
 * What was decided and has happened as this desk knows it, and the row with the leader, the department and the way that it reads. 1.3.2: while
 * it is below, authority and bureau know the version that they had judged and nothing of what has come since but where it stands (E10, E34).
 */
function known(actor: Actor, row: FactRow, version: VersionRow | null, decisions: readonly DecisionRow[], events: readonly PastEvent[]) {
  if (version === null || actor.mandate?.post !== 'authority_officer' || !isBelow(row.state)) return { decisions, events, of: row }
  const before = knownAbove(decisions, events, version.revision)
  const submitted = before.events.find(({ event, body }) => event === 'submitted' && body.revision === version.revision)?.body as Bodies['submitted'] | undefined
  const then = replay(before.events.map(({ event, seq, body }) => ({ event, seq, body }) as Happened))
  return {
    ...before, of: {
      ...row, leader_name: version.leaderName, secondary_unit_id: submitted?.secondaryUnitId ?? null, secondary_unit_name: submitted?.secondaryUnitName ?? null,
      // Where it lies is no secret: on its way again it is the way that it goes now.
      department_desk: isUnsubmitted(row.state) ? (then?.departmentDesk ?? null) : row.department_desk,
    },
  }
}

/** 查看 and 处理: one application at a desk, with everything it is judged by. */
export const open: Verbs['open'] = async ({ tools, actor, input }) => {
  const { db, keyring } = tools
  const [row] = await factRows(db, actor, [input.id])
  const call = row && (await callsOf(db, [row.call_id])).get(row.call_id)
  const read = row && call && (await contentsFor(tools, actor, row, call))
  if (!row || !call || !read) return unseen()
  const moment = await momentOf(db, tools)
  const scope = actor.mandate?.scopeId ?? null
  // E60: ahead is fetched only what waits at the own desk; whatever a leader still writes is never read unseen.
  if (!(input.ahead && row.desk_id === scope) && row.account_id !== actor.accountId) await lookedAt(db, row.id, actor, moment.now)
  const facts = factsIn(row, call.windows)
  const { document, content, version } = read
  const { decisions, events, of } = known(actor, row, version, await decisionsOf(db, keyring, row.id), await eventsOf(db, keyring, room, row.id))
  const findings = checkContent(document, content)
  // What is shown is not the newest version: the page is called as that one was.
  const isOlder = version !== null && version.revision < row.revision
  const isOfUnit = actor.mandate?.post !== 'authority_officer'
  return {
    id: row.id, version: row.version, revision: version?.revision ?? row.revision, number: row.number, title: isOlder ? titleIn(document, content) : row.title, category: { zh: row.category, en: document.category.en },
    call: { id: call.id, code: call.code, title: call.title, version: version?.callVersion ?? call.version }, leader: { name: of.leader_name, isSelf: row.account_id === actor.accountId, gone: isOfUnit ? facts.leaderGone : null },
    unit: { id: row.unit_id, name: row.unit_name },
    secondaryUnit: of.secondary_unit_id && of.secondary_unit_name !== null ? { id: of.secondary_unit_id, name: of.secondary_unit_name } : null, ...standingOf(row),
    submittedAt: iso(isOlder ? version.receivedAt : row.submitted_at), begunAt: row.begun_at.toISOString(), changedAt: row.changed_at.toISOString(),
    warnings: isOlder ? findings.filter(({ severity }) => severity === 'warning').length : row.warnings,
    document, content, submitted: version && { ...version, receivedAt: version.receivedAt.toISOString() }, findings, tabs: tabStates(document.form, content, findings),
    differences: await sinceLast(db, actor, row, decisions, document, content),
    decisions: decisionsShown(decisions, await deskNames(db, decisions.map(({ deskId }) => deskId)), actor, row), timeline: timelineShown(events, actor, row),
    route: routeShown(of, facts, await namedRoute(db, of, call.chain, of === row ? await leaderOf(db, row.account_id) : null), moment.now),
    department: isOfUnit ? departmentShown(facts, moment) : null,
    quota: isOfUnit && call.quotaPerUnit !== null ? { most: call.quotaPerUnit, taken: await quotaTaken(db, call.id, row.unit_id) } : null,
    leaderMayUntil: leaderMayUntil(facts, moment.now), ...(await waitingBeside(db, scope, row)), undoUntil: iso(undoUntilOf(facts, actor, moment)), notes: await notesShown(db, keyring, actor, row, facts, moment), ...openFor(row, facts, actor, moment),
  }
}

export const versionAt: Verbs['versionAt'] = async ({ tools: { db, clock }, actor, input }) => {
  const [row] = await factRows(db, actor, [input.id])
  const version = row && (await versionsOf(db, row.id, actor)).find(({ revision }) => revision === input.revision)
  const content = version && (await contentAt(db, input.id, version.revision))
  if (!row || !version || !content) return unseen()
  if (row.account_id !== actor.accountId) await lookedAt(db, row.id, actor, clock.now())
  return { ...version, receivedAt: version.receivedAt.toISOString(), content, document: await callOfVersion(db, row.call_id, version.callVersion) }
}
