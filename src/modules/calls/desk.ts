import type { Actor } from '../../kernel/actor.ts'
import { isRefusal, overtaken, unseen, type Refusal } from '../../kernel/refusal.ts'
import { opennessOf } from '../../kernel/why.ts'
import { deed } from '../../platform/deed.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Call } from '../../platform/serve/call.ts'
import { isBureau } from './bureau.ts'
import { callVerbs, whyNot, type CallFacts, type CallRow, type CallVerb } from './call.ts'
import { callForUpdate, submittedIn, type CallAtDesk } from './call-store.ts'
import type { CallState, Phase } from './fields.ts'
import { canonicalJson } from './form/canonical.ts'
import type { Problem } from './form/problems.ts'
import { readDocument } from './read-document.ts'
import { versionOf, type PublishedVersion } from './version-store.ts'
import { levels, type Level } from './document.ts'
import { windowForAll, whenOpen, type WindowInForce, type WindowRow } from './windows.ts'
import { windowsOf } from './window-store.ts'

type Asking = Pick<Call<unknown, Actor>, 'actor' | 'tools'>

const nothing = { submitted: 0, problems: null, isChanged: true }

/** Of a deed that is done to no call in particular. */
export const factsOf = async (db: Db, { actor }: Asking): Promise<CallFacts> => ({ isBureau: await isBureau(db, actor), call: null, ...nothing })

/** Windows in force for everybody, by level. */
export function inForceOf(windows: readonly WindowRow[]): ReadonlyMap<Level, WindowInForce> {
  return new Map(levels.flatMap((level) => {
    const window = windowForAll(windows, level)
    return window ? [[level, window] as const] : []
  }))
}

export const shownWindows = (inForce: ReadonlyMap<Level, Pick<WindowInForce, 'opensAt' | 'closesAt'>>) =>
  Object.fromEntries([...inForce].map(([level, { opensAt, closesAt }]) => [level, { opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() }]))

/** Draft, windows and version in force of a call, judged together: what every page and deed of the bureau looks at. */
export interface Judged {
  call: CallAtDesk
  windows: WindowRow[]
  inForce: ReadonlyMap<Level, WindowInForce>
  /** The document that would be published; null where it is broken. */
  read: ReturnType<typeof readDocument>
  published: PublishedVersion | null
  facts: CallFacts
}

export async function judge(db: Db, asking: Asking, call: CallAtDesk): Promise<Judged> {
  const windows = await windowsOf(db, call.id)
  const inForce = inForceOf(windows)
  const read = readDocument(call.draft, inForce)
  const published = call.published === null ? null : await versionOf(db, call.id, call.published)
  const isChanged = !published || !read.document || !saysTheSame(read.document, published)
  return {
    call, windows, inForce, read, published,
    facts: { isBureau: await isBureau(db, asking.actor), call, submitted: await submittedIn(db, call.id), problems: read.problems.length, isChanged },
  }
}

/** The windows of a version are those of its publication; that they moved since is no change of the document. */
function saysTheSame(document: object, { document: published }: PublishedVersion): boolean {
  const bare = (one: object): string => canonicalJson({ ...one, windows: null })
  return bare(document) === bare(published)
}

export const opennessOfCall = (facts: CallFacts) => opennessOf(callVerbs, (verb) => whyNot(verb, facts))

/** draft, coming, open, closed, withdrawn. */
export function phaseOf(state: CallState, leader: Pick<WindowInForce, 'opensAt' | 'closesAt'> | null, now: Date): Phase {
  if (state !== 'published') return state
  return ({ before: 'coming', open: 'open', after: 'closed' } as const)[whenOpen(leader, now)]
}

/** One refusal with every place that is broken, as far as a page can show them. */
export const placesOf = (problems: readonly Problem[]) =>
  Object.fromEntries(problems.slice(0, 200).map(({ place, code, params }) => [['document', ...place].join('.'), { code, params }]))

/** Find for update -> compare -> may it be done -> do it: every deed on a call that exists. */
export function onCall<T>(
  call: Call<{ id: string; version?: number; draftVersion?: number }, Actor>, verb: CallVerb, work: (tx: Tx, judged: Judged) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  return deed(call, async (tx) => {
    const row = await callForUpdate(tx, call.input.id)
    if (!row) return (await isBureau(tx, call.actor)) ? unseen() : bureauOnly(await factsOf(tx, call))
    const judged = await judge(tx, call, row)
    const first = whyNot('edit', judged.facts)
    if (first && verb !== 'copy') return first
    if (isOvertaken(call.input, row)) return overtaken()
    const stop = whyNot(verb, judged.facts)
    if (isRefusal(stop)) return stop
    return work(tx, judged)
  })
}

const isOvertaken = (seen: { version?: number; draftVersion?: number }, row: CallRow & { draftVersion: number }): boolean =>
  (seen.version !== undefined && seen.version !== row.version) || (seen.draftVersion !== undefined && seen.draftVersion !== row.draftVersion)

/** Whoever is not of the bureau learns of no call whether it is there. */
export const bureauOnly = (facts: CallFacts): Refusal => whyNot('begin', facts) ?? unseen()

/** For a page: the call, or why not. */
export async function callForDesk(db: Db, asking: Asking, find: () => Promise<CallAtDesk | null>): Promise<CallAtDesk | Refusal> {
  const stop = whyNot('begin', await factsOf(db, asking))
  return stop ?? (await find()) ?? unseen()
}
