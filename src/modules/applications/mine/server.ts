import type { Actor } from '../../../kernel/actor.ts'
import { isRefusal, unseen, type Refusal } from '../../../kernel/refusal.ts'
import { opennessOf } from '../../../kernel/why.ts'
import { deed } from '../../../platform/deed.ts'
import { eventsOf } from '../../../platform/journal.ts'
import type { Call, Handlers } from '../../../platform/serve/call.ts'
import { callOfVersion, eligibilityFor, publishedCall } from '../../calls/index.ts'
import { tabStates } from '../../calls/form/check.ts'
import { whyNot, type Moment } from '../application.ts'
import { room } from '../application-journal.ts'
import { decisionsOf, lastReturn } from '../store/decisions.ts'
import { callsOf, factsIn, ownRows, type CallFacts, type FactRow } from '../store/facts.ts'
import { eligibilityIn, handingIn, startFacts } from './handing-in.ts'
import { begin, drop, openFields, withdraw } from './leader-deeds.ts'
import { draftsOf, leaderOf } from '../store/leaders.ts'
import { limitsOf } from '../store/limits.ts'
import { looksAt } from '../store/looks.ts'
import type { mineContract } from './contract.ts'
import { momentOf } from '../moment.ts'
import { deskNames, namedRoute } from '../store/names.ts'
import { receiptKey } from '../store/receipt-keys.ts'
import { decisionsShown, routeShown, standingOf, timelineShown } from '../show.ts'
import { whyNotAnother, whyNotBegin, whyNotHandIn } from './start.ts'
import { leaderVerbs, type LeaderVerb } from '../state.ts'
import { contentAt, ownRevisions, versionsOf } from '../store/submissions.ts'
import { submit } from './submit.ts'

type Verbs = Handlers<typeof mineContract>
type Doer = Pick<Call<unknown, Actor>, 'tools' | 'actor'>

const callShown = ({ id, code, title, version }: CallFacts) => ({ id, code, title, version })
const iso = (time: Date | null | undefined): string | null => time?.toISOString() ?? null
const secondaryOf = (row: FactRow) => (row.secondary_unit_id && row.secondary_unit_name !== null ? { id: row.secondary_unit_id, name: row.secondary_unit_name } : null)

/** Which of the leader's verbs make sense here at all: the others are not named, open or closed. */
const verbsIn = (row: FactRow): readonly LeaderVerb[] =>
  leaderVerbs.filter((verb) => (row.desk_id !== null ? verb === 'withdraw' : row.state === 'accepted' || row.state === 'not_accepted' ? false
    : (verb !== 'withdraw' || row.state === 'returned') && (verb !== 'drop' || row.revision === 0)))

const openFor = (row: FactRow, call: CallFacts, actor: Actor, moment: Moment, handIn: Refusal | null = null) =>
  opennessOf(verbsIn(row), (verb) => whyNot(verb, factsIn(row, call.windows), actor, moment) ?? (verb === 'submit' ? handIn : null))

async function own({ tools, actor }: Doer, id: string): Promise<{ row: FactRow; call: CallFacts } | null> {
  const [row] = await ownRows(tools.db, actor.accountId, id)
  const call = row && (await callsOf(tools.db, [row.call_id])).get(row.call_id)
  return row && call ? { row, call } : null
}

/** What is asked of the person and his unit beside the procedure, as of now. */
async function handInProblem(call: Doer, row: FactRow): Promise<Refusal | null> {
  const { db } = call.tools
  const published = await publishedCall(db, row.call_id)
  const of = (await callsOf(db, [row.call_id])).get(row.call_id)
  return whyNotHandIn(await startFacts(db, call, published && of ? { ...published, windows: of.windows } : null, await leaderOf(db, call.actor.accountId), row.begun_at))
}

const mine: Verbs['mine'] = async ({ tools, actor }) => {
  const rows = await ownRows(tools.db, actor.accountId)
  const [calls, moment] = [await callsOf(tools.db, rows.map((row) => row.call_id)), await momentOf(tools.db, tools)]
  return {
    rows: rows.flatMap((row) => {
      const call = calls.get(row.call_id)
      if (!call) return []
      const facts = factsIn(row, call.windows)
      return [{
        id: row.id, version: row.version, number: row.number, title: row.title, call: callShown(call), unit: { id: row.unit_id, name: row.unit_name }, secondaryUnit: secondaryOf(row),
        ...standingOf(row), begunAt: row.begun_at.toISOString(), submittedAt: iso(row.submitted_at), changedAt: row.changed_at.toISOString(),
        leaderClosesAt: iso(facts.windows.leader?.closesAt), ...openFor(row, call, actor, moment),
      }]
    }),
  }
}

