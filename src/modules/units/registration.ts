import type { Mandate } from '../../kernel/actor.ts'
import { procedure } from '../../kernel/process.ts'
import type { RegistrationField, UnitStep } from './fields.ts'

/**
 * The registration of a unit, state machine 1.4.1 of the requirements: the unit fills in and submits, its authority
 * (局级主管部门 / 区科技局) decides. Pure: time, ids and facts come in as arguments.
 */
export const registrationStates = ['draft', 'submitted', 'returned', 'approved', 'refused', 'expired'] as const
export type RegistrationState = (typeof registrationStates)[number]

/** Part that somebody plays towards one registration. `above`: an authority over the desk. */
/** `former`: the applicant whose unit has been dissolved since. */
export type RegistrationRole = 'applicant' | 'former' | 'desk' | 'above' | 'platform'

export const registrationProcedure = procedure([
  { verb: 'save', from: ['draft'], to: 'draft', by: ['applicant'] },
  { verb: 'save', from: ['returned'], to: 'returned', by: ['applicant'] },
  { verb: 'submit', from: ['draft', 'returned'], to: 'submitted', by: ['applicant'] },
  // E13: until the desk has decided.
  { verb: 'withdraw', from: ['submitted'], to: 'draft', by: ['applicant'] },
  // Both ends are final; to begin anew makes a second registration out of what was typed into the first.
  { verb: 'restart', from: ['refused'], to: 'refused', by: ['applicant'] },
  { verb: 'restart', from: ['expired'], to: 'expired', by: ['applicant'] },
  // E04: whose unit is dissolved may register the one that follows it, or another.
  { verb: 'restart', from: ['approved'], to: 'approved', by: ['former'] },
  { verb: 'approve', from: ['submitted'], to: 'approved', by: ['desk'] },
  { verb: 'return', from: ['submitted'], to: 'returned', by: ['desk'], reason: 'required' },
  { verb: 'refuse', from: ['submitted'], to: 'refused', by: ['desk'], reason: 'required' },
  // E05: the wrong authority was chosen; the applicant is not made to start again.
  { verb: 'transfer', from: ['submitted'], to: 'submitted', by: ['desk', 'above'], reason: 'required' },
  { verb: 'expire', from: ['draft'], to: 'expired', by: ['platform'] },
] as const)

export type RegistrationVerb = (typeof registrationProcedure.steps)[number]['verb']

export interface Mark {
  field: RegistrationField
  reason: string
}

export type UnitForm = { [K in keyof Omit<UnitStep, 'creditCodeByHand' | 'contactName'>]: UnitStep[K] | null } & { creditCodeByHand: boolean }

export const emptyForm: UnitForm = {
  name: null, creditCode: null, creditCodeByHand: false, legalNature: null, legalType: null, legalRepresentative: null,
  authorityId: null, registeredDistrict: null, registeredAddress: null, locatedDistrict: null, locatedAddress: null,
}

export interface Contact {
  name: string
  mail: string
  phone: string
}

export interface Registration {
  id: string
  accountId: string
  state: RegistrationState
  version: number
  step: 'unit' | 'licence' | 'confirm'
  form: UnitForm
  contact: Contact
  licenceId: string | null
  deskId: string | null
  marks: readonly Mark[]
  decisionNote: string | null
  unitId: string | null
  createdAt: Date
  savedAt: Date
  expiresAt: Date | null
  submittedAt: Date | null
  decidedAt: Date | null
}

/** What the journal knows of a registration; replaying these gives the row (house.md). */
export type RegistrationEvent = { at: string } & (
  | { event: 'begun'; accountId: string; form: UnitForm; contact: Contact; keptUntil: string }
  | { event: 'saved'; form: UnitForm; contact?: Contact; keptUntil: string }
  | { event: 'licence_uploaded'; licenceId: string; keptUntil: string }
  | { event: 'submitted'; deskId: string; contact?: Contact }
  | { event: 'withdrawn'; keptUntil: string }
  | { event: 'approved'; unitId: string }
  | { event: 'returned'; marks: readonly Mark[]; note: string }
  | { event: 'refused'; note: string }
  | { event: 'transferred'; authorityId: string; note: string }
  | { event: 'expired' }
)

const later = <T extends Registration['step']>(step: Registration['step'], least: T) => (step === 'confirm' ? step : least)

/** The registration after an event; `null` before the first one. */
export function evolve(before: Registration | null, id: string, e: RegistrationEvent): Registration {
  const at = new Date(e.at)
  if (e.event === 'begun') {
    return {
      id, accountId: e.accountId, state: 'draft', version: 1, step: 'unit', form: e.form, contact: e.contact,
      licenceId: null, deskId: null, marks: [], decisionNote: null, unitId: null,
      createdAt: at, savedAt: at, expiresAt: new Date(e.keptUntil), submittedAt: null, decidedAt: null,
    }
  }
  if (!before) throw new Error(`${e.event} before the registration had begun`)
  const r = { ...before, version: before.version + 1 }
  // E07: an unsubmitted registration is kept for so many days after the last save; a returned one waits as long as it takes.
  const kept = (until: string) => (r.state === 'draft' ? { savedAt: at, expiresAt: new Date(until) } : { savedAt: at })
  switch (e.event) {
    case 'saved': return { ...r, ...kept(e.keptUntil), form: e.form, contact: e.contact ?? r.contact, step: later(r.step, 'licence') }
    case 'licence_uploaded': return { ...r, ...kept(e.keptUntil), licenceId: e.licenceId, step: 'confirm' }
    case 'submitted': return { ...r, state: 'submitted', contact: e.contact ?? r.contact, deskId: e.deskId, marks: [], decisionNote: null, submittedAt: at, decidedAt: null, expiresAt: null, step: 'confirm' }
    case 'withdrawn': return { ...r, state: 'draft', deskId: null, submittedAt: null, expiresAt: new Date(e.keptUntil) }
    case 'approved': return { ...r, state: 'approved', unitId: e.unitId, decidedAt: at }
    case 'returned': return { ...r, state: 'returned', marks: e.marks, decisionNote: e.note || null, decidedAt: at }
    case 'refused': return { ...r, state: 'refused', decisionNote: e.note, decidedAt: at }
    case 'transferred': return { ...r, deskId: e.authorityId, form: { ...r.form, authorityId: e.authorityId } }
    case 'expired': return { ...r, state: 'expired', expiresAt: null }
  }
}

/** What still keeps a registration from being submitted: the fields that are empty, in the order of the page. */
export function missing(r: Pick<Registration, 'form' | 'licenceId'>): RegistrationField[] {
  const { creditCodeByHand: _, ...form } = r.form
  const empty = (Object.keys(form) as (keyof typeof form)[]).filter((name) => !form[name])
  return r.licenceId ? empty : [...empty, 'licence']
}

export interface RegistrationFacts {
  accountId: string
  deskId: string | null
  /** Authorities above the desk, nearest first. */
  aboveDesk: readonly string[]
  /** The unit that came of it exists no longer. */
  isDissolved?: boolean
}

/** What the actor is to this registration; empty: he may not even see it. No one decides on his own registration. */
export function rolesOf(who: { accountId: string; mandate: Mandate | null }, facts: RegistrationFacts): RegistrationRole[] {
  if (who.accountId === facts.accountId) return facts.isDissolved ? ['applicant', 'former'] : ['applicant']
  if (who.mandate?.post !== 'authority_officer' || !facts.deskId || !who.mandate.scopeId) return []
  if (who.mandate.scopeId === facts.deskId) return ['desk']
  return facts.aboveDesk.includes(who.mandate.scopeId) ? ['above'] : []
}
