import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Keyring } from '../../platform/seal/keyring.ts'
import type { Document, Person, PersonState } from './person.ts'
import { documentBlind, personIn } from './person-store.ts'

/** Somebody for whose document a unit vouches, or the city. */
export interface Vouched {
  personId: string
  accountId: string
  /** null where the city answers for it and no unit is chosen. */
  unitId: string | null
  userName: string
}

/** Whom a unit vouches for with this document, or the city; at most one (`one_vouched_person_per_document`). */
export async function vouchedWith(db: Db, keyring: Keyring, document: Document): Promise<Vouched | null> {
  const { rows } = await sql<Vouched>`
    select id as "personId", account_id as "accountId", unit_id as "unitId", user_name as "userName"
    from person where document_blind = ${documentBlind(keyring, document)} and (vouched_at is not null or document_proven_at is not null)`.execute(db)
  return rows[0] ?? null
}

export interface Duplicate {
  by: 'document' | 'name'
  id: string
  userName: string
  name: string
  state: PersonState
  /** Whose it is: of the same unit, of another one, or of none at present. */
  of: 'own' | 'another' | 'none'
  vouched: boolean
}

const mostShown = 10

/** S1-N1: others with the same document anywhere, and others of the unit with the same name. */
export async function duplicatesOf(db: Db, keyring: Keyring, p: Person): Promise<Duplicate[]> {
  const same = sql`id, user_name as "userName", name, state, case when unit_id is null then 'none' when unit_id = ${p.unitId}::uuid then 'own' else 'another' end as "of",
    vouched_at is not null or document_proven_at is not null as vouched`
  const blind = p.document && documentBlind(keyring, p.document)
  const { rows } = await sql<Duplicate>`
    (select 'document' as by, ${same} from person where document_blind = ${blind} and id <> ${p.id} order by vouched_at, id limit ${mostShown})
    union all
    (select 'name', ${same} from person where unit_id = ${p.unitId} and name = ${p.name} and id <> ${p.id}
       and document_blind is distinct from ${blind} order by place limit ${mostShown})`.execute(db)
  return rows
}

/** Who registered lately and was not compared yet, oldest first; marked with the same look, another worker's are skipped. */
export async function peopleToCompare(tx: Tx, keyring: Keyring, now: Date, most: number): Promise<Person[]> {
  const rows = await tx
    .updateTable('person').set({ compared_at: now })
    .where('id', 'in', (q) => q.selectFrom('person').select('id').where('compared_at', 'is', null).orderBy('id').limit(most).forUpdate().skipLocked())
    .returningAll().execute()
  return rows.map((row) => personIn(row, keyring))
}