const start: Verbs['start'] = async (call) => {
  const { tools, actor, input } = call
  const { db } = tools
  const published = await publishedCall(db, input.callId)
  const of = (await callsOf(db, [input.callId])).get(input.callId)
  if (!published || !of) return unseen()
  const leader = await leaderOf(db, actor.accountId)
  const now = tools.clock.now()
  const facts = await startFacts(db, call, { ...published, windows: of.windows }, leader, now)
  const drafts = await draftsOf(db, actor.accountId)
  return {
    call: callShown(of), eligibility: [...facts.eligibility], limits: leader ? await limitsOf(db, published.document.limits, leader.personId, null) : [],
    begun: (await ownRows(db, actor.accountId)).filter((row) => row.call_id === of.id).map(({ id, title, state }) => ({ id, title, state })),
    ...opennessOf(['begin', 'submit'] as const, (verb) => (verb === 'submit' ? whyNotHandIn(facts) : whyNotBegin(facts, now) ?? whyNotAnother(drafts))),
  }
}

const show: Verbs['show'] = async (call) => {
  const { tools, actor, input } = call
  const { db, keyring } = tools
  const found = await own(call, input.id)
  if (!found) return unseen()
  const { row, call: of } = found
  const [moment, facts] = [await momentOf(db, tools), factsIn(row, of.windows)]
  const [decisions, versions, looks] = [await decisionsOf(db, keyring, row.id), await versionsOf(db, row.id), await looksAt(db, row.id)]
  const returned = row.returned_by ? await lastReturn(db, row.id) : null
  const [names, his] = [await deskNames(db, decisions.map(({ deskId }) => deskId)), await ownRevisions(db, row.id, actor.accountId)]
  return {
    id: row.id, version: row.version, number: row.number, title: row.title, call: callShown(of), unit: { id: row.unit_id, name: row.unit_name }, secondaryUnit: secondaryOf(row),
    ...standingOf(row), revision: row.revision, begunAt: row.begun_at.toISOString(), submittedAt: iso(row.submitted_at), changedAt: row.changed_at.toISOString(),
    leaderClosesAt: iso(facts.windows.leader?.closesAt), route: routeShown(row, facts, await namedRoute(db, row, of.chain, await leaderOf(db, actor.accountId)), moment.now),
    versions: versions.map((v) => ({ ...v, receivedAt: v.receivedAt.toISOString(), isOwn: his.has(v.revision) })),
    decisions: decisionsShown(decisions, names, actor, row), marks: (returned?.marks ?? []).map((mark) => ({ ...mark, codes: [...mark.codes] })),
    looks: looks.map((look) => ({ ...look, firstAt: look.firstAt.toISOString(), lastAt: look.lastAt.toISOString() })),
    timeline: timelineShown(await eventsOf(db, keyring, room, row.id), actor, row),
    ...openFor(row, of, actor, moment, row.desk_id === null ? await handInProblem(call, row) : null),
  }
}

const versionOf: Verbs['versionOf'] = async (call) => {
  const { tools: { db }, input } = call
  const found = await own(call, input.id)
  const version = found && (await versionsOf(db, input.id)).find(({ revision }) => revision === input.revision)
  const content = version && (await contentAt(db, input.id, version.revision))
  if (!found || !version || !content) return unseen()
  // E10: what the platform says of a leader before is not for who leads it now.
  const isOwn = (await ownRevisions(db, input.id, call.actor.accountId)).has(version.revision)
  const facts = isOwn ? content.facts : Object.fromEntries(Object.entries(content.facts).filter(([name]) => name.startsWith('unit.')))
  return { ...version, receivedAt: version.receivedAt.toISOString(), content: { ...content, facts }, document: await callOfVersion(db, found.row.call_id, version.callVersion) }
}

/** N15: the very check of 提交, with what else would be said there; nothing is held and nothing is written. */
const check: Verbs['check'] = async (call) => {
  const { tools, actor, input } = call
  const { db } = tools
  const found = await own(call, input.id)
  const published = found && (await publishedCall(db, found.row.call_id))
  const leader = await leaderOf(db, actor.accountId)
  if (!found || !published || !leader) return unseen()
  const { row, call: of } = found
  const handed = await handingIn(db, call, row, published.document, leader, false)
  const moment = await momentOf(db, tools)
  const refusal = (isRefusal(handed) ? handed : null) ?? (await handInProblem(call, row))
  const findings = isRefusal(handed) ? [] : handed.findings
  const desks = isRefusal(handed) ? new Map<string, string>() : await deskNames(db, [handed.to.deskId])
  return {
    callVersion: published.version, findings, tabs: isRefusal(handed) ? {} : tabStates(published.document.form, handed.content, findings),
    eligibility: eligibilityIn(published.document, await eligibilityFor(db, actor.accountId)), limits: await limitsOf(db, published.document.limits, row.leader_id, row.id),
    next: isRefusal(handed) ? null : { level: handed.to.level, name: desks.get(handed.to.deskId) ?? '', isFast: handed.to.isFast },
    ...openFor(row, of, actor, moment, refusal),
  }
}

export const mineHandlers: Handlers<typeof mineContract> = {
  mine, start, show, versionOf, check,
  begin: (call) => deed(call, (tx) => begin(tx, call)),
  submit: async (call) => {
    // Before the deed: the first receipt of the platform makes the key.
    const key = await receiptKey(call.tools)
    return deed(call, (tx) => submit(tx, call, key))
  },
  withdraw: (call) => deed(call, (tx) => withdraw(tx, call)),
  openFields: (call) => deed(call, (tx) => openFields(tx, call)),
  drop: (call) => deed(call, (tx) => drop(tx, call)),
}
