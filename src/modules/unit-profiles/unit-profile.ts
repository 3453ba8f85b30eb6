/** 单位信息 (S2-12 to S2-20) beside what the registration of the unit holds. Pure. */

export interface LegalDocument {
  type: string
  number: string
}

/** Every field, in the order of the manual. */
export interface ProfileFacts {
  postalAddress: string | null
  postCode: string | null
  registeredOn: string | null
  registeredCapital: string | null
  paidInCapital: string | null
  registrationType: string | null
  unitNature: string | null
  legalDocument: LegalDocument | null
  functionalZone: string | null
  industry: string | null
  contactName: string | null
  phone: string | null
  officePhone: string | null
  mail: string | null
  keywords: readonly string[]
}
export type ProfileField = keyof ProfileFacts

export const nothing: ProfileFacts = {
  postalAddress: null, postCode: null, registeredOn: null, registeredCapital: null, paidInCapital: null, registrationType: null, unitNature: null,
  legalDocument: null, functionalZone: null, industry: null, contactName: null, phone: null, officePhone: null, mail: null, keywords: [],
}
export const profileFields = Object.keys(nothing) as readonly ProfileField[]

/** P1 and P2: sealed in the journal, masked in the history. */
export const personalFields: readonly ProfileField[] = ['legalDocument', 'contactName', 'phone', 'officePhone', 'mail']

/** What the registry of the city may know of a unit, and then nobody edits (S2-24). */
export const registryFields = ['registeredOn', 'registeredCapital', 'paidInCapital', 'registrationType', 'legalDocument'] as const satisfies readonly ProfileField[]
export type RegistryField = (typeof registryFields)[number]

/** With a red star (S2-25). */
export const starredFields = ['phone', 'officePhone', 'mail'] as const satisfies readonly ProfileField[]

export interface UnitProfile extends ProfileFacts {
  unitId: string
  /** 0: nothing was ever kept. */
  version: number
  fromRegistry: readonly RegistryField[]
  registryAt: Date | null
  updatedAt: Date | null
}

export const emptyProfile = (unitId: string): UnitProfile => ({ ...nothing, unitId, version: 0, fromRegistry: [], registryAt: null, updatedAt: null })

/** One field, from what to what. */
export interface Change {
  field: ProfileField
  from: unknown
  to: unknown
}

/** What the journal knows of it; replaying these gives the row. */
export type ProfileEvent = { at: string; changes: readonly Change[] } & (
  | { event: 'changed' }
  /** By the registry: these fields are grey from then on. */
  | { event: 'filled'; fields: readonly RegistryField[] }
)

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Which fields become another value, in the order of the manual. */
export const changesIn = (before: ProfileFacts, after: Partial<ProfileFacts>): Change[] =>
  profileFields.flatMap((field) => {
    const [from, to] = [before[field], after[field]]
    return to === undefined || same(from, to) ? [] : [{ field, from, to }]
  })

/** What of a form would change a grey field. */
export const greyChanges = (profile: UnitProfile, changes: readonly Change[]): ProfileField[] =>
  changes.map(({ field }) => field).filter((field) => (profile.fromRegistry as readonly ProfileField[]).includes(field))

/** The profile after an event. */
export function evolveProfile(before: UnitProfile, e: ProfileEvent): UnitProfile {
  const at = new Date(e.at)
  const changed = { ...before, ...Object.fromEntries(e.changes.map(({ field, to }) => [field, to])), version: before.version + 1, updatedAt: at }
  if (e.event === 'changed') return changed
  return { ...changed, registryAt: at, fromRegistry: registryFields.filter((field) => before.fromRegistry.includes(field) || e.fields.includes(field)) }
}

/** Starred fields that are empty still. */
export const missingIn = (profile: ProfileFacts): ProfileField[] => starredFields.filter((field) => profile[field] === null)
