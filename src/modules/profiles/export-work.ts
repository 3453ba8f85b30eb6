import { Readable } from 'node:stream'
import { maskDocument, maskMobile } from '../../codes/mask.ts'
import { addDays, minuteOf } from '../../kernel/clock.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import type { Lang } from '../../kernel/words.ts'
import { keysetTurn } from '../../platform/db/keyset.ts'
import type { Job } from '../../platform/jobs.ts'
import { notify } from '../../platform/outbox/notify.ts'
import { record, thePlatform } from '../../platform/journal.ts'
import { transact } from '../../platform/db/transaction.ts'
import type { Tools } from '../../platform/tools.ts'
import { writeXlsx, type XlsxRow } from '../../platform/xlsx/write.ts'
import { openPhone } from '../accounts/index.ts'
import { nameOf } from '../lists/index.ts'
import { endExport, expiredExports, orderIn, reachIn, stillActs, waitingExports, type ExportRow } from './export-store.ts'
import { exportRoom } from './export-server.ts'
import { recordExported } from './exported-look.ts'
import { listOf, type ListedReview } from './list-store.ts'
import { openDocument } from './review-store.ts'

const drawer = 'exports'
/** How long a workbook can be fetched. */
const daysKept = 1
const mostBytes = 200 * 1_048_576
const pageSize = 500

/** The columns of the manual (S2-48), without 操作. */
const columns = [
  ['name', 12], ['sex', 8], ['document_type', 24], ['document', 22], ['phone', 16], ['education', 14], ['title', 10], ['unit', 32], ['secondary_unit', 24], ['updated_at', 18], ['state', 14],
] as const

async function rowOf(tools: Tools, lang: Lang, row: ListedReview): Promise<XlsxRow> {
  const { db, config, keyring, translate } = tools
  const [document, phone] = [openDocument(keyring, row.document), openPhone(keyring, row.phone)]
  const name = (list: string, code: string | null) => (code ? nameOf(db, config, list, code, lang) : '')
  return [
    row.name, await name('sex', row.sex), await name('identity_document_type', document.type), maskDocument(document.number), phone ? maskMobile(phone) : '',
    await name('education_choice', row.education), await name('title_level', row.title), row.unit_name, row.secondary_unit_name ?? '', minuteOf(row.updated_at),
    translate[lang](`profiles.state.${row.state}`),
  ]
}

/** The list as it is now, a page at a time; says who was in it. */
async function* rowsOf(tools: Tools, export_: ExportRow, people: string[]): AsyncGenerator<XlsxRow> {
  const { filters, lang } = orderIn(tools.keyring, export_)
  const list = listOf(tools.keyring, reachIn(export_), filters)
  for (let after: string | undefined; ;) {
    const turn = await keysetTurn<ListedReview>(tools.db, list, { size: pageSize, ...(after && { after }) })
    for (const row of turn.rows) {
      people.push(row.person_id)
      yield await rowOf(tools, lang, row)
    }
    if (!turn.next) return
    after = turn.next
  }
}

async function make(tools: Tools, row: ExportRow): Promise<void> {
  const { files, clock, log } = tools
  if (!(await stillActs(tools.db, row))) return void (await endExport(tools.db, row, { state: 'failed', done_at: clock.now() }))
  const { lang } = orderIn(tools.keyring, row)
  const people: string[] = []
  const translate = tools.translate[lang]
  const workbook = writeXlsx({
    sheetName: translate('profiles.export.sheet'), columns: columns.map(([name, width]) => ({ title: translate(`profiles.export.column.${name}`), width })), rows: rowsOf(tools, row, people),
  })
  const stored = await files.put(Readable.from(workbook), { maxBytes: mostBytes, drawer })
  if (isRefusal(stored)) {
    log.error({ exportId: row.id, code: stored.code }, 'a workbook was not kept')
    return void (await endExport(tools.db, row, { state: 'failed', done_at: clock.now() }))
  }
  const now = clock.now()
  await transact(tools.db, tools.constraintWords, async (tx) => {
    if (!(await endExport(tx, row, { state: 'made', rows: people.length, file_key: stored.key, done_at: now, expires_at: addDays(now, daysKept) }))) return true
    await record(tx, tools.keyring, thePlatform, { room: exportRoom, subject: row.id, seq: 2, event: 'made', body: { rows: people.length } })
    await recordExported(tx, tools, row, people)
    await notify(tx, tools.keyring, {
      room: exportRoom, subject: row.id, seq: 2, template: 'profiles.notice.exported', lang, to: [{ channel: 'inbox', accountId: row.asked_by }],
      params: { n: people.length, until: minuteOf(addDays(now, daysKept)), link: '/app/center/reviews' },
    })
    return true
  })
}

/** A workbook goes after a day, and so does a file that no row came to name. */
async function expire(tools: Tools): Promise<void> {
  const now = tools.clock.now()
  for (const row of await expiredExports(tools.db, now)) {
    if (row.file_key) await tools.files.delete(row.file_key)
    await endExport(tools.db, row, { state: 'expired', file_key: null })
  }
  for (const key of await tools.files.keysIn(drawer, addDays(now, -2 * daysKept))) await tools.files.delete(key)
}

export const exportJobs: readonly Job[] = [
  {
    name: 'profiles.export',
    everySeconds: 5,
    async run(tools) {
      for (const row of await waitingExports(tools.db)) {
        // One that cannot be made is told as such, and does not keep the others waiting for ever.
        await make(tools, row).catch(async (error: unknown) => {
          tools.log.error({ err: error, exportId: row.id }, 'a workbook was not made')
          await endExport(tools.db, row, { state: 'failed', done_at: tools.clock.now() })
        })
      }
    },
  },
  { name: 'profiles.expire_exports', everySeconds: 900, run: expire },
]
