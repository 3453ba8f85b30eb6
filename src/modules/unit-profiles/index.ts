import type { Db } from '../../platform/db/database.ts'
import type { Keyring } from '../../platform/seal/keyring.ts'
import type { UnitProfile } from './unit-profile.ts'
import { profileOf } from './unit-profile-store.ts'

/** What later rooms may call. */
export { fillFromRegistry, type RegistryFacts } from './registry.ts'
export type { UnitProfile } from './unit-profile.ts'

/**
 * What a unit keeps of itself beside its registration (S2-12 to S2-20), in clear: postal address, nature, contact,
 * keywords. null where nothing was ever kept. Personal values (contact, the legal representative's document) are for who
 * acts for the unit.
 */
export const unitProfileOf = (db: Db, keyring: Keyring, unitId: string): Promise<UnitProfile | null> => profileOf(db, keyring, unitId)
