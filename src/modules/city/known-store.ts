import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Keyring } from '../../platform/seal/keyring.ts'
import type { UnitStatus } from '../units/unit.ts'

export interface KnownUnit {
  id: string
  status: UnitStatus
  /** Who keeps its account; null where nobody does. */
  keeper: string | null
}

/** The unit of a credit code: the active or suspended one, else the one that ended last. */
export async function unitWithCode(tx: Tx, creditCode: string): Promise<KnownUnit | null> {
  const { rows } = await sql<KnownUnit>`
    select u.id, u.status, m.account_id as keeper
    from unit u left join mandate m on m.scope_id = u.id and m.post = 'unit_account' and upper_inf(m.during)
    where u.credit_code = ${creditCode} order by u.status = 'dissolved', u.approved_at desc limit 1`.execute(tx)
  return rows[0] ?? null
}

/** The authority that a new unit belongs to: the one of its district, else the bureau. */
export async function authorityFor(tx: Tx, district: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from authority where is_open and (kind = 'bureau' or (kind = 'district' and region = ${district}))
    order by kind = 'bureau', sort, id limit 1`.execute(tx)
  return rows[0]?.id ?? null
}

/** The person whose account has this phone; null where nobody has it, or no person. */
export async function personWithPhone(tx: Tx, keyring: Keyring, phone: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select a.id from account a join person p on p.account_id = a.id where a.phone_blind = ${keyring.blind(phone, 'phone')}`.execute(tx)
  return rows[0]?.id ?? null
}

export interface KnownAccount {
  userName: string
  active: boolean
  /** The unit that it acts as, in force or resting. */
  unitId: string | null
  unitStatus: UnitStatus | null
  creditCode: string | null
  isPerson: boolean
}

/** What an account is, for whoever wants to sign in to it or to link it. */
export async function knownAccount(db: Db, accountId: string): Promise<KnownAccount | null> {
  const { rows } = await sql<KnownAccount>`
    select a.user_name as "userName", a.state = 'active' as active, u.id as "unitId", u.status as "unitStatus", u.credit_code as "creditCode",
      exists (select from person p where p.account_id = a.id) as "isPerson"
    from account a
    left join mandate m on m.account_id = a.id and m.post = 'unit_account' and upper_inf(m.during)
    left join unit u on u.id = m.scope_id
    where a.id = ${accountId} limit 1`.execute(db)
  return rows[0] ?? null
}
