import { Readable } from 'node:stream'
import { addDays } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import { isRefusal, refuse, unseen, type Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/database.ts'
import { deed } from '../../platform/deed.ts'
import { eventsOf, record } from '../../platform/journal.ts'
import type { Call, Download, Handlers } from '../../platform/serve/call.ts'
import type { Tools } from '../../platform/tools.ts'
import { mostBytes, type legacyContract } from './contract.ts'
import { detectEncoding, detectSeparator, linesOf } from './encoding.ts'
import { eraseFile } from './erase.ts'
import { keepFile } from './file.ts'
import { actorsOf, importById, importForUpdate, importsPage, insertImport, type Change, type Import } from './import-store.ts'
import { canOf, importProcedure, keptDays, type ImportVerb } from './import.ts'
import { happen, room } from './journal.ts'
import { linesAfter, linesPage } from './line-store.ts'
import { firstLine } from './lines.ts'
import { reportHeading, reportLines } from './report.ts'
import { templateFile } from './template.ts'
import { todayOf } from './today.ts'

type Verbs = Handlers<typeof legacyContract>

const stateOf = (one: Pick<Import, 'id' | 'state' | 'version'>) => ({ id: one.id, state: one.state, version: one.version })

/** A deed of the desk on one import: found, decided, done, told. */
function onImport(
  call: Call<{ id: string; version: number }>, verb: ImportVerb,
  act: (one: Import) => { event: string; body?: Record<string, string | number | boolean>; change: Change } | Refusal,
) {
  return deed(call, async (tx) => {
    const one = await importForUpdate(tx, call.input.id)
    if (!one) return unseen()
    const step = importProcedure.step(verb, one.state, ['desk'])
    if (isRefusal(step)) return step
    if (one.version !== call.input.version) return refuse('overtaken', { status: 409 })
    const done = act(one)
    if (isRefusal(done)) return done
    const version = await happen(tx, call.tools, call, one, done, { state: step.to, ...done.change })
    return isRefusal(version) ? version : { id: one.id, state: step.to, version }
  })
}

/** About how many there are, for the progress. */
const linesIn = (bytes: Uint8Array): number => [...linesOf(bytes)].length

const upload: Verbs['upload'] = async (call) => {
  const { tools, actor } = call
  if (!call.upload) return refuse('file.missing', { fields: { file: { code: 'file.missing' } } })
  const kept = await keepFile(tools, call.upload, mostBytes)
  if (isRefusal(kept)) return kept
  const encoding = detectEncoding(kept.bytes)
  const separator = detectSeparator(firstLine(kept.bytes, encoding))
  try {
    const done = await deed(call, async (tx: Tx) => {
      const now = tools.clock.now()
      const id = newId(now.getTime())
      await insertImport(tx, { id, file_name: kept.name, bytes: kept.bytes.length, sha256: kept.sha256, file_key: kept.key, encoding, separator, total: linesIn(kept.bytes), uploaded_by: actor.accountId, created_at: now })
      await record(tx, tools.keyring, call, { room, subject: id, seq: 1, event: 'uploaded', body: { bytes: kept.bytes.length } })
      return { id }
    })
    if (isRefusal(done)) await tools.files.delete(kept.key)
    return done
  } catch (error) {
    await tools.files.delete(kept.key)
    throw error
  }
}

const imports: Verbs['imports'] = async ({ input, tools }) => {
  const { rows, ...page } = await importsPage(tools.db, input)
  return { ...page, rows: rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })) }
}

const look: Verbs['look'] = async ({ input, tools }) => {
  const one = await importById(tools.db, input.id)
  if (!one) return unseen()
  const time = (at: Date | null) => at?.toISOString() ?? null
  return {
    ...stateOf(one), fileName: one.fileName, bytes: one.bytes, encoding: one.encoding, separator: one.separator, total: one.total, done: one.done,
    counts: { ...one.counts }, units: one.units, sendMail: one.sendMail, problem: one.problem ? { code: one.problem, params: one.problemParams } : null,
    ...(await actorsOf(tools.db, one.id)), createdAt: one.createdAt.toISOString(), checkedAt: time(one.checkedAt), importedAt: time(one.importedAt), erasedAt: time(one.erasedAt),
    keptUntil: addDays(one.createdAt, keptDays).toISOString(), can: canOf(one.state, one.counts), timeline: await timelineOf(tools, one.id),
  }
}

async function timelineOf(tools: Tools, id: string) {
  return (await eventsOf(tools.db, tools.keyring, room, id)).map((past) => ({
    event: past.event, at: past.at.toISOString(), by: past.actorName,
    params: Object.fromEntries(Object.entries(past.body).flatMap(([name, value]) => (typeof value === 'string' || typeof value === 'number' ? [[name, value] as const] : []))),
  })).reverse()
}

const lines: Verbs['lines'] = async ({ input, tools }) => {
  if (!(await importById(tools.db, input.id))) return unseen()
  const { rows, ...page } = await linesPage(tools.db, input.id, input)
  return { ...page, rows: rows.map((row) => ({ ...row, found: row.found.map((one) => ({ ...one })) })) }
}

const file = (name: string, text: string): Download => {
  const bytes = Buffer.from(text)
  return { stream: Readable.from([bytes]), contentType: 'text/csv; charset=utf-8', name, bytes: bytes.length }
}

const report: Verbs['report'] = async ({ input, tools, request }) => {
  const one = await importById(tools.db, input.id)
  if (!one) return unseen()
  const t = tools.translate[request.lang]
  const parts = [reportHeading(t)]
  for (let last = 0; ;) {
    const some = await linesAfter(tools.db, one.id, last, 5000)
    for (const row of some) parts.push(reportLines(row, t))
    const end = some.at(-1)
    if (!end || some.length < 5000) break
    last = end.line
  }
  return file(`${t('legacy.report.name', { name: one.fileName.replace(/\.\w{1,5}$/, '') })}.csv`, parts.join(''))
}

const template: Verbs['template'] = async ({ tools, request }) => file(`${tools.translate[request.lang]('legacy.template.name')}.csv`, templateFile(await todayOf(tools)))

/** What was found before counts no more; the report goes once the new one is there. */
const recheck: Verbs['recheck'] = (call) =>
  onImport(call, 'recheck', () => {
    const { encoding, separator } = call.input
    return { event: 'check_asked', body: { encoding, separator }, change: { encoding, separator, attempts: 0, done: 0, problem: null, problem_params: '{}' } }
  })

const start: Verbs['start'] = (call) =>
  onImport(call, 'start', (one) => {
    const { count, sendMail } = call.input
    if (one.counts.ok_new === 0) return refuse('legacy.nothing_new', { status: 409 })
    if (count !== one.counts.ok_new) return refuse('input.invalid', { fields: { count: { code: 'legacy.count.repeat' } } })
    return {
      event: 'started', body: { count, sendMail },
      change: { send_mail: sendMail, started_by: call.actor.accountId, attempts: 0, done: 0, problem: null, problem_params: '{}' },
    }
  })

const discard: Verbs['discard'] = async (call) => {
  const done = await onImport(call, 'discard', () => ({ event: 'discarded', change: {} }))
  if (!isRefusal(done)) await eraseFile(call.tools, done.id)
  return done
}

export const legacyHandlers: Verbs = { upload, imports, look, lines, report, template, recheck, start, discard }
