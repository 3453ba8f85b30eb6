import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Place } from '../place.ts'

/** A statement as the program sent it; null stands for SQL's null. */
export interface Said {
  sql: string
  values: (string | null)[]
}

/**
 * What the server wrote down while something was done; the statements of several deeds, one list for each. A list begins when its deed
 * does: what the program does beside (jobs, outbox) while the log is read must not stand in it, however slow the machine is.
 */
export async function recordEach(place: Place, work: (() => Promise<unknown>)[]): Promise<Said[][]> {
  const folder = new URL(place.server.url).searchParams.get('host') ?? ''
  const log = await open(join(folder, 'data/log/bench.json'), 'r')
  let read = (await log.stat()).size
  let text = ''

  /** A word of our own in the log: all that was said before stands before it, whenever the collector writes it. */
  async function upTo(mark: string): Promise<string> {
    await place.control.query(`select '${mark}'`)
    for (let attempt = 0; attempt < 500; attempt++) {
      const length = (await log.stat()).size - read
      const { bytesRead, buffer } = await log.read(Buffer.alloc(length), 0, length, read)
      read += bytesRead
      text += buffer.toString('latin1', 0, bytesRead)
      const end = text.indexOf('\n', text.indexOf(mark))
      if (text.includes(mark) && end >= 0) {
        const before = text.slice(0, end)
        text = text.slice(end + 1)
        return Buffer.from(before, 'latin1').toString()
      }
      await sleep(20)
    }
    throw new Error('the server does not write down what it is asked')
  }
  const logging = async (what: 'all' | 'none') => {
    await place.control.query(`alter system set log_statement = '${what}'`)
    await place.control.query('select pg_reload_conf()')
    await sleep(300)
  }

  try {
    await logging('all')
    const lists: Said[][] = []
    for (const [i, one] of work.entries()) {
      await upTo(`mark before deed ${i}.`)
      await one()
      lists.push((await upTo(`mark of deed ${i}.`)).split('\n').filter(Boolean).flatMap(saidIn))
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
