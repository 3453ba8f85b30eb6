import type { Handlers } from '../../platform/serve/call.ts'
import { configureMany } from './batch-server.ts'
import { configure, modules } from './configure-server.ts'
import type { subsystemsContract } from './contract.ts'
import { ask, mine, withdraw } from './person-server.ts'
import { add, change, close, open, registry, renewSecret } from './registry-server.ts'
import { answer, requests } from './request-server.ts'

export const subsystemsServer: Handlers<typeof subsystemsContract> = {
  registry, add, change, renewSecret, close, open, modules, configure, configureMany, requests, answer, mine, ask, withdraw,
}
