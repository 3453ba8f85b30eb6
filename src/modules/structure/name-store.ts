import type { Db } from '../../platform/db/database.ts'

/** As it is called now, also an archived one. */
export async function nameOfSecondaryUnit(db: Db, id: string): Promise<string> {
  const row = await db.selectFrom('secondary_unit').select('name').where('id', '=', id).executeTakeFirst()
  return row?.name ?? ''
}
