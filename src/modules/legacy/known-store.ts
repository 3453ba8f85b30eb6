import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { Known, Traits } from './match.ts'
import type { FoundUnit } from './plan.ts'

/** Reads of other rooms' tables: whom and what the lines of a file may be about. In portions, so that no question is endless. */
const atOnce = 10_000

function* portions<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += atOnce) yield all.slice(from, from + atOnce)
}

type Signs = Omit<Traits, 'kind' | 'unit' | 'name'>

interface KnownRow {
  id: string
  userName: string
  name: string
  mail: string | null
  phone: string | null
  document: string | null
  vouched: boolean
  isPerson: boolean
  personUnit: string | null
  keepsUnit: string | null
}

/** Every account that shares a user name, a mailbox, a phone or a document with one of these. */
export async function knownBy(db: Db, signs: readonly Signs[]): Promise<Known[]> {
  const found = new Map<string, Known>()
  for (const part of portions(signs)) {
    const texts = (of: (one: Signs) => string | null) => sql.val(part.map(of).filter((text) => text !== null))
    const { rows } = await sql<KnownRow>`
      with near as (
        select id from account where user_name_key = any(${texts((s) => s.userName)}::text[])
        union select id from account where mail_blind = any(${texts((s) => s.mail)}::text[])
        union select id from account where phone_blind = any(${texts((s) => s.phone)}::text[])
        union select account_id from person where document_blind = any(${texts((s) => s.document)}::text[])
      )
      select a.id, a.user_name_key as "userName", a.display_name as name, a.mail_blind as mail, a.phone_blind as phone, p.document_blind as document,
        coalesce(p.vouched_at is not null, false) as vouched, p.id is not null as "isPerson", p.unit_id as "personUnit", m.scope_id as "keepsUnit"
      from near join account a on a.id = near.id
      left join person p on p.account_id = a.id
      left join mandate m on m.account_id = a.id and m.post = 'unit_account' and upper_inf(m.during)`.execute(db)
    for (const row of rows) {
      found.set(row.id, {
        id: row.id, kind: row.isPerson ? 'person' : row.keepsUnit ? 'unit_account' : 'other', userName: row.userName, name: row.name,
        mail: row.mail, phone: row.phone, document: row.document, vouched: row.vouched, unit: row.isPerson ? row.personUnit : row.keepsUnit,
      })
    }
  }
  return [...found.values()]
}

/** The units with one of these codes; nine characters are looked for within the eighteen (C2). */
export async function unitsBy(db: Db, codes: readonly string[]): Promise<FoundUnit[]> {
  const found: FoundUnit[] = []
  for (const part of portions([...new Set(codes)])) {
    const { rows } = await sql<FoundUnit>`
      select u.id, u.credit_code as "creditCode", u.status, m.account_id as keeper,
        array(select n.name from unit_name n where n.unit_id = u.id) || u.name as names
      from unit u left join mandate m on m.scope_id = u.id and m.post = 'unit_account' and upper_inf(m.during)
      where u.credit_code = any(${sql.val(part.filter((code) => code.length === 18))}::text[])
         or substr(u.credit_code, 9, 9) = any(${sql.val(part.filter((code) => code.length === 9))}::text[])
      order by u.id`.execute(db)
    found.push(...rows)
  }
  return found
}

/** Those that take units now; the bureau stands above them and has none of its own. */
export const openAuthorities = (db: Db): Promise<{ id: string; name: string }[]> =>
  db.selectFrom('authority').select(['id', 'name']).where('is_open', '=', true).where('kind', '<>', 'bureau').orderBy('sort').orderBy('name').execute()

/** Who confirmed the import, as the journal names him. */
export const starterOf = (db: Db, accountId: string): Promise<{ userName: string; displayName: string } | undefined> =>
  db.selectFrom('account').select(['user_name as userName', 'display_name as displayName']).where('id', '=', accountId).executeTakeFirst()
