import { spawn, type ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const main = join(import.meta.dirname, '../../src/main.ts')

/** What one start of the program works on. */
export interface Place {
  dataDir: string
  /** null: the embedded database in `dataDir`. */
  databaseUrl: string | null
  /** Of the demo town: its columns are sealed with these. */
  keys: string
}

/** The real program as a process of its own: `node src/main.ts`, as `npm start` runs it. */
export interface Program {
  url: string
  /** Begins to answer at the same address. `settings`: further variables of its environment, from now on. */
  start(settings?: Record<string, string>): Promise<void>
  /** As Ctrl-C does. */
  stop(): Promise<void>
  /** As a power cut does. */
  kill(): Promise<void>
  health(): Promise<Health>
  /** It was stopped, and has not begun to answer again, or a moment ago: what pages ask by themselves meanwhile comes to nothing. */
  isResting(): boolean
  /** What it complained of: nothing of it may happen in a story. */
  complaints(): string[]
}

export interface Health {
  ok: boolean
  outbox: { waiting: number }
}

const isFree = (port: number): Promise<boolean> => new Promise((resolve) => {
  const probe = createServer().once('error', () => resolve(false)).listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
})

/**
 * Three ports in a row that nobody listens on now: the program's, the sample's, the provider's. Below those that the system lends
 * to whoever connects, and none that another worker tries: while a program rests nobody takes its place.
 */
async function freePorts(): Promise<number> {
  const mine = 3 * (Number(process.env.VITEST_POOL_ID ?? 0) % 4)
  for (let tries = 0; tries < 200; tries++) {
    const port = 20_000 + 12 * Math.floor(Math.random() * 1000) + mine
    const free = await Promise.all([port, port + 1, port + 2].map(isFree))
    if (free.every(Boolean)) return port
  }
  throw new Error('no three ports in a row are free between 20000 and 32000')
}

export async function programAt(place: Place): Promise<Program> {
  const port = await freePorts()
  const url = `http://127.0.0.1:${port}`
  const said: string[] = []
  /** Where the words of the present start begin. */
  let since = 0
  let child: ChildProcess | null = null
  let further: Record<string, string> = {}
  let restsUntil = 0

  const health = async (): Promise<Health> => (await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(5_000) })).json() as Promise<Health>

  async function start(settings: Record<string, string> = further): Promise<void> {
    further = settings
    since = said.length
    child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: process.env.TMPDIR, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
        PORT: String(port), PUBLIC_URL: url, DATA_DIR: place.dataDir, KEYS: place.keys, DEMO: '1', LOG_LEVEL: 'warn',
        // Each person of a story comes from an address of his own, as behind a reverse proxy.
        TRUST_PROXY: 'loopback',
        ...(place.databaseUrl && { DATABASE_URL: place.databaseUrl }), ...further,
      },
    })
    const hear = (chunk: Buffer) => said.push(...chunk.toString().split('\n').filter(Boolean))
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    for (let waited = 0; waited < 120_000; waited += 50) {
      if (child.exitCode !== null) throw new Error(`the program ended with ${child.exitCode}:\n${said.join('\n')}`)
      if (await health().then(({ ok }) => ok, () => false)) {
        // What a browser says of the time before may come a little later.
        restsUntil = Math.min(restsUntil, performance.now() + 2_000)
        return
      }
      await sleep(50)
    }
    throw new Error(`the program does not answer:\n${said.join('\n')}`)
  }

  /** It answers before all that stands beside it has begun: whoever stops it then would break that off. */
  async function hasBegun(starting: ChildProcess): Promise<void> {
    for (let waited = 0; waited < 60_000; waited += 50) {
      if (starting.exitCode !== null || said.slice(since).some((line) => line.includes('Ctrl-C stops it.'))) return
      await sleep(50)
    }
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    const ending = child
    child = null
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return
    const gone = new Promise<void>((resolve) => ending.once('exit', () => resolve()))
    ending.kill(signal)
    await gone
  }

  return {
    url, start, health,
    isResting: () => performance.now() < restsUntil,
    async stop() {
      if (child) await hasBegun(child)
      restsUntil = Infinity
      await end('SIGTERM')
    },
    kill: () => end('SIGKILL'),
    complaints: () => said.filter((line) => /"level":(50|60|"error"|"fatal")/.test(line) || /^\S*Error: /.test(line)),
  }
}
