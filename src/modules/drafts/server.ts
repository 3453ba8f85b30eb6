import type { Handlers } from '../../platform/serve/call.ts'
import type { draftsContract } from './contract.ts'

export const draftsHandlers: Handlers<typeof draftsContract> = {}
