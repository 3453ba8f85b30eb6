import { idAt } from './chance.ts'
import { today } from './people.ts'

/** Applications of the big unit, and of everybody, that belong to so many registrations; a full bench ends with 20,000 of 500,000. */
export function applicationsOf(registrations: number): { inUnit: number; all: number } {
  if (registrations <= 1_000) return { inUnit: 1_000, all: 25_000 }
  return { inUnit: 20_000, all: registrations <= 10_000 ? 100_000 : 500_000 }
}

export const rareTitle = '苔原'
export const commonTitle = '预警'
/** Calls beside the one with drafts: an application belongs to one of twelve. */
export const callCount = 12
export const callIdOf = (i: number): string => idAt(today, 70, i)
