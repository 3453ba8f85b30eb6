import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import { keysetPage, type KeysetPage, type PageAsk } from '../../platform/db/keyset.ts'
import type { AccountKind } from './columns.ts'
import type { LineFinding, Outcome } from './plan.ts'

export interface ReportLine {
  line: number
  outcome: Outcome
  kind: AccountKind | null
  userName: string
  found: readonly LineFinding[]
}

const atOnce = 5000

/** The report anew, in statements of some thousand lines. */
export async function replaceLines(tx: Tx, importId: string, lines: readonly ReportLine[]): Promise<void> {
  await tx.deleteFrom('legacy_line').where('import_id', '=', importId).execute()
  for (let from = 0; from < lines.length; from += atOnce) {
    await sql`
      insert into legacy_line (import_id, line, outcome, kind, user_name, found)
      select ${importId}::uuid, line, outcome, kind, "userName", found
      from jsonb_to_recordset(${JSON.stringify(lines.slice(from, from + atOnce))}::jsonb) as r (line int, outcome text, kind text, "userName" text, found jsonb)`.execute(tx)
  }
}

interface Row {
  line: number
  outcome: string
  kind: string | null
  user_name: string | null
  found: unknown
}
const lineIn = (row: Row): ReportLine => ({
  line: row.line, outcome: row.outcome as Outcome, kind: row.kind as AccountKind | null, userName: row.user_name ?? '', found: row.found as LineFinding[],
})

export interface LineFilter extends PageAsk {
  outcome?: Outcome | undefined
  line?: number | undefined
  userName?: string | undefined
}

export async function linesPage(db: Db, importId: string, filter: LineFilter): Promise<KeysetPage<ReportLine>> {
  const where = [sql`l.import_id = ${importId}`]
  if (filter.outcome) where.push(sql`l.outcome = ${filter.outcome}`)
  if (filter.line !== undefined) where.push(sql`l.line >= ${filter.line}`)
  if (filter.userName?.trim()) where.push(sql`l.user_name = ${filter.userName.trim().toLowerCase().toWellFormed().replaceAll('\0', '')}`)
  const page = await keysetPage<Row>(db, {
    select: sql`l.line, l.outcome, l.kind, l.user_name, l.found`, from: sql`legacy_line l`, where,
    keys: [{ kind: 'whole', of: sql`l.line` }], descending: false,
  }, filter)
  return { ...page, rows: page.rows.map(lineIn) }
}

/** Some lines after one, for the report as a file. */
export async function linesAfter(db: Db, importId: string, line: number, n: number): Promise<ReportLine[]> {
  const rows = await db.selectFrom('legacy_line').select(['line', 'outcome', 'kind', 'user_name', 'found'])
    .where('import_id', '=', importId).where('line', '>', line).orderBy('line').limit(n).execute()
  return rows.map(lineIn)
}

/** User names stand in a report as long as somebody may still mend the file by it. */
export const eraseNames = (db: Db, before: Date): Promise<unknown> => sql`
  update legacy_line as l set user_name = null from legacy_import i
  where i.id = l.import_id and l.user_name is not null and (i.created_at < ${before} or i.state = 'discarded')`.execute(db)
