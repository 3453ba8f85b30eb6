import type { Db } from '../../platform/db/database.ts'

/** E28: applications that lie at the desk of a secondary unit. The room of applications comes later and writes them; here they are counted. */
export async function openApplicationsAt(db: Db, id: string): Promise<number> {
  const { n } = await db.selectFrom('application').select((e) => e.cast<number>(e.fn.countAll(), 'integer').as('n'))
    .where('desk_id', '=', id).where('state', '=', 'department').executeTakeFirstOrThrow()
  return n
}
