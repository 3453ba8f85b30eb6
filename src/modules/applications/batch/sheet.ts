import type { Translate } from '../../../kernel/words.ts'
import type { Db } from '../../../platform/db/database.ts'
import type { XlsxColumn, XlsxRow } from '../../../platform/xlsx/write.ts'
import { namedItems, type BatchRow } from '../store/batches.ts'
import { sampledOf } from './shown.ts'

type Of = Pick<BatchRow, 'id' | 'verb' | 'sample'>

const widths = { number: 20, title: 48, leader: 12, sample: 12, outcome: 60 } as const
/** N5: which of the sample were opened is said where one was offered. */
const columnsOf = (batch: Of) => (sampledOf(batch) ? (['number', 'title', 'leader', 'sample', 'outcome'] as const) : (['number', 'title', 'leader', 'outcome'] as const))

export const outcomeColumns = (batch: Of, translate: Translate): XlsxColumn[] => columnsOf(batch).map((name) => ({ title: translate(`applications.batch.column.${name}`), width: widths[name] }))

const own: readonly string[] = ['done', 'undone', 'kept']

/** E47: one line per item, its outcome as a sentence; a page at a time. */
export async function* outcomeRows(db: Db, batch: Of, translate: Translate): AsyncGenerator<XlsxRow> {
  const [columns, sample] = [columnsOf(batch), new Map(batch.sample.map(({ id, opened }) => [id, opened]))]
  for (let after: number | undefined = 0; after !== undefined;) {
    const rows = await namedItems(db, batch.id, after, 1001)
    for (const { id, number, title, leader, outcome, params } of rows.slice(0, 1000)) {
      const said = own.includes(outcome) ? translate(`applications.batch.outcome.${outcome}`) : translate(outcome, params)
      const opened = sample.get(id)
      const cells = { number, title, leader, sample: opened === undefined ? '' : translate(opened ? 'applications.batch.sample.is_opened' : 'applications.batch.sample.is_unopened'), outcome: outcome === 'kept' && typeof params.code === 'string' ? translate('applications.batch.outcome.kept_because', { said, why: translate(params.code, params) }) : said }
      yield columns.map((name) => cells[name])
    }
    after = rows[1000]?.nth
  }
}
