import type { PersonState } from '../people/person.ts'

/** The facts that decide whether a person may enter a subsystem, all as of now. */
export interface AccessFacts {
  account: 'active' | 'disabled'
  state: PersonState
  /** Of the managing unit; null where there is none. */
  unit: 'active' | 'suspended' | 'dissolved' | null
  subsystem: { isOpen: boolean; openTo: 'granted' | 'everybody' }
  granted: boolean
}

/** Who can change it. */
export type Helper = 'unit' | 'authority' | 'platform' | 'self'

export type Access = { may: true } | { may: false; code: AccessRefusal; helper: Helper }
export const accessRefusals = [
  'subsystems.access.account_disabled', 'subsystems.access.no_unit', 'subsystems.access.unit_suspended', 'subsystems.access.waiting',
  'subsystems.access.disabled', 'subsystems.access.closed', 'subsystems.access.not_granted',
] as const
export type AccessRefusal = (typeof accessRefusals)[number]

/**
 * S1-50: may this person be in this subsystem now, or which rule says no and who can change it. The one answer for the
 * person's page, for signing in to the subsystem and for every request that the subsystem makes afterwards.
 */
export function accessTo(facts: AccessFacts): Access {
  const no = (code: AccessRefusal, helper: Helper): Access => ({ may: false, code, helper })
  if (facts.account !== 'active') return no('subsystems.access.account_disabled', 'platform')
  if (!facts.subsystem.isOpen) return no('subsystems.access.closed', 'platform')
  if (facts.unit === null || facts.state === 'unbound' || facts.state === 'refused' || facts.state === 'released') return no('subsystems.access.no_unit', 'self')
  if (facts.unit !== 'active') return no('subsystems.access.unit_suspended', 'authority')
  if (facts.state === 'new') return no('subsystems.access.waiting', 'unit')
  if (facts.state === 'disabled') return no('subsystems.access.disabled', 'unit')
  // D25: some subsystems are everybody's; the rest is opened person by person.
  return facts.subsystem.openTo === 'everybody' || facts.granted ? { may: true } : no('subsystems.access.not_granted', 'unit')
}

/**
 * Whether there is something to ask the unit for: a subsystem that it opens person by person and has not opened. Who
 * still waits to be enabled may ask as well (D10: the first module offers to enable).
 */
export const mayAsk = (facts: AccessFacts): boolean =>
  (facts.state === 'new' || facts.state === 'enabled') && facts.unit === 'active' && facts.account === 'active'
  && facts.subsystem.isOpen && facts.subsystem.openTo === 'granted' && !facts.granted

/** How often one person may ask for subsystems within 24 hours, whatever became of the questions. */
export const mostAsksADay = 20
