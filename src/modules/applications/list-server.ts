import type { Handlers } from '../../platform/serve/call.ts'
import type { listContract } from './list-contract.ts'

export const listHandlers: Handlers<typeof listContract> = {}
