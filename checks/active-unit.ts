import { sql } from 'kysely'
import { newId } from '../src/kernel/ids.ts'
import type { Db } from '../src/platform/db/database.ts'

/** The id of an active unit without any account, for tests of rooms that know units by their mandates only. */
export async function activeUnit(db: Db): Promise<string> {
  const id = newId()
  await sql`insert into authority (id, kind, name) values (${newId()}, 'bureau', '示例科技局（演示）') on conflict do nothing`.execute(db)
  await sql`
    insert into unit (id, status, name, name_key, name_skeleton, credit_code, credit_code_by_hand, legal_nature, legal_type, legal_representative,
      authority_id, registered_district, registered_address, located_district, located_address)
    values (${id}, 'active', ${id}, ${id}, ${id}, ${id}, true, '1', '11', '周衡', (select id from authority limit 1), '120101', '1', '120101', '1')`.execute(db)
  return id
}
