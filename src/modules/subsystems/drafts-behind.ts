import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { Tools } from '../../platform/tools.ts'

/** 项目管理 is the subsystem of this code where it is opened person by person (D25). */
const projectModule = 'projects'

/** Applications that were begun and are not submitted, and of how many people: they freeze when 项目管理 is taken from these (E11). */
export interface DraftsBehind {
  drafts: number
  people: number
}

/** None but for 项目管理, and only where people enter it as a subsystem. The room of applications comes later and writes them; here they are counted. */
export const hasDrafts = ({ config }: Pick<Tools, 'config'>, { code }: { code: string }): boolean => config.profile === 'tianjin' && code === projectModule

/** Of one person of a unit. */
export async function draftsOf(db: Db, accountId: string, unitId: string): Promise<number> {
  const { n } = await db.selectFrom('application').select((e) => e.cast<number>(e.fn.countAll(), 'integer').as('n'))
    .where('account_id', '=', accountId).where('unit_id', '=', unitId).where('state', 'in', ['draft', 'returned', 'withdrawn']).executeTakeFirstOrThrow()
  return n
}

/** Of all who may be in this subsystem by what it is open to. */
export async function draftsBehind(db: Db, subsystemId: string): Promise<DraftsBehind> {
  const { rows: [row] } = await sql<DraftsBehind>`
    select count(*)::int as drafts, count(distinct a.account_id)::int as people
    from application a join person p on p.account_id = a.account_id and p.unit_id = a.unit_id join subsystem s on s.id = ${subsystemId} and s.is_open
    where a.state in ('draft','returned','withdrawn') and (s.open_to = 'everybody'
      or exists (select from subsystem_grant g where g.person_id = p.id and g.subsystem_id = s.id and g.unit_id = p.unit_id and upper_inf(g.during)))`.execute(db)
  return row ?? { drafts: 0, people: 0 }
}
