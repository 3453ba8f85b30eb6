import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { chownSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { ordinaryAccount } from './account.ts'
import { postgresBinaries } from './binaries.ts'

export interface TestServer {
  /** Of the database `postgres`; reached by a socket in a folder that only its account and root may enter. */
  url: string
  processId: number
  stop(): Promise<void>
}

/**
 * A PostgreSQL server of our own, in a folder under the temporary one, without a port. It ends with the process that
 * started it, even if that is killed: a small shell holds the other end of a pipe, and stops the server and removes
 * the folder when the pipe breaks. With `durable`, commits reach the disk as in production; otherwise speed comes first.
 * `more` are lines of the server's settings that come after ours and win.
 */
export async function startPostgres({ durable = false, more = [] }: { durable?: boolean; more?: readonly string[] } = {}): Promise<TestServer> {
  const binaries = postgresBinaries()
  if (!binaries) throw new Error('there is no PostgreSQL server (15 or newer) on this machine: `npm test` installs one, or set KEHUI_POSTGRES_BIN')
  const account = ordinaryAccount()
  const folder = mkdtempSync(join(shortTemp(), 'kehui-pg-'))
  if (account) chownSync(folder, account.uid, account.gid)
  const as = account ? { uid: account.uid, gid: account.gid, cwd: folder } : { cwd: folder }
  const data = join(folder, 'data')

  await promisify(execFile)(join(binaries, 'initdb'), [
    '--pgdata', data, '--username', 'postgres', '--auth', 'trust', '--encoding', 'UTF8', '--locale', 'C.UTF-8', '--no-sync',
  ], { ...as, env: { ...process.env, LC_ALL: 'C.UTF-8', HOME: folder } })
  writeFileSync(join(data, 'postgresql.auto.conf'), settings(folder, durable, more))

  const keeper = spawn('/bin/sh', ['-c', keep, 'sh', join(binaries, 'postgres'), data, folder], {
    ...as, detached: true, stdio: ['pipe', 'pipe', 'ignore'],
  })
  const url = `postgres:///postgres?host=${folder}&user=postgres`
  try {
    const processId = await firstNumber(keeper)
    await untilReady(url, keeper)
    keeper.unref()
    return { url, processId, stop: () => stop(keeper) }
  } catch (error) {
    await stop(keeper)
    throw error
  }
}

/** Starts the server, tells its process number, and ends it when the pipe to standard input closes. */
const keep = `
"$1" -D "$2" >"$3/log" 2>&1 </dev/null &
echo $!
cat >/dev/null
kill -QUIT $!
wait $!
rm -rf "$3"`

const settings = (folder: string, durable: boolean, more: readonly string[]): string =>
  [
    `listen_addresses = ''`,
    `unix_socket_directories = '${folder}'`,
    'max_connections = 200',
    'shared_buffers = 128MB',
    'autovacuum = off',
    'jit = off',
    'deadlock_timeout = 200ms',
    ...(durable ? [] : ['fsync = off', 'synchronous_commit = off', 'full_page_writes = off']),
    ...more,
  ].join('\n') + '\n'

/** The path of a socket holds 107 bytes at most. */
function shortTemp(): string {
  const folder = tmpdir().length < 60 ? tmpdir() : '/tmp'
  mkdirSync(folder, { recursive: true })
  return folder
}

async function firstNumber(keeper: ChildProcess): Promise<number> {
  for await (const chunk of keeper.stdout ?? []) {
    keeper.stdout?.destroy()
    return Number(String(chunk))
  }
  throw new Error('the shell that keeps the PostgreSQL server ended at once')
}

async function untilReady(url: string, keeper: ChildProcess): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const client = new pg.Client(url)
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      if (attempt > 300 || keeper.exitCode !== null) throw new Error('the PostgreSQL server of the tests did not start', { cause: error })
      await sleep(50)
    }
  }
}

function stop(keeper: ChildProcess): Promise<void> {
  if (keeper.exitCode !== null || keeper.signalCode !== null) return Promise.resolve()
  keeper.ref()
  const ended = new Promise<void>((resolve) => keeper.once('exit', () => resolve()))
  keeper.stdin?.end()
  return ended
}
