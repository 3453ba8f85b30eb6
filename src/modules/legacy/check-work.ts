import { isRefusal } from '../../kernel/refusal.ts'
import type { Finding } from '../../kernel/check.ts'
import { transact } from '../../platform/db/transaction.ts'
import { thePlatform } from '../../platform/journal.ts'
import { SealError } from '../../platform/seal/keyring.ts'
import type { Tools } from '../../platform/tools.ts'
import { readFile } from './file.ts'
import { importById, importForUpdate, noteAttempt, noteProgress, type Import } from './import-store.ts'
import { mostAttempts, platformStep, type Counts } from './import.ts'
import { happen } from './journal.ts'
import { knownBy, unitsBy } from './known-store.ts'
import { replaceLines, type ReportLine } from './line-store.ts'
import { outcomes, planOf, type Plan } from './plan.ts'
import { readAll, type ReadFile } from './read.ts'
import { todayOf } from './today.ts'

/** The lines of an import's file, or what is wrong with the file. */
export async function linesOfFile(tools: Tools, one: Import): Promise<ReadFile | Finding> {
  try {
    const bytes = await readFile(tools, one.fileKey ?? '')
    return await readAll(bytes, one, { today: await todayOf(tools), keyring: tools.keyring }, (done) => noteProgress(tools.db, one.id, done))
  } catch (error) {
    if (error instanceof SealError) return { code: 'legacy.problem.sealed' }
    throw error
  }
}

/** What becomes of the lines as things stand in `db`: a transaction, where it must hold. */
export async function planIn(db: Tools['db'], { rows }: ReadFile): Promise<Plan> {
  return planOf(rows, { units: await unitsBy(db, rows.map(({ row }) => row.unit.code)), people: await knownBy(db, rows.map(({ traits }) => traits)) })
}

/** The whole report: lines that were wrong by themselves, and what the plan says of the others. */
export function reportOf(read: ReadFile, plan: Plan): { lines: ReportLine[]; counts: Counts } {
  const byLine = new Map(read.rows.map(({ row }) => [row.line, row]))
  const planned = plan.lines.map((one): ReportLine => ({ ...one, kind: byLine.get(one.line)?.kind ?? null, userName: byLine.get(one.line)?.userName ?? '' }))
  const lines = [...read.wrong, ...planned].sort((a, b) => a.line - b.line)
  const counts = Object.fromEntries(outcomes.map((outcome) => [outcome, lines.filter((one) => one.outcome === outcome).length])) as Record<(typeof outcomes)[number], number>
  return { lines, counts }
}

export const countColumns = (counts: Counts) => ({ n_new: counts.ok_new, n_there: counts.already_there, n_conflict: counts.conflict, n_defect: counts.defect })

/** Checks a file and keeps the report; nothing else is written. Whoever discarded it meanwhile has the last word. */
export async function checkImport(tools: Tools, id: string): Promise<void> {
  if ((await noteAttempt(tools.db, id)) > mostAttempts) return giveUp(tools, id, { code: 'legacy.problem.failed' })
  const one = await importById(tools.db, id)
  if (!one || !platformStep('finish_check', one)) return
  const read = await linesOfFile(tools, one)
  if ('code' in read) return giveUp(tools, id, read)
  const plan = await planIn(tools.db, read)
  const { lines, counts } = reportOf(read, plan)
  const done = await transact(tools.db, tools.constraintWords, async (tx) => {
    const now = await importForUpdate(tx, id)
    const to = platformStep('finish_check', now)
    if (!now || !to || now.version !== one.version) return null
    await replaceLines(tx, id, lines)
    return happen(tx, tools, thePlatform, now, { event: 'checked', body: { total: lines.length, ...counts } }, {
      state: to, attempts: 0, problem: null, problem_params: '{}', total: lines.length, done: lines.length, ...countColumns(counts),
      n_units: plan.newUnits.length, checked_at: tools.clock.now(),
    })
  })
  if (isRefusal(done)) throw new Error(`a check was refused: ${done.code}`)
}

async function giveUp(tools: Tools, id: string, problem: Finding): Promise<void> {
  const done = await transact(tools.db, tools.constraintWords, async (tx) => {
    const now = await importForUpdate(tx, id)
    const to = platformStep('give_up_check', now)
    if (!now || !to) return null
    await replaceLines(tx, id, [])
    return happen(tx, tools, thePlatform, now, { event: 'unreadable' }, {
      state: to, attempts: 0, problem: problem.code, problem_params: JSON.stringify(problem.params ?? {}), total: 0, done: 0,
      n_new: 0, n_there: 0, n_conflict: 0, n_defect: 0, n_units: 0,
    })
  })
  if (isRefusal(done)) throw new Error(`a check was refused: ${done.code}`)
}
