import { createHash } from 'node:crypto'
import { isRefusal, refuse, refuseField, type Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { AskableDeed } from '../../platform/room.ts'
import type { Handlers } from '../../platform/serve/call.ts'
import { whyNot } from './call.ts'
import { happenToCall } from './call-journal.ts'
import type { callsContract } from './contract.ts'
import { bureauOnly, factsOf, judge, onCall, placesOf } from './desk.ts'
import type { CallDocument } from './document.ts'
import { canonicalJson } from './form/canonical.ts'
import { tellLeaders, titleParams } from './notices.ts'
import { callById, keepPublishedDraft } from './call-store.ts'
import { addVersion } from './version-store.ts'
import { levelsOf, type WindowRow } from './windows.ts'
import { addWindows } from './window-store.ts'

type Verbs = Handlers<typeof callsContract>

/** Windows that come with a version: all of them the first time, afterwards those of a level that the chain did not have before. */
function windowsWith(document: CallDocument, present: readonly WindowRow[], at: Date): WindowRow[] {
  return levelsOf(document).flatMap((level) => {
    const window = document.windows[level]
    if (!window || present.some((row) => row.level === level)) return []
    const bounds = { opensAt: new Date(window.opensAt), closesAt: new Date(window.closesAt) }
    return [{ level, nth: 1, ...bounds, begunBefore: null, reason: '', movedAt: at }]
  })
}

const hashOf = (document: CallDocument): string => createHash('sha256').update(canonicalJson(document)).digest('hex')

export const publish: Verbs['publish'] = (call) => {
  const { tools, actor, input } = call
  return onCall(call, 'edit', async (tx, { call: row, windows, read, facts }) => {
    // Beside its places, where `whyNot` only counts them.
    if (!read.document) return refuse('calls.broken', { params: { n: read.problems.length }, fields: placesOf(read.problems) })
    if (row.published !== null && !facts.isChanged) return refuse('calls.unchanged', { status: 409 })
    if (row.published !== null && !input.note) return refuseField('note', 'calls.note_required')
    const now = tools.clock.now()
    const added = windowsWith(read.document, windows, now)
    const late = added.find(({ closesAt }) => closesAt <= now)
    if (late) return refuse('calls.closes_in_the_past', { fields: { [`document.windows.${late.level}.closesAt`]: { code: 'calls.closes_in_the_past' } } })

    const published = (row.published ?? 0) + 1
    const hash = hashOf(read.document)
    await addVersion(tx, row.id, { version: published, document: read.document, hash, note: input.note ?? '', publishedAt: now }, actor.accountId)
    if (added.length > 0) await addWindows(tx, row.id, added, null)
    const after = await happenToCall(tx, tools, call, row, { event: 'published', published, title: read.document.title.zh, hash, note: input.note ?? '', at: now.toISOString() })
    if (isRefusal(after)) return after
    // What was published is what is written on from now: with the defaults of the form filled in.
    await keepPublishedDraft(tx, row.id, read.document)
    return { id: row.id, version: after.version, draftVersion: row.draftVersion + 1, published, hash }
  })
}

/** "Why can't I publish this call?" (N11). */
export const publishDeed: AskableDeed = {
  posts: ['authority_officer'], of: 'subject',
  ask: async (call, subject) => {
    const facts = await factsOf(call.tools.db, call)
    const row = facts.isBureau && subject ? await callById(call.tools.db, subject) : null
    return row ? whyNot('publish', (await judge(call.tools.db, call, row)).facts) : bureauOnly(facts)
  },
}

export const withdraw: Verbs['withdraw'] = (call) => {
  const { tools, input } = call
  return onCall(call, 'withdraw', async (tx: Tx, { call: row, published }): Promise<{ id: string; version: number; draftVersion: number } | Refusal> => {
    const after = await happenToCall(tx, tools, call, row, { event: 'withdrawn', reason: input.reason, at: tools.clock.now().toISOString() })
    if (isRefusal(after)) return after
    const title = published?.document.title ?? { zh: after.title, en: '' }
    await tellLeaders(tx, tools, after, () => ({ what: 'withdrawn', params: { ...titleParams(title), reason: input.reason, link: `/calls/${after.code}` } }))
    return { id: row.id, version: after.version, draftVersion: row.draftVersion }
  })
}
