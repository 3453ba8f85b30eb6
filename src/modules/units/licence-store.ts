import type { Selectable } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { LicenceScan } from '../../platform/db/tables.ts'

export type Licence = Selectable<LicenceScan>

export const insertLicence = (tx: Tx, scan: Omit<Licence, 'uploaded_at'> & { uploaded_at: Date }): Promise<unknown> =>
  tx.insertInto('licence_scan').values(scan).execute()

/** A scan of this registration, the one in force or an earlier one. */
export const licenceOf = (db: Db, registrationId: string, id: string): Promise<Licence | undefined> =>
  db.selectFrom('licence_scan').selectAll().where('id', '=', id).where('registration_id', '=', registrationId).executeTakeFirst()
