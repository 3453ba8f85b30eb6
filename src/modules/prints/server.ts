import type { Handlers } from '../../platform/serve/call.ts'
import type { printsContract } from './contract.ts'

export const printsHandlers: Handlers<typeof printsContract> = {}
