import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createInterface } from 'node:readline'
import type { IdentitySettings } from '../src/config/identity.ts'
import type { Subject, Told } from './simulated-provider/subject.ts'

export interface Simulation {
  identity: IdentitySettings
  origin: string
  /** Others from now on, or the same with other facts. */
  knows(subjects: readonly Subject[]): Promise<void>
  stop(): Promise<void>
}

const patience = 15_000

/**
 * The simulated identity provider, started as a program of its own (S2-01), with clients for the platform at `publicUrl`: one
 * for each door. null where it does not start; the platform runs without it.
 */
export async function startSimulation(publicUrl: string, port: number, subjects: readonly Subject[], say: (line: string) => void): Promise<Simulation | null> {
  const child = fork(new URL('simulated-provider/main.ts', import.meta.url), [String(port)], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'], execArgv: ['--disable-warning=ExperimentalWarning'], serialization: 'json',
  })
  for (const stream of [child.stdout, child.stderr]) if (stream) createInterface({ input: stream }).on('line', (line) => say(`[模拟身份提供方 identity provider] ${line}`))
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const heard = <T>() => new Promise<T | null>((resolve) => {
    const answer = (told: T | null) => {
      clearTimeout(timer)
      child.off('message', said).off('exit', died).off('error', died)
      resolve(told)
    }
    const [said, died] = [(told: unknown) => answer(told as T), () => answer(null)]
    const timer = setTimeout(died, patience)
    child.on('message', said).on('exit', died).on('error', died)
  })
  const begun = await heard<{ origin: string }>()
  if (!begun) {
    child.kill()
    return null
  }
  const { origin } = begun
  const client = (id: string) => ({ id, secret: randomBytes(24).toString('base64url'), redirectUris: [`${publicUrl}/city/callback`], logoutUris: [`${publicUrl}/`] })
  const clients = [client('kehui-legal'), client('kehui-person')]
  const knows = async (now: readonly Subject[]) => {
    const done = heard()
    child.send({ clients, subjects: now } satisfies Told)
    await done
  }
  await knows(subjects)
  const [legal, person] = clients.map(({ id, secret }) => ({ id, secret }))
  if (!legal || !person) throw new Error('no clients')
  return {
    identity: { issuer: origin, legal, person }, origin, knows,
    async stop() {
      if (child.connected) child.disconnect()
      await gone
    },
  }
}
