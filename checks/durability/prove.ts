import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { openDatabase } from '../../src/platform/db/database.ts'

export type Place = { dataDir: string } | { url: string }

export interface Proof {
  rounds: number
  acknowledged: number
}

/**
 * Kills the writer (or, on a server, its backend process: `victim`) in the middle of its writes, opens the database
 * again and looks for every row that was acknowledged. Throws as soon as one is missing or torn.
 */
export async function proveKill(place: Place, rounds: number, victim: 'program' | 'backend' = 'program'): Promise<Proof> {
  let last = 0
  for (let round = 0; round < rounds; round++) {
    last = Math.max(last, await writeUntilKilled(place, victim))
    await look(place, last)
  }
  return { rounds, acknowledged: last }
}

/** Gives the number of the last row that the writer was told is there. */
async function writeUntilKilled(place: Place, victim: 'program' | 'backend'): Promise<number> {
  const args = 'url' in place ? ['url', place.url] : ['dataDir', place.dataDir]
  const writer = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'writer.ts'), ...args], {
    stdio: ['ignore', 'pipe', victim === 'program' ? 'inherit' : 'ignore'],
  })
  const ended = once(writer, 'exit')
  let last = 0
  let pid = 0
  // Somewhere in the first thousand rows, so that full segments and steady writing are both met; never before the
  // first of them, since a round in which nothing was acknowledged proves nothing.
  const fatal = 1 + Math.floor(Math.random() ** 2 * 1000)
  let told = 0
  for await (const line of createInterface({ input: writer.stdout })) {
    if (line.startsWith('pid ')) {
      pid = Number(line.slice(4))
      continue
    }
    last = Number(line)
    if (++told !== fatal) continue
    // Not at the moment of an answer, but a little later, within the next write.
    setTimeout(() => (victim === 'program' ? writer.kill('SIGKILL') : process.kill(pid, 'SIGKILL')), Math.random() * 4)
  }
  await ended
  if (told < fatal) throw new Error(`the writer ended by itself after ${told} rows`)
  return last
}

async function look(place: Place, acknowledged: number): Promise<void> {
  const database = await openAgain(place)
  try {
    const { rows } = await database.pool.query<{ n: number; whole: number }>(
      'select count(*) as n, count(*) filter (where twice = 2 * n and length(filler) = n % 900) as whole from written where n <= $1',
      [acknowledged],
    )
    const { n = 0, whole = 0 } = rows[0] ?? {}
    if (n !== acknowledged) throw new Error(`${acknowledged - n} of ${acknowledged} acknowledged rows are lost`)
    if (whole !== n) throw new Error(`${n - whole} rows are torn`)
  } finally {
    await database.close()
  }
}

/** A server that recovers from the death of a backend answers again after a moment; on a slow disk that may be a minute. */
async function openAgain(place: Place) {
  for (let attempt = 0; ; attempt++) {
    try {
      return await openDatabase(place)
    } catch (error) {
      if (!('url' in place) || attempt === 600) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}
