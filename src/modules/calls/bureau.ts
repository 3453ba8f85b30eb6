import type { Actor } from '../../kernel/actor.ts'
import type { Db } from '../../platform/db/database.ts'

/** Id of the authority of kind bureau (科技局); null before there is one. */
export const bureauId = async (db: Db): Promise<string | null> =>
  (await db.selectFrom('authority').select('id').where('kind', '=', 'bureau').executeTakeFirst())?.id ?? null

/** Whether somebody acts for the bureau. */
export async function isBureau(db: Db, actor: Pick<Actor, 'mandate'>): Promise<boolean> {
  const { mandate } = actor
  return mandate?.post === 'authority_officer' && mandate.scopeId !== null && mandate.scopeId === (await bureauId(db))
}
