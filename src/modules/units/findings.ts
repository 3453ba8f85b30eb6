import type { Finding } from '../../kernel/check.ts'
import { creditCode } from '../../codes/credit-code.ts'
import { legalTypeDiffers } from '../../codes/org-nature.ts'
import { mobile } from '../../codes/phone.ts'
import type { RegistrationField, UnitStep } from './fields.ts'

/** `stop`: cannot be approved as it stands; `look`: an officer should look twice. Never decides anything by itself. */
export interface DeskFinding extends Finding {
  /** Of the registration, or the phone of its contact. */
  field: RegistrationField | 'contactPhone' | null
  weight: 'look' | 'stop'
}

/** What looks odd about the facts of a unit, told to the applicant while typing and to the officer beside the field. */
export function oddities(step: Pick<UnitStep, 'creditCode' | 'legalType'>): DeskFinding[] {
  const found: DeskFinding[] = []
  const checked = creditCode(step.creditCode)
  if (checked.ok) for (const warning of checked.warnings) found.push({ ...warning, field: 'creditCode', weight: 'look' })
  else found.push({ code: 'units.finding.by_hand', field: 'creditCode', weight: 'look' })
  const differs = legalTypeDiffers(step.creditCode, step.legalType)
  if (differs) found.push({ ...differs, field: 'legalType', weight: 'look' })
  return found
}

/** What the database knows of others, as far as the desk may know it. */
export interface Neighbours {
  /** An active unit with this credit code. */
  activeWithCode: string | null
  /** Other registrations that wait for a decision with the same code. */
  pendingWithCode: number
  /** Registrations with the same code that were refused before. */
  refusedWithCode: number
  /** Names of units and waiting registrations that look alike, but are not this one. */
  lookAlikes: readonly string[]
  /** An active unit with exactly this name and another code. */
  sameNameOtherCode: string | null
}

/** Everything an officer should look at before deciding (S1-55, D15, E01, E07; fields.md, homoglyphs). */
export function deskFindings(
  step: Pick<UnitStep, 'creditCode' | 'legalType' | 'registeredDistrict' | 'locatedDistrict'>,
  contactPhone: string,
  around: Neighbours,
): DeskFinding[] {
  const found = oddities(step)
  if (around.activeWithCode) found.push({ code: 'units.finding.active', params: { name: around.activeWithCode }, field: 'creditCode', weight: 'stop' })
  if (around.pendingWithCode) found.push({ code: 'units.finding.pending', params: { n: around.pendingWithCode }, field: 'creditCode', weight: 'look' })
  if (around.refusedWithCode) found.push({ code: 'units.finding.refused', params: { n: around.refusedWithCode }, field: 'creditCode', weight: 'look' })
  if (around.sameNameOtherCode) found.push({ code: 'units.finding.same_name', params: { code: around.sameNameOtherCode }, field: 'name', weight: 'look' })
  for (const name of around.lookAlikes) found.push({ code: 'units.finding.look_alike', params: { name }, field: 'name', weight: 'look' })
  if (step.registeredDistrict !== step.locatedDistrict) found.push({ code: 'units.finding.districts', field: 'locatedDistrict', weight: 'look' })
  const phone = mobile(contactPhone)
  if (phone.ok) for (const warning of phone.warnings) found.push({ ...warning, field: 'contactPhone', weight: 'look' })
  return found
}
