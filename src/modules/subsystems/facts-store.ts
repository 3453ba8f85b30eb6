import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { PersonState } from '../people/person.ts'
import type { AccessFacts } from './access.ts'

/** One person before one subsystem, as of now: what decides, and what the subsystem may learn. */
export interface Entrant {
  personId: string
  accountId: string
  userName: string
  name: string
  unit: { id: string; name: string; creditCode: string } | null
  subsystem: { id: string; code: string; name: string; nameEn: string }
  facts: AccessFacts
}

interface Row {
  person_id: string
  account_id: string
  user_name: string
  person_name: string
  state: PersonState
  account_state: 'active' | 'disabled'
  unit_id: string | null
  unit_name: string | null
  credit_code: string | null
  unit_status: 'active' | 'suspended' | 'dissolved' | null
  subsystem_id: string
  code: string
  name: string
  name_en: string
  is_open: boolean
  open_to: 'granted' | 'everybody'
  granted: boolean
}

const entrantIn = (row: Row): Entrant => ({
  personId: row.person_id, accountId: row.account_id, userName: row.user_name, name: row.person_name,
  unit: row.unit_id === null ? null : { id: row.unit_id, name: row.unit_name ?? '', creditCode: row.credit_code ?? '' },
  subsystem: { id: row.subsystem_id, code: row.code, name: row.name, nameEn: row.name_en },
  facts: {
    account: row.account_state, state: row.state, unit: row.unit_status,
    subsystem: { isOpen: row.is_open, openTo: row.open_to }, granted: row.granted,
  },
})

/** A grant counts while the person is of the unit that gave it. */
const entrants = (where: RawBuilder<unknown>) => sql<Row>`
  select p.id as person_id, p.account_id, p.user_name, p.name as person_name, p.state, a.state as account_state,
    u.id as unit_id, u.name as unit_name, u.credit_code, u.status as unit_status,
    s.id as subsystem_id, s.code, s.name, s.name_en, s.is_open, s.open_to,
    exists (select from subsystem_grant g where g.person_id = p.id and g.subsystem_id = s.id and g.unit_id = p.unit_id and upper_inf(g.during)) as granted
  from person p join account a on a.id = p.account_id left join unit u on u.id = p.unit_id cross join subsystem s
  where ${where} order by s.sort, s.name, s.id`

const one = async (db: Db, where: RawBuilder<unknown>): Promise<Entrant | null> => {
  const { rows: [row] } = await entrants(where).execute(db)
  return row ? entrantIn(row) : null
}

/** The person that an account is, before one subsystem; null where the account is no person, or the subsystem is unknown. */
export const entrantOf = (db: Db, accountId: string, code: string): Promise<Entrant | null> =>
  one(db, sql`p.account_id = ${accountId} and s.code = ${code}`)

/** The same by the id of the subsystem. */
export const entrantAt = (db: Db, accountId: string, subsystemId: string): Promise<Entrant | null> =>
  one(db, sql`p.account_id = ${accountId} and s.id = ${subsystemId}`)

/** The person before all subsystems, in their order. */
export async function entrantEverywhere(db: Db, accountId: string): Promise<Entrant[]> {
  const { rows } = await entrants(sql`p.account_id = ${accountId}`).execute(db)
  return rows.map(entrantIn)
}

/**
 * For a request of a subsystem: the same, by what its token says, and only while the session of the platform that it
 * was issued in is alive: who signed out is out at the next request.
 */
export const entrantBehind = (db: Db, by: { personId: string; code: string; sessionId: string }, now: Date, idleSince: Date): Promise<Entrant | null> =>
  one(db, sql`p.id = ${by.personId} and s.code = ${by.code} and exists (
    select from session l where l.id = ${by.sessionId} and l.account_id = p.account_id and l.stage = 'full' and l.expires_at > ${now} and l.seen_at > ${idleSince})`)
