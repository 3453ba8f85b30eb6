import type { Handlers } from '../../platform/serve/call.ts'
import type { callsContract } from './contract.ts'

export const callsHandlers: Handlers<typeof callsContract> = {}
