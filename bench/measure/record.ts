import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Place } from '../place.ts'

/** A statement as the program sent it; null stands for SQL's null. */
export interface Said {
  sql: string
  values: (string | null)[]
}

/** What the server wrote down while something was done; the statements of several deeds, one list for each. */
export async function recordEach(place: Place, work: (() => Promise<unknown>)[]): Promise<Said[][]> {
  const folder = new URL(place.server.url).searchParams.get('host') ?? ''
  const log = await open(join(folder, 'data/log/bench.json'), 'r')
  const logging = async (what: 'all' | 'none') => {
    await place.control.query(`alter database bench set log_statement = '${what}'`)
    await place.control.query(`alter system set log_statement = '${what}'`)
    await place.control.query('select pg_reload_conf()')
    await sleep(300)
  }
  try {
    await logging('all')
    const lists: Said[][] = []
    for (const one of work) {
      let { size } = await log.stat()
      await one()
      // What was said is in the file a moment later: the collector is a process of its own.
      await sleep(60)
      const length = (await log.stat()).size - size
      const { buffer } = await log.read(Buffer.alloc(length), 0, length, size)
      size += length
      lists.push(buffer.toString().split('\n').filter(Boolean).flatMap(saidIn))
    }
    return lists
  } finally {
    await logging('none')
    await log.close()
  }
}

function saidIn(line: string): Said[] {
  const entry = JSON.parse(line) as { dbname?: string; message?: string; detail?: string }
  const sql = /^(?:statement|execute [^:]+): (.*)$/s.exec(entry.message ?? '')?.[1]
  return sql !== undefined && entry.dbname === 'bench' ? [{ sql: sql.trim(), values: valuesIn(entry.detail ?? '') }] : []
}

/** `parameters: $1 = 'it''s', $2 = NULL` */
export function valuesIn(detail: string): (string | null)[] {
  if (!/^parameters: /i.test(detail)) return []
  return [...detail.matchAll(/\$\d+ = (NULL|'(?:[^']|'')*')/g)].map(([, value = '']) =>
    value === 'NULL' ? null : value.slice(1, -1).replaceAll(`''`, `'`))
}

/** The recordings that say the same texts in the same order, without what the program does beside (jobs, outbox). */
export function alike(lists: readonly Said[][]): Said[][] {
  const often = (sql: string) => lists.filter((list) => list.some((said) => said.sql === sql)).length >= lists.length * 0.8
  const cleaned = lists.map((list) => list.filter(({ sql }) => often(sql)))
  const shape = (list: Said[]) => JSON.stringify(list.map(({ sql, values }) => [sql, values.map((value) => value === null)]))
  const groups = [...Map.groupBy(cleaned, shape).values()].sort((a, b) => b.length - a.length)
  return groups[0] ?? []
}
