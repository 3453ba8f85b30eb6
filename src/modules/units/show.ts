import type { z } from 'zod'
import type { Actor } from '../../kernel/actor.ts'
import type { Lang } from '../../kernel/words.ts'
import type { Db } from '../../platform/db/database.ts'
import { eventsOf, type PastEvent } from '../../platform/journal.ts'
import type { Call } from '../../platform/serve/call.ts'
import type { Tools } from '../../platform/tools.ts'
import { aboveOf, authorityOf } from '../authorities/index.ts'
import type { licenceOutput, myRegistration } from './contract.ts'
import { oddities } from './findings.ts'
import { licenceOf } from './licence-store.ts'
import { room } from './registration-journal.ts'
import { usualDaysOf } from './registration-store.ts'
import { registrationProcedure, rolesOf, type Registration } from './registration.ts'
import { unitById } from './unit-store.ts'
import { unitRoom } from './unit-journal.ts'
import type { Unit } from './unit.ts'

export const stateOf = (r: Registration) => ({ id: r.id, state: r.state, version: r.version })

const iso = (time: Date | null) => time?.toISOString() ?? null

export async function showLicence(db: Db, r: Registration): Promise<z.input<typeof licenceOutput> | null> {
  const scan = r.licenceId ? await licenceOf(db, r.id, r.licenceId) : undefined
  return scan ? { id: scan.id, kind: scan.kind as 'pdf' | 'jpg' | 'png', name: scan.name, bytes: scan.bytes, uploadedAt: scan.uploaded_at.toISOString() } : null
}

/** Drafting is nobody else's business: the desk's timeline begins with the first submission. */
const drafting = ['begun', 'saved', 'licence_uploaded']

function timelineOf(events: PastEvent[], r: Registration, viewer: 'applicant' | 'desk') {
  const first = events.findIndex((e) => e.event === 'submitted')
  return events
    .filter((e, i) => (viewer === 'applicant' ? !['saved', 'licence_uploaded'].includes(e.event) : i >= first && first >= 0 && !drafting.includes(e.event)))
    .map((e) => ({
      event: e.event,
      at: e.at.toISOString(),
      // To the applicant an officer is the authority; colleagues see each other's names.
      by: e.mandate?.post === 'authority_officer' && viewer === 'applicant' ? e.mandate.scopeName : (e.actorName ?? (e.event === 'begun' ? r.contact.name : null)),
      reason: typeof e.body.note === 'string' && e.body.note ? e.body.note : null,
    }))
}

/** Everything both sides see of a registration. */
export async function showBoth(call: Call<unknown, Actor>, r: Registration, viewer: 'applicant' | 'desk') {
  const { db, keyring } = call.tools
  const desk = r.deskId ? await authorityOf(db, r.deskId) : null
  const above = viewer === 'desk' && r.deskId ? await aboveOf(db, r.deskId) : []
  const isDissolved = r.unitId !== null && (await unitById(db, r.unitId))?.status === 'dissolved'
  const roles = rolesOf(call.actor, { accountId: r.accountId, deskId: r.deskId, aboveDesk: above, isDissolved })
  const filled = r.form.creditCode && r.form.legalType ? { creditCode: r.form.creditCode, legalType: r.form.legalType } : null
  return {
    ...stateOf(r),
    form: r.form,
    licence: await showLicence(db, r),
    marks: [...r.marks],
    decisionNote: r.decisionNote,
    warnings: filled ? oddities(filled).map(({ code, params, field }) => ({ code, params, field: field ?? 'name' })) : [],
    waiting: r.state === 'submitted' && desk && r.submittedAt
      ? { authority: desk.name, authorityEn: desk.nameEn, phone: desk.contactPhone, since: r.submittedAt.toISOString(), usualDays: await usualDaysOf(db, desk.id) }
      : null,
    submittedAt: iso(r.submittedAt),
    decidedAt: iso(r.decidedAt),
    can: registrationProcedure.can(r.state, roles) as string[],
    timeline: timelineOf(await eventsOf(db, keyring, room, r.id), r, viewer),
    desk,
  }
}

/** Why a unit does not act, and since when. */
export async function showRest({ db, keyring }: Tools, unit: Pick<Unit, 'id' | 'status'>) {
  const last = unit.status === 'active' ? null : (await eventsOf(db, keyring, unitRoom, unit.id)).findLast((e) => e.event === unit.status)
  return { reason: typeof last?.body.note === 'string' ? last.body.note : null, since: last?.at.toISOString() ?? null }
}

/** Whether the unit may act, and if not, why and since when: a suspended one is told on its own page. */
async function showUnit({ tools }: Call<unknown, Actor>, r: Registration) {
  const unit = r.unitId ? await unitById(tools.db, r.unitId) : null
  return unit && { status: unit.status, ...(await showRest(tools, unit)) }
}

export async function showMine(call: Call<unknown, Actor>, r: Registration): Promise<z.input<typeof myRegistration>> {
  const { desk: _, ...shown } = await showBoth(call, r, 'applicant')
  return { ...shown, step: r.step, contact: r.contact, unit: await showUnit(call, r), expiresAt: iso(r.expiresAt) }
}

export const nameFor = (lang: Lang, named: { name: string; nameEn: string }) => (lang === 'en' && named.nameEn) || named.name
