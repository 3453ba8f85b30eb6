import type pg from 'pg'
import { isRefusal } from '../../src/kernel/refusal.ts'
import { newId } from '../../src/kernel/ids.ts'
import { unitNameForComparison, unitNameSkeleton } from '../../src/codes/unit-name.ts'
import { mailColumns, phoneColumns } from '../../src/modules/accounts/account.ts'
import { noPassword } from '../../src/modules/accounts/no-password.ts'
import { insertAccounts } from '../../src/modules/accounts/store/adopt.ts'
import { documentColumns } from '../../src/modules/people/person-store.ts'
import { openDatabase } from '../../src/platform/db/database.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import type { Keyring } from '../../src/platform/seal/keyring.ts'
import { makeSecrets } from '../../src/platform/secrets.ts'
import { chosenUnitId, guess } from './guess.ts'
import type { Known } from './surfaces.ts'

/** The guesses of one surface. */
export interface Range {
  known: Known
  from: number
  count: number
}

const numbersOf = ({ from, count }: Range): number[] => Array.from({ length: count }, (_, i) => from + i)

/** A migrated database in which everything `known` is there; nothing else is. */
export async function fillKnown(url: string, keyring: Keyring, ranges: readonly Range[]): Promise<void> {
  const hash = await makeSecrets().hash('luo9-Ye-feng')
  if (isRefusal(hash)) throw new Error('no hash')
  const now = new Date()
  const accountOf = (range: Range) => (n: number) => {
    const { userName, mail, phone } = guess('known', n)
    return {
      id: newId(), user_name: userName, display_name: '林知远', password_hash: range.known === 'adopted' ? noPassword : hash, password_changed_at: now,
      ...mailColumns(keyring, mail), ...phoneColumns(keyring, phone), lang: 'zh' as const, must_change_password: range.known === 'adopted', created_at: now,
    }
  }
  const database = await openDatabase({ url, poolSize: 1 })
  try {
    await migrate(database)
    const { pool } = database
    await pool.query(units, [newId(), chosenUnitId])
    for (const range of ranges) {
      const numbers = numbersOf(range)
      const accounts = numbers.map(accountOf(range))
      await database.db.transaction().execute((tx) => insertAccounts(tx, accounts))
      const rows = accounts.map((account, i) => ({ ...account, account_id: account.id, n: numbers[i] ?? 0 }))
      if (range.known === 'vouched') {
        const people = rows.map(({ account_id, user_name, n }, i) =>
          ({ id: newId(), account_id, user_name, place: range.from + i, ...documentColumns(keyring, { type: 'ID', number: guess('known', n).document }) }))
        await pool.query(vouched, [JSON.stringify(people), chosenUnitId])
      }
      if (range.known === 'pending') {
        const waiting = rows.map(({ account_id, mail, phone, phone_blind, phone_last4_blind, n }) => {
          const { unitName: name, creditCode } = guess('known', n)
          return { id: newId(), licence_id: newId(), account_id, mail, phone, phone_blind, phone_last4_blind, name, name_key: unitNameForComparison(name), name_skeleton: unitNameSkeleton(name), credit_code: creditCode }
        })
        await pool.query(pending, [JSON.stringify(waiting)])
      }
    }
    await pool.query('analyze')
  } finally {
    await database.close()
  }
}

/** What somebody has who registers: the agreement accepted, both codes proven. Once the program has put an agreement in force. */
export async function fillNewcomers(pool: pg.Pool, keyring: Keyring, range: Range): Promise<void> {
  const rows = numbersOf(range).flatMap((n) => (['known', 'unknown'] as const).map((kind) => {
    const { newcomer: { mail, phone, ...ids } } = guess(kind, n)
    const [mails, phones] = [mailColumns(keyring, mail), phoneColumns(keyring, phone)]
    return {
      ...ids, mail: keyring.seal(mail, 'proof_code.address'), phone: keyring.seal(phone, 'proof_code.address'),
      mail_blind: mails.mail_blind, phone_blind: phones.phone_blind,
    }
  }))
  await pool.query(newcomers, [JSON.stringify(rows)])
  await pool.query('analyze')
}

const units = `
  with desk as (insert into authority (id, kind, name) values ($1, 'bureau', '示例科技局（演示）') returning id),
  unit as (
    insert into unit (id, status, name, name_key, name_skeleton, credit_code, credit_code_by_hand, legal_nature, legal_type, legal_representative,
      authority_id, registered_district, registered_address, located_district, located_address)
    select $2, 'active', '示例研究院（演示）', '示例研究院', '示例研究院', 'x', true, '1', '11', '周衡', id, '120101', '1', '120101', '1' from desk returning id)
  insert into unit_people (unit_id, next_place) select id, 1000000 from unit`

const vouched = `
  insert into person (id, account_id, user_name, name, document_type, document, document_blind, document_last4_blind, state, version, unit_id, place,
    state_since, joined_at, vouched_at, compared_at)
  select id, account_id, user_name, '林知远', document_type, document, document_blind, document_last4_blind, 'enabled', 2, $2, place, now(), now(), now(), now()
  from jsonb_to_recordset($1) as r (id uuid, account_id uuid, user_name text, place bigint, document_type text, document text, document_blind text, document_last4_blind text)`

const pending = `
  with came as (
    select * from jsonb_to_recordset($1) as r (id uuid, licence_id uuid, account_id uuid, mail text, phone text, phone_blind text, phone_last4_blind text,
      name text, name_key text, name_skeleton text, credit_code text)),
  registered as (
    insert into unit_registration (id, account_id, state, version, step, name, name_key, name_skeleton, credit_code, legal_nature, legal_type,
      legal_representative, authority_id, registered_district, registered_address, located_district, located_address, contact_name, contact_mail,
      contact_phone, contact_phone_blind, contact_phone_last4_blind, licence_id, desk_id, submitted_at)
    select c.id, account_id, 'submitted', 4, 'confirm', c.name, c.name_key, c.name_skeleton, c.credit_code, '1', '11', '周衡', a.id, '120101', '1', '120101', '1',
      '林知远', mail, phone, phone_blind, phone_last4_blind, licence_id, a.id, now() from came c cross join authority a
    returning id, licence_id)
  insert into licence_scan (id, registration_id, kind, bytes, sha256, file_key, name) select licence_id, id, 'pdf', 1, 'x', 'x', '执照.pdf' from registered`

const newcomers = `
  with came as (
    select * from jsonb_to_recordset($1) as r ("acceptanceId" uuid, "mailProofId" uuid, "phoneProofId" uuid, mail text, phone text, mail_blind text, phone_blind text)),
  accepted as (
    insert into agreement_acceptance (id, agreement_id, address, lang) select "acceptanceId", a.id, '198.18.0.1', 'zh' from came cross join agreement a where a.state = 'in_force'),
  proven as (
    insert into proof_code (id, purpose, channel, address, address_blind, code_digest, requester, expires_at, proven_at)
    select "mailProofId", 'register', 'mail', mail, mail_blind, 'x', 'x', now() + interval '10 minutes', now() from came)
  insert into proof_code (id, purpose, channel, address, address_blind, code_digest, requester, expires_at, proven_at)
  select "phoneProofId", 'register', 'phone', phone, phone_blind, 'x', 'x', now() + interval '10 minutes', now() from came`
