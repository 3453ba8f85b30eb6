import type { Handlers } from '../../platform/serve/call.ts'
import type { batchContract } from './batch-contract.ts'

export const batchHandlers: Handlers<typeof batchContract> = {}
