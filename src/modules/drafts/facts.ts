import { sql } from 'kysely'
import { regionName } from '../../codes/region.ts'
import { dayOf } from '../../kernel/clock.ts'
import type { Db } from '../../platform/db/database.ts'
import type { Tools } from '../../platform/tools.ts'
import { contactOf } from '../accounts/index.ts'
import type { Content } from '../calls/form/definition.ts'
import { nameOf } from '../lists/index.ts'
import { approvedProfile } from '../profiles/index.ts'

interface Row { account_id: string; name: string; unit: string | null; credit_code: string | null; region: string | null; nature: string | null; secondary_unit: string | null }

async function rowOf(db: Db, personId: string, unitId: string | null): Promise<Row | undefined> {
  const { rows: [row] } = await sql<Row>`
    select p.account_id, p.name, u.name as unit, u.credit_code, u.registered_district as region, n.unit_nature as nature, s.name as secondary_unit
    from person p left join unit u on u.id = ${unitId} left join unit_profile n on n.unit_id = u.id
      left join profile_review r on r.person_id = p.id and r.unit_id = u.id and r.state = 'approved' left join secondary_unit s on s.id = r.secondary_unit_id
    where p.id = ${personId}`.execute(db)
  return row
}

/**
 * N18: what the platform holds of a leader and of the unit that he applies for, as of now: it is shown, not asked. Title and
 * education are those that the unit approved (D4). Names of codes are the Chinese ones, as they are printed; what is not known is left out.
 */
export async function factsOf(db: Db, tools: Tools, personId: string, unitId: string | null): Promise<Content['facts']> {
  const row = await rowOf(db, personId, unitId)
  if (!row) return {}
  const profile = await approvedProfile(db, tools.keyring, personId)
  const contact = await contactOf(db, tools.keyring, row.account_id)
  const now = tools.clock.now()
  const named = (list: string, code: string | null | undefined) => (code ? nameOf(db, tools.config, list, code, 'zh', dayOf(now)) : null)
  const facts = {
    'unit.name': row.unit, 'unit.creditCode': row.credit_code, 'unit.nature': await named('unit_nature', row.nature),
    'unit.region': row.region && regionName(row.region, 'zh', now), 'secondaryUnit.name': row.secondary_unit,
    'leader.name': row.name, 'leader.title': await named('title_level', profile?.title), 'leader.education': await named('education_choice', profile?.education),
    'leader.degree': await named('degree_choice', profile?.degree), 'leader.position': profile?.position, 'leader.phone': contact?.phone, 'leader.mail': contact?.mail,
  } satisfies Record<keyof Content['facts'], string | null | undefined>
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value))
}
