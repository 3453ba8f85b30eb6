import { sql } from 'kysely'
import { inject } from 'vitest'
import { demoMail, demoMobile, demoResidentId } from '../../src/codes/demo-numbers.ts'
import { newId } from '../../src/kernel/ids.ts'
import { documentColumns } from '../../src/modules/people/person-store.ts'
import type { Db } from '../../src/platform/db/database.ts'
import { makeKeyring } from '../../src/platform/seal/keyring.ts'

const family = [...'赵钱孙李周吴郑王冯陈卫蒋沈韩杨朱秦许何吕施张']
const given = ['望之', '文静', '思明', '嘉禾', '若水', '景行', '一帆', '云舒', '子墨', '雨桐', '浩然', '念慈']

/** The n-th of those who wait: none has the name of another. */
export const nameOfWaiting = (n: number): string => `${family[n % family.length]}${given[n % given.length]}`

/**
 * People of a unit whose personal information has been waiting at its desk for days: what months of work would bring. Of
 * each specialty so many; numbers from ranges that are never issued.
 */
export async function waitAtTheUnit(db: Db, unitAccount: string, specialties: readonly { specialty: string; position: string; n: number }[]): Promise<void> {
  const [id = '', secret = ''] = inject('town').keys.split(':')
  const keyring = makeKeyring([{ id, secret: Buffer.from(secret, 'base64url') }], 'aes')
  const { id: unitId, name: unitName } = await db.selectFrom('unit').innerJoin('mandate', 'mandate.scope_id', 'unit.id').innerJoin('account', 'account.id', 'mandate.account_id')
    .select(['unit.id', 'unit.name']).where('account.user_name', '=', unitAccount).executeTakeFirstOrThrow()
  const all = specialties.flatMap(({ n, ...facts }) => Array.from({ length: n }, () => facts))
  const next = async (table: 'unit_people' | 'profile_desk', key: string) => {
    const { rows } = await sql<{ next_place: string }>`
      insert into ${sql.table(table)} as t (${sql.ref(key)}, next_place) values (${unitId}, ${all.length})
      on conflict (${sql.ref(key)}) do update set next_place = t.next_place + ${all.length} returning next_place`.execute(db)
    return Number(rows[0]?.next_place) - all.length
  }
  const [placeInUnit, placeInList] = [await next('unit_people', 'unit_id'), await next('profile_desk', 'desk_id')]
  for (const [n, { specialty, position }] of all.entries()) {
    const [accountId, personId] = [newId(), newId()]
    const [name, userName] = [nameOfWaiting(n), `daishen_${n}`]
    const [mail, phone] = [demoMail(userName), demoMobile(770_000 + n)]
    const { document, document_type, document_blind, document_last4_blind } = documentColumns(keyring, { type: 'ID', number: demoResidentId('tianjin', '1979-04-05', n) })
    const number = keyring.open(document ?? '', 'person.document')
    const since = sql<Date>`now() - ${`${all.length - n + 24} hours`}::interval`
    await db.insertInto('account').values({
      id: accountId, user_name: userName, display_name: name, password_hash: 'none', mail: keyring.seal(mail, 'account.mail'), mail_blind: keyring.blind(mail, 'mail'),
      phone: keyring.seal(phone, 'account.phone'), phone_blind: keyring.blind(phone, 'phone'), phone_last4_blind: keyring.blind(phone.slice(-4), 'phone_last4'),
    }).execute()
    await db.insertInto('person').values({
      id: personId, account_id: accountId, user_name: userName, name, document_type, document, document_blind, document_last4_blind,
      state: 'enabled', unit_id: unitId, place: placeInUnit + n, joined_at: since, vouched_at: since,
    }).execute()
    await sql`insert into profile (person_id, specialty, sex, nationality) values (${personId}, ${specialty}, '1', 'CN')`.execute(db)
    await sql`
      insert into profile_revision (person_id, version, unit_id, unit_name, document_type, document, document_blind, education, degree, title, position, submitted_at, submitted_by)
      values (${personId}, 1, ${unitId}, ${unitName}, 'ID', ${keyring.seal(number, 'profile_revision.document')}, ${document_blind}, '11', '2', '2', ${position}, ${since}, ${accountId})`.execute(db)
    await sql`
      insert into profile_review (id, person_id, unit_id, revision, state, desk_id, place, name, sex, document, document_blind, document_last4_blind, education, title, submitted_at, updated_at)
      values (${newId()}, ${personId}, ${unitId}, 1, 'pending', ${unitId}, ${placeInList + n}, ${name}, '1', ${keyring.seal(number, 'profile_review.document')}, ${document_blind},
        ${document_last4_blind}, '11', '2', ${since}, ${since})`.execute(db)
  }
}
