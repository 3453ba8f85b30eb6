import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** The program as production starts it, in a process of its own, listening on loopback. */
export interface Program {
  processId: number
  port: number
  stop(): Promise<void>
}

/** `more`: further settings, as an operator sets them. */
export async function startProgram(databaseUrl: string, keys: string, more: Readonly<Record<string, string>> = {}): Promise<Program> {
  const port = await freePort()
  const dataDir = await mkdtemp(join(tmpdir(), 'kehui-bench-'))
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, '../src/main.ts')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      PATH: process.env.PATH, TMPDIR: process.env.TMPDIR, NODE_ENV: 'production', DEMO: '0', LOG_LEVEL: 'warn',
      DATABASE_URL: databaseUrl, DATA_DIR: dataDir, KEYS: keys, PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}`, REQUESTS_PER_MINUTE: '1000000', ...more,
    },
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => void (said += chunk.toString()))
  process.once('exit', () => child.kill('SIGKILL'))
  const stop = async () => {
    await end(child)
    await rm(dataDir, { recursive: true, force: true })
  }
  for (let attempt = 0; attempt < 600 && child.exitCode === null; attempt++) {
    const healthy = await fetch(`http://127.0.0.1:${port}/healthz`).then((answer) => answer.ok, () => false)
    if (healthy && child.pid) return { processId: child.pid, port, stop }
    await sleep(100)
  }
  await stop()
  throw new Error(`the program did not start:\n${said}`)
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}
