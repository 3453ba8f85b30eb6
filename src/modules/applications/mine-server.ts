import type { Handlers } from '../../platform/serve/call.ts'
import type { mineContract } from './mine-contract.ts'

export const mineHandlers: Handlers<typeof mineContract> = {}
