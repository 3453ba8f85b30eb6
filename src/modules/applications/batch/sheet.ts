import type { Translate } from '../../../kernel/words.ts'
import type { Db } from '../../../platform/db/database.ts'
import type { XlsxColumn, XlsxRow } from '../../../platform/xlsx/write.ts'
import { namedItems } from '../store/batches.ts'

const columns = [['number', 20], ['title', 48], ['leader', 12], ['outcome', 60]] as const

export const outcomeColumns = (translate: Translate): XlsxColumn[] => columns.map(([name, width]) => ({ title: translate(`applications.batch.column.${name}`), width }))

const own: readonly string[] = ['done', 'undone', 'kept']

/** E47: one line per item, its outcome as a sentence; a page at a time. */
export async function* outcomeRows(db: Db, batchId: string, translate: Translate): AsyncGenerator<XlsxRow> {
  for (let after: number | undefined = 0; after !== undefined;) {
    const rows = await namedItems(db, batchId, after, 1001)
    for (const { number, title, leader, outcome, params } of rows.slice(0, 1000)) {
      const said = own.includes(outcome) ? translate(`applications.batch.outcome.${outcome}`) : translate(outcome, params)
      const why = outcome === 'kept' && typeof params.code === 'string' ? `: ${translate(params.code, params)}` : ''
      yield [number, title, leader, `${said}${why}`]
    }
    after = rows[1000]?.nth
  }
}
