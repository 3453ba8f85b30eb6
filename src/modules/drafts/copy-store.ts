import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { Bilingual } from '../calls/form/definition.ts'
import { titleOfDraft } from './draft-store.ts'

export interface Source { id: string; call: Bilingual; title: string; begunAt: Date }

/** Other drafts of an account, with anything in them; the latest first. */
export const copiesOf = (db: Db, accountId: string, but: string): Promise<Source[]> =>
  db.selectFrom('draft as d').innerJoin('call as c', 'c.id', 'd.call_id')
    .innerJoin('call_version as v', (on) => on.onRef('v.call_id', '=', 'c.id').onRef('v.version', '=', 'c.published')).leftJoin('application as a', 'a.id', 'd.id')
    .select(['d.id', sql<Bilingual>`v.document -> 'title'`.as('call'), titleOfDraft.as('title'), 'd.begun_at as begunAt'])
    .where('d.account_id', '=', accountId).where('d.id', '!=', but)
    .where((e) => e.exists(e.selectFrom('draft_field as f').select('f.field').whereRef('f.draft_id', '=', 'd.id')))
    .orderBy('d.begun_at', 'desc').limit(50).execute()
