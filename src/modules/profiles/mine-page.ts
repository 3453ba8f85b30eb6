import { maskMail, maskMobile } from '../../codes/mask.ts'
import { addDays } from '../../kernel/clock.ts'
import { isRefusal, unseen } from '../../kernel/refusal.ts'
import { opennessOf } from '../../kernel/why.ts'
import { eventsOf, type PastEvent } from '../../platform/journal.ts'
import type { Db } from '../../platform/db/database.ts'
import type { Handlers } from '../../platform/serve/call.ts'
import type { Tools } from '../../platform/tools.ts'
import { contactOf } from '../accounts/index.ts'
import { settingOf } from '../settings/index.ts'
import { derivedFrom } from './fields.ts'
import type { mineVerbs } from './mine-contract.ts'
import { employerFacts, hasManager, secondaryUnitNamed, secondaryUnitsOf, usualDaysOf, type EmployerFacts } from './mine-store.ts'
import { ownOf, type Own } from './own.ts'
import { room } from './profile-journal.ts'
import { draftOf, lastRevision } from './profile-store.ts'
import { whyNotSubmit, whyNotWithdraw } from './review.ts'
import { changedIn, decisionIn, ownTimeline, showDocument, showRevision } from './show.ts'
import { silenceOf } from './silence.ts'
import type { Badge } from './state.ts'

type Verbs = Handlers<typeof mineVerbs>

/** 单位地域 (S2-70): inside or outside of the home province, by the district. */
async function asEmployer(db: Db, { config }: Tools, facts: EmployerFacts | null) {
  if (!facts) return null
  const home = await settingOf(db, config, 'site.home_province')
  return { ...facts, isHomeProvince: facts.district === null ? null : facts.district.slice(0, 2) === home.slice(0, 2) }
}

/** N25: who has it, since when, and what happens if nobody answers. */
async function waitingOf(db: Db, tools: Tools, own: Own) {
  const { waiting } = own
  if (!waiting) return null
  const isOfUnit = waiting.deskId === waiting.unitId
  const isVacant = !isOfUnit && !(await hasManager(db, waiting.deskId))
  const { days } = await silenceOf(db, tools)
  return {
    since: waiting.submittedAt.toISOString(), desk: isOfUnit ? 'unit' as const : 'secondary_unit' as const, deskName: waiting.deskName, isVacant,
    unitMayActFrom: isOfUnit ? null : (isVacant ? waiting.submittedAt : addDays(waiting.submittedAt, days)).toISOString(),
    usualDays: await usualDaysOf(db, waiting.unitId),
  }
}

const openDeeds = (own: Own) => {
  const waiting = own.waiting && { deskName: own.waiting.deskName, since: own.waiting.submittedAt }
  return opennessOf(['change', 'submit', 'withdraw'] as const, (verb) =>
    verb === 'submit' ? whyNotSubmit(waiting) : verb === 'withdraw' ? whyNotWithdraw(waiting) : null)
}

/** S2-63, and the last version where it is not the one in force. */
async function latestOf(db: Db, tools: Tools, own: Own, events: readonly PastEvent[]) {
  const last = await lastRevision(db, tools.keyring, own.person.id)
  const inForce: Badge = own.approved ? 'approved' : 'none'
  if (!last) return { badge: inForce, latest: null }
  const decision = decisionIn(events, last.version, 'person', own.person.name)
  if (decision?.outcome === 'approved') return { badge: inForce, latest: null }
  const state = decision ? decision.outcome : 'pending' as const
  return { badge: state === 'withdrawn' ? inForce : state, latest: { ...showRevision(last), state, decision, changed: changedIn(events, last.version) } }
}

export const mine: Verbs['mine'] = async (call) => {
  const { tools, actor } = call
  const { db, keyring } = tools
  const own = await ownOf(db, call, { lock: false })
  if (isRefusal(own)) return own
  const { person, profile, approved } = own
  const [contact, events] = [await contactOf(db, keyring, actor.accountId), await eventsOf(db, keyring, room, person.id)]
  const { badge, latest } = await latestOf(db, tools, own, events)
  const derived = derivedFrom(own.document)
  const line = own.lines.find(({ state }) => state === 'pending') ?? own.lines.find(({ state }) => state === 'approved')
  // Beside a version that was refused stands what is in force.
  const { unitId, secondaryUnitId } = line ?? approved ?? { unitId: person.unitId, secondaryUnitId: null }
  const draft = await draftOf(db, keyring, person.id)
  const secondaryUnit = await secondaryUnitNamed(db, secondaryUnitId)
  return {
    version: profile?.version ?? 0,
    account: { userName: person.userName, name: person.name, phone: contact?.phone ? maskMobile(contact.phone) : null, mail: contact?.mail ? maskMail(contact.mail) : null },
    values: { ...own.plain, ...derived }, document: own.document && showDocument(own.document), derived,
    employer: await asEmployer(db, tools, unitId ? await employerFacts(db, unitId, { isActive: false }) : null),
    secondaryUnit: secondaryUnit && { id: secondaryUnit.id, name: secondaryUnit.name }, badge,
    approved: approved && profile?.approvedAt ? { ...showRevision(approved), approvedAt: profile.approvedAt.toISOString() } : null,
    latest, waiting: await waitingOf(db, tools, own), draft: draft && { fields: draft.fields, at: draft.at.toISOString() },
    timeline: ownTimeline(events, person.name), ...openDeeds(own),
  }
}

export const employer: Verbs['employer'] = async ({ tools, input }) => {
  const facts = await employerFacts(tools.db, input.unitId, { isActive: true })
  const output = await asEmployer(tools.db, tools, facts)
  if (!output) return unseen()
  return { employer: output, secondaryUnits: await secondaryUnitsOf(tools.db, input.unitId) }
}
