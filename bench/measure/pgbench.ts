import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { postgresBinaries } from '../../checks/harness/binaries.ts'
import { onDatabase, type Place } from '../place.ts'
import type { Said } from './record.ts'
import { cpuOfFamily } from './cpu.ts'

/** The same statements with other values each time, for PostgreSQL's own measuring client. */
export interface Script {
  file: string
  /** How many sets of values there are. */
  rows: number
}

let made = 0

/**
 * Lays the values into a table of their own, a row per transaction, and writes the statements with variables in their
 * place. Each transaction first looks its row up by key: that look-up counts against pgbench, not against the program.
 */
export async function scriptOf(place: Place, folder: string, model: readonly Said[], rows: readonly (readonly (string | null)[])[]): Promise<Script> {
  const table = `said_${++made}`
  const nulls = model.flatMap(({ values }) => values.map((value) => value === null))
  const columns = nulls.flatMap((isNull, i) => (isNull ? [] : [`v${i}`]))
  const given = rows.map((row) => row.filter((_, i) => !nulls[i]))
  await onDatabase(place, async (client) => {
    await client.query(`create table ${table} (n int primary key${columns.map((name) => `, ${name} text`).join('')})`)
    const records = given.map((row, n) => ({ n, ...Object.fromEntries(row.map((value, i) => [columns[i], value])) }))
    await client.query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1)`, [JSON.stringify(records)])
    await client.query(`vacuum analyze ${table}`)
  })
  let before = 0
  const statements = model.map(({ sql, values }) => {
    const offset = before
    before += values.length
    return `${quietly(sql).replace(/\$(\d+)/g, (_, k: string) => (nulls[offset + Number(k) - 1] ? 'null' : `:v${offset + Number(k) - 1}`))};`
  })
  const fetch = columns.length > 0 ? `select ${columns.join(', ')} from ${table} where n = :n \\gset\n` : ''
  const file = join(folder, `${table}.sql`)
  await writeFile(file, `${fetch}${statements.join('\n')}\n\\set n (:n + 1) % ${rows.length}\n`)
  return { file, rows: rows.length }
}

/** pgbench takes `:MI` for a variable, also within the pattern of a time: there the colons stand in quotes of their own. */
const quietly = (sql: string): string => sql.replaceAll('HH24:MI:SS', 'HH24":"MI":"SS')

export interface Pgbench {
  /** Milliseconds of the server's processor for one transaction, without the cost of connecting. */
  cpu: number
  /** Mean latency in milliseconds. */
  ms: number
}

/** Past the five plans that PostgreSQL makes anew for a prepared statement. */
const warm = 10

/** Runs `times` transactions beyond the warm ones, from row `from` on; what the warm ones cost is measured apart and taken off. */
export async function pgbench(place: Place, script: Script, from: number, times: number): Promise<Pgbench> {
  const once = async (first: number, n: number) => {
    const before = cpuOfFamily(place.server.processId)
    const { stdout, stderr } = await promisify(execFile)(join(postgresBinaries() ?? '', 'pgbench'), [
      '-n', '-M', 'prepared', '-c', '1', '-t', String(n), '-D', `n=${first % script.rows}`, '-f', script.file,
      '-h', new URL(place.url).searchParams.get('host') ?? '', '-U', 'postgres', 'bench',
    ])
    const done = /actually processed: (\d+)/.exec(stdout)?.[1]
    if (Number(done) !== n) throw new Error(`pgbench did ${done} of ${n}: ${stderr}`)
    return { cpu: cpuOfFamily(place.server.processId) - before, ms: Number(/latency average = ([\d.]+)/.exec(stdout)?.[1]) }
  }
  const base = await once(from, warm)
  const whole = await once(from + warm, warm + times)
  return { cpu: Math.max(0, whole.cpu - base.cpu) / times, ms: whole.ms }
}

export const rowsFor = (times: number): number => times + 2 * warm
