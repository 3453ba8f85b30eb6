import { createHash } from 'node:crypto'
import type { Actor } from '../../../kernel/actor.ts'
import { refuse, unseen, type Refusal } from '../../../kernel/refusal.ts'
import type { Db } from '../../../platform/db/database.ts'
import type { Call } from '../../../platform/serve/call.ts'
import { codesInForce, eligibilityFor, type HeldCall } from '../../calls/index.ts'
import { eligibilityOf, type EligibilityAnswer } from '../../calls/eligibility.ts'
import type { CallDocument } from '../../calls/document.ts'
import { canonicalJson } from '../../calls/form/canonical.ts'
import { checkContent, type Finding } from '../../calls/form/check.ts'
import { effectiveValues } from '../../calls/form/conditions.ts'
import type { Content } from '../../calls/form/definition.ts'
import { differences } from '../../calls/form/differences.ts'
import { windowFor } from '../../calls/windows.ts'
import { contentOf } from '../../drafts/index.ts'
import { profileGate } from '../../profiles/index.ts'
import { accessFor } from '../../projects/index.ts'
import { lastReturn } from '../store/decisions.ts'
import type { FactRow } from '../store/facts.ts'
import { placesForShare, placesOf, type Leader } from '../store/leaders.ts'
import { destinationOf } from '../next.ts'
import { routeOf, type Route } from '../route.ts'
import type { StartFacts } from './start.ts'
import type { DeskLevel } from '../state.ts'
import { versionOf, type SubmittedVersion } from '../version.ts'

type Doer = Pick<Call<unknown, Actor>, 'actor' | 'tools'>

/** What the law of beginning and submitting asks; `begunAt` of the draft, for its window. */
export async function startFacts(db: Db, call: Doer, of: Pick<HeldCall, 'document' | 'windows' | 'state'> | null, leader: Leader | null, begunAt: Date): Promise<StartFacts> {
  const { accountId } = call.actor
  const held = await eligibilityFor(db, accountId)
  const limit = of?.document.profileHandedInBefore
  return {
    access: await accessFor({ ...call, tools: { ...call.tools, db } }), profile: await profileGate(db, accountId),
    isHandedInInTime: Boolean(limit && leader?.handedInAt && leader.handedInAt < new Date(limit)),
    unit: leader?.unit ?? null, isDisabled: leader?.isDisabled ?? false,
    window: of?.state === 'published' ? windowFor(of.windows, 'leader', begunAt) : null,
    eligibility: of ? eligibilityIn(of.document, held) : [],
  }
}

export const eligibilityIn = (document: CallDocument, facts: Awaited<ReturnType<typeof eligibilityFor>>): EligibilityAnswer[] =>
  eligibilityOf(document.eligibility, facts ?? { unit: null, leader: { birthDate: null, title: null, degree: null } })

/** Everything that is decided about a draft when it is handed in, before anything is written. */
export interface HandingIn {
  content: Content
  /** Canonical JSON, and its SHA-256. */
  text: string
  hash: string
  findings: Finding[]
  route: Route
  to: ReturnType<typeof destinationOf>
  leader: Leader & { unit: NonNullable<Leader['unit']> }
  /** Level that returned it last; null where nothing is to be answered. */
  returnedBy: DeskLevel | null
}

/**
 * The draft as it would be frozen now, checked, with its way. Who only looks (`check`) holds nothing; 提交 holds the unit and the department,
 * so that neither is closed meanwhile (E04, E28).
 */
export async function handingIn(db: Db, call: Doer, row: FactRow, document: CallDocument, leader: Leader, hold: boolean): Promise<HandingIn | Refusal> {
  if (!leader.unit || leader.unit.id !== row.unit_id) return refuse('applications.left_unit', { status: 409, params: { unit: row.unit_name } })
  const places = placesOf(leader)
  if (!places) return refuse('applications.call_closed', { status: 409 })
  const whole = await contentOf(db, call.tools, row.id)
  if (!whole) return unseen()
  const returned = row.returned_by ? await lastReturn(db, row.id) : null
  const before = returned && (await versionOf(db, row.id, returned.revision))
  const inForce = await codesInForce(db, call.tools, document.form, call.tools.clock.now())
  // What stood in the version that came back was right when it was handed in: its field may not even be open (D18).
  const stands = before ? unchangedCodes(document, whole, before) : new Set<string>()
  const findings = checkContent(document, whole, inForce).filter(({ field, code }) => code !== 'calls.check.option' || !stands.has(field))
  // E59: whoever has not confirmed is not in it; without confirmation the check does not let it through where the form asks for him.
  const content: Content = { ...whole, facts: factsAsked(document, whole.facts), members: whole.members.filter(({ state }) => state === 'confirmed') }
  const route = routeOf(document, places)
  if (hold) {
    const inForceYet = await placesForShare(db, leader.unit.id, route.department)
    if (!inForceYet.unit) return refuse('applications.unit_suspended', { status: 409 })
    if (!inForceYet.department) route.department = null
  }
  // Facts are the platform's: nobody wrote them.
  const changed = before ? differences(document.form, before.content, content).filter(({ kind }) => kind !== 'fact').map(({ field }) => field) : []
  const to = destinationOf(route, { fastReturn: document.fastReturn, returned: returned && { ...returned, marks: returned.marks.map(({ field }) => field) }, changed })
  const text = canonicalJson(content)
  return {
    content, text, hash: createHash('sha256').update(text).digest('hex'), findings, route, to, leader: { ...leader, unit: leader.unit }, returnedBy: returned?.level ?? null,
  }
}

/** Fields whose code, of the same list, was asked and handed in with that version and is still the same. */
function unchangedCodes(document: CallDocument, { values }: Content, before: Pick<SubmittedVersion, 'document' | 'content'>): ReadonlySet<string> {
  const listsOf = ({ form }: Pick<CallDocument, 'form'>) =>
    new Map(form.tabs.flatMap((tab) => tab.fields.flatMap((field) => (field.kind === 'code' ? [[field.id, field.list] as const] : []))))
  const [lists, then] = [listsOf(before.document), effectiveValues(before.document.form, before.content.values)]
  return new Set([...listsOf(document)].filter(([id, list]) => lists.get(id) === list && (then[id] ?? null) === (values[id] ?? null)).map(([id]) => id))
}

/** What the platform holds of a leader and the form does not ask goes to no desk. */
export function factsAsked({ form }: Pick<CallDocument, 'form'>, facts: Content['facts']): Content['facts'] {
  const asked = new Set<string>(form.tabs.flatMap((tab) => tab.fields.flatMap((field) => (field.kind === 'fact' ? [field.of] : []))))
  return Object.fromEntries(Object.entries(facts).filter(([name]) => asked.has(name)))
}

/** N15: what the checker says no to, each beside its field. */
export function incomplete(findings: readonly Finding[]): Refusal | null {
  const errors = findings.filter(({ severity }) => severity === 'error')
  const [first] = errors
  if (!first) return null
  const fields = Object.fromEntries(errors.toReversed().map(({ field, code, params }) => [field, { code, params }]))
  return refuse('applications.incomplete', { fields, params: { n: errors.length, tab: first.tab, field: first.field } })
}

/** 项目名称: what the form calls `title`, else the title of the call. */
export function titleIn(document: CallDocument, content: Content): string {
  const { title } = content.values
  return (typeof title === 'string' && title.trim() ? title.trim() : document.title.zh).slice(0, 300)
}
