import type { Config } from '../src/config.ts'
import { startSimulation, type Simulation } from './provider.ts'
import { subjects } from './simulated-provider/subjects.ts'

/** Behind the port of the sample subsystems. */
const portOf = (port: number): number => (port > 0 && port < 65_534 ? port + 2 : 0)

/**
 * The demo's identity provider beside it, unless one is configured: the platform is told where it is, and shows its two doors
 * from then on. Whatever goes wrong is said, and the platform runs with local accounts.
 */
export async function startDemoProvider(config: Config, say: (line: string) => void): Promise<Simulation | null> {
  if (config.identity !== null) return null
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(new URL(config.publicUrl).hostname)) {
    say('模拟身份提供方只在本机演示时启动。The simulated identity provider runs in a demonstration on this machine only.')
    return null
  }
  const simulation = await startSimulation(config.publicUrl, portOf(config.port), subjects, say)
  if (simulation === null) {
    say('模拟身份提供方未能启动，平台照常运行。The simulated identity provider did not start; the platform runs without it.')
    return null
  }
  config.identity = simulation.identity
  return simulation
}
