import { sql, type Selectable } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Draft as DraftTable } from '../../platform/db/tables.ts'
import type { PersonState } from '../people/person.ts'
import type { Lock } from './fields.ts'

export type DraftRow = Selectable<DraftTable>

/** A draft with what stands around it: its leader, the unit it is for, the call in force. */
export interface Draft {
  id: string
  callId: string
  callCode: string
  /** Version of the call in force now. */
  callVersion: number
  leaderId: string
  leaderName: string
  accountId: string
  /** For which it is made; while there is no application yet, the leader's own. */
  unitId: string | null
  unitIsActive: boolean
  person: PersonState
  correctUntil: Date | null
  lock: Lock
  marks: string[]
  version: number
  begunAt: Date
  savedAt: Date
}

/** 项目名称 of the draft `d` with its application `a`: as it was submitted, or as it is being typed. */
export const titleOfDraft = sql<string>`coalesce(nullif(a.title, ''),
  (select f.value #>> '{}' from draft_field f where f.draft_id = d.id and f.field = 'title' and jsonb_typeof(f.value) = 'string'), '')`

const around = (db: Db) =>
  db.selectFrom('draft as d').innerJoin('person as p', 'p.id', 'd.leader_id').innerJoin('call as c', 'c.id', 'd.call_id')
    .leftJoin('application as a', 'a.id', 'd.id').leftJoin('unit as u', (on) => on.on('u.id', '=', sql<string>`coalesce(a.unit_id, p.unit_id)`))
    .select([
      'd.id', 'd.call_id as callId', 'c.code as callCode', sql<number>`c.published`.as('callVersion'), 'd.leader_id as leaderId', 'p.name as leaderName',
      'd.account_id as accountId', 'u.id as unitId', sql<boolean>`coalesce(u.status = 'active', false)`.as('unitIsActive'), sql<PersonState>`p.state`.as('person'),
      'a.correct_until as correctUntil', sql<Lock>`d.lock`.as('lock'), 'd.marks', 'd.version',
      'd.begun_at as begunAt', 'd.saved_at as savedAt',
    ])

/** Somebody's own; undefined for everybody else. */
export const ownDraft = (db: Db, id: string, accountId: string): Promise<Draft | undefined> =>
  around(db).where('d.id', '=', id).where('d.account_id', '=', accountId).executeTakeFirst()

/** The same, its row locked for the deed: members, files, lock and version change one after the other. */
export const ownDraftForUpdate = (tx: Tx, id: string, accountId: string): Promise<Draft | undefined> =>
  around(tx).where('d.id', '=', id).where('d.account_id', '=', accountId).forUpdate('d').executeTakeFirst()

export const draftById = (db: Db, id: string): Promise<Draft | undefined> => around(db).where('d.id', '=', id).executeTakeFirst()

export const insertDraft = (tx: Tx, row: Pick<DraftRow, 'id' | 'call_id' | 'leader_id' | 'account_id'>, at: Date): Promise<unknown> =>
  tx.insertInto('draft').values({ ...row, begun_at: at, saved_at: at }).execute()

/** Counts a change of members, files or lock; the caller holds the row. Gives the new version. */
export async function nextVersion(tx: Tx, id: string, at: Date, more: { lock?: Lock; marks?: string[] } = {}): Promise<number> {
  const row = await tx.updateTable('draft').set((e) => ({ version: e('version', '+', 1), saved_at: at, ...more })).where('id', '=', id).returning('version').executeTakeFirstOrThrow()
  return row.version
}

export const draftLocked = (tx: Tx, id: string): Promise<DraftRow | undefined> =>
  tx.selectFrom('draft').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** Whose it is from now on (E10). */
export const setLeader = async (tx: Tx, id: string, { leaderId, accountId }: { leaderId: string; accountId: string }): Promise<void> =>
  void (await tx.updateTable('draft').set({ leader_id: leaderId, account_id: accountId }).where('id', '=', id).executeTakeFirstOrThrow())

export const setLock = async (tx: Tx, id: string, lock: Lock, marks: string[]): Promise<void> =>
  void (await tx.updateTable('draft').set((e) => ({ lock, marks, version: e('version', '+', 1) })).where('id', '=', id).executeTakeFirstOrThrow())

/** The same for very many at once (a batch), each with marks of its own: one statement. */
export const setLocks = async (tx: Tx, drafts: readonly { id: string; lock: Lock; marks: readonly string[] }[]): Promise<void> =>
  void (await sql`
    update draft d set lock = l.lock, marks = array(select jsonb_array_elements_text(l.marks)), version = d.version + 1
    from jsonb_to_recordset(${JSON.stringify(drafts)}::jsonb) as l (id uuid, lock text, marks jsonb) where d.id = l.id`.execute(tx))

export async function deleteDraft(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('draft_field').where('draft_id', '=', id).execute()
  await tx.deleteFrom('draft_member').where('draft_id', '=', id).execute()
  await tx.deleteFrom('draft_file').where('draft_id', '=', id).execute()
  await tx.deleteFrom('draft').where('id', '=', id).execute()
}
