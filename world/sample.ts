import { fork, type ChildProcess } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { subsystemRestarted } from '../src/modules/subsystems/restarted.ts'
import type { Tools } from '../src/platform/tools.ts'
import { subsystems } from './persons.ts'
import { addressesOf, type Client } from './sample-subsystem/client.ts'

/** The port beside the platform's, where the sample listens unless somebody else does. */
const portBeside = (port: number): number => (port > 0 && port < 65_535 ? port + 1 : 0)

/** Where the sample is expected to be: the town registers it there, each start corrects it. */
export const sampleOriginOf = (port: number): string => `http://127.0.0.1:${portBeside(port) || 8081}`

export interface Sample {
  origin: string
  stop(): Promise<void>
}

let running: string | null = null

/** Where the sample is now, for the page that shows the demo; null while it does not run. */
export const sampleOrigin = (): string | null => running

const patience = 15_000

function originOf(child: ChildProcess): Promise<string | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), patience)
    const answer = (origin: string | null) => {
      clearTimeout(timer)
      resolve(origin)
    }
    child.once('message', (told: { origin: string }) => answer(told.origin))
    child.once('exit', () => answer(null))
    child.once('error', () => answer(null))
  })
}

/**
 * The demo's subsystems, started as a program of their own; it is told over the channel of
 * processes which clients it is. Whatever goes wrong is said, and the platform runs without it.
 */
export async function startSample(tools: Tools, say: (line: string) => void): Promise<Sample | null> {
  const { publicUrl, port } = tools.config
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(new URL(publicUrl).hostname)) {
    say('示例子系统只在本机演示时启动。The sample subsystem runs in a demonstration on this machine only.')
    return null
  }
  const child = fork(new URL('sample-subsystem/main.ts', import.meta.url), [String(portBeside(port))], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'], execArgv: ['--disable-warning=ExperimentalWarning'], serialization: 'json',
  })
  for (const stream of [child.stdout, child.stderr]) if (stream) createInterface({ input: stream }).on('line', (line) => say(`[示例子系统 sample] ${line}`))
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const origin = await originOf(child)
  if (origin === null) {
    child.kill()
    say('示例子系统未能启动，平台照常运行。The sample subsystem did not start; the platform runs without it.')
    return null
  }
  if (origin !== sampleOriginOf(port)) say(`示例子系统的端口已被占用，改用 ${origin}。The port of the sample subsystem is in use; it listens at ${origin}.`)
  const clients = await keptInStep(tools, origin)
  child.send({ issuer: publicUrl, clients })
  running = origin
  let stopping = false
  void gone.then(() => {
    running = null
    if (!stopping) say('示例子系统已停止，平台照常运行。The sample subsystem stopped; the platform runs on.')
  })
  return {
    origin,
    async stop() {
      stopping = true
      if (child.connected) child.disconnect()
      await gone
    },
  }
}

/** The registry learns where the sample is now; what an administrator made of name and openness stays. */
async function keptInStep(tools: Tools, origin: string): Promise<Client[]> {
  // Beside the demo's keys, for its owner alone: a start that changes nothing leaves no trace in the registry.
  const file = join(tools.config.dataDir, 'sample-secrets.json')
  const held = await readFile(file, 'utf8').then((text) => JSON.parse(text) as Record<string, string>).catch((): Record<string, string> => ({}))
  const clients: Client[] = []
  for (const one of subsystems) {
    const secret = await subsystemRestarted(tools, one.code, addressesOf(origin, one.code), held[one.code] ?? null)
    if (secret !== null) clients.push({ ...one, secret })
  }
  await mkdir(tools.config.dataDir, { recursive: true })
  await writeFile(file, JSON.stringify(Object.fromEntries(clients.map(({ code, secret }) => [code, secret]))), { mode: 0o600 })
  return clients
}
