import type { Actor } from '../../kernel/actor.ts'
import { newId } from '../../kernel/ids.ts'
import { isRefusal, refuse, unseen } from '../../kernel/refusal.ts'
import { opennessOf } from '../../kernel/why.ts'
import { deed } from '../../platform/deed.ts'
import type { Call, Handlers } from '../../platform/serve/call.ts'
import { isBureau } from './bureau.ts'
import { whyNot } from './call.ts'
import { beginIn } from './call-journal.ts'
import { callById, callForUpdate, callsAtDesk, keepDraft, type CallOfList } from './call-store.ts'
import type { callsContract } from './contract.ts'
import { bureauOnly, callForDesk, factsOf, inForceOf, judge, opennessOfCall, phaseOf, shownWindows } from './desk.ts'
import { window, type CallDraft } from './document.ts'
import { bilingualIn, readDraft } from './read-document.ts'
import { versionOf, versionsOf } from './version-store.ts'
import type { WindowRow } from './windows.ts'
import { windowsOfMany } from './window-store.ts'

type Verbs = Handlers<typeof callsContract>

export const rights: Verbs['rights'] = async ({ tools, actor }) => {
  const mayWrite = await isBureau(tools.db, actor)
  return { mayWrite, mayKeepDays: mayWrite || actor.mandate?.post === 'platform_admin' }
}

function showRow(row: CallOfList, windows: readonly WindowRow[], now: Date) {
  const leader = inForceOf(windows).get('leader') ?? windowIn(row.shownWindow)
  const facts = { isBureau: true, call: row, submitted: row.submitted, problems: null, isChanged: true }
  return {
    id: row.id, code: row.code, title: bilingualIn(row.shownTitle), category: bilingualIn(row.shownCategory), state: row.state, phase: phaseOf(row.state, leader, now),
    published: row.published, leader: leader && { opensAt: leader.opensAt.toISOString(), closesAt: leader.closesAt.toISOString() },
    begun: row.begun, submitted: row.submitted, changedAt: row.changedAt.toISOString(), publishedAt: row.publishedAt?.toISOString() ?? null,
    version: row.version, draftVersion: row.draftVersion, ...opennessOfCall(facts),
  }
}

/** The window of a draft, where it is already one. */
function windowIn(raw: unknown): { opensAt: Date; closesAt: Date } | null {
  const { success, data } = window.safeParse(raw)
  return success ? { opensAt: new Date(data.opensAt), closesAt: new Date(data.closesAt) } : null
}

export const list: Verbs['list'] = async (call) => {
  const { input, tools } = call
  const facts = await factsOf(tools.db, call)
  const stop = whyNot('begin', facts)
  if (stop) return stop
  const { rows, ...page } = await callsAtDesk(tools.db, input)
  const windows = await windowsOfMany(tools.db, rows.map(({ id }) => id))
  const now = tools.clock.now()
  return { ...page, rows: rows.map((row) => showRow(row, windows.get(row.id) ?? [], now)), ...opennessOf(['begin'] as const, (verb) => whyNot(verb, facts)) }
}

/** A new call: of nothing but its name, or as a copy. */
async function begun(call: Call<{ code: string }, Actor>, draftOf: () => CallDraft, copyOf: string | null) {
  const { tools, actor, input } = call
  return deed(call, async (tx) => {
    const stop = whyNot('begin', await factsOf(tx, call))
    if (stop) return stop
    const now = tools.clock.now()
    const draft = draftOf()
    const title = bilingualIn(draft.title).zh
    const row = await beginIn(tx, tools, call, newId(now.getTime()), { event: 'begun', code: input.code, title, by: actor.accountId, at: now.toISOString(), copyOf }, draft)
    return { id: row.id, version: row.version, draftVersion: 1 }
  })
}

export const beginCall: Verbs['beginCall'] = (call) => begun(call, () => ({ title: { zh: call.input.title, en: '' } }), null)

export const copyCall: Verbs['copyCall'] = async (call) => {
  const { tools, input } = call
  const from = await callForDesk(tools.db, call, () => callById(tools.db, input.id))
  if (isRefusal(from)) return from
  // Windows are of one year; a copy that keeps them would be published with them by mistake.
  const { windows: _, ...draft } = from.draft
  return begun(call, () => draft, from.id)
}

export const callDraft: Verbs['callDraft'] = async (call) => {
  const { tools, input } = call
  const row = await callForDesk(tools.db, call, () => callById(tools.db, input.id))
  if (isRefusal(row)) return row
  const { inForce, facts } = await judge(tools.db, call, row)
  const versions = await versionsOf(tools.db, row.id)
  return {
    id: row.id, code: row.code, state: row.state, phase: phaseOf(row.state, inForce.get('leader') ?? null, tools.clock.now()), published: row.published,
    version: row.version, draftVersion: row.draftVersion, document: row.draft, changedAt: row.changedAt.toISOString(), isChanged: facts.isChanged,
    windows: shownWindows(inForce),
    versions: versions.map(({ version, note, hash, publishedAt, publishedBy }) => ({ version, note, hash, publishedAt: publishedAt.toISOString(), publishedBy })),
    ...opennessOfCall(facts),
  }
}

/** Nothing of the journal: what is half written is nobody's business yet. */
export const saveDraft: Verbs['saveDraft'] = (call) => {
  const { tools, input } = call
  return deed(call, async (tx) => {
    const facts = await factsOf(tx, call)
    const row = facts.isBureau ? await callForUpdate(tx, input.id) : null
    if (!row) return bureauOnly(facts)
    const stop = whyNot('edit', { ...facts, call: row })
    if (stop) return stop
    const draft = readDraft(input.document)
    if (isRefusal(draft)) return draft
    const kept = await keepDraft(tx, row.id, input.draftVersion, draft, bilingualIn(draft.title).zh)
    if (!kept) return refuse('calls.draft_overtaken', { status: 409 })
    return { draftVersion: input.draftVersion + 1, savedAt: tools.clock.now().toISOString() }
  })
}

export const problems: Verbs['problems'] = async (call) => {
  const { tools, input } = call
  const row = await callForDesk(tools.db, call, () => callById(tools.db, input.id))
  return isRefusal(row) ? row : { problems: (await judge(tools.db, call, row)).read.problems }
}

export const difference: Verbs['difference'] = async (call) => {
  const { tools: { db }, input } = call
  const row = await callForDesk(db, call, () => callById(db, input.id))
  if (isRefusal(row)) return row
  if (row.published === null) return refuse('calls.unpublished', { status: 409 })
  const from = await versionOf(db, row.id, input.from ?? row.published)
  const to = input.to === undefined ? null : await versionOf(db, row.id, input.to)
  if (!from || (input.to !== undefined && !to)) return unseen()
  const shownOf = ({ version, document }: { version: number; document: object }) => ({ version, document: { ...document } })
  if (to) return { from: shownOf(from), to: shownOf(to) }
  const { read } = await judge(db, call, row)
  return { from: shownOf(from), to: { version: null, document: { ...(read.document ?? row.draft) } } }
}
