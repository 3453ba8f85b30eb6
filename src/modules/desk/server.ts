import type { Handlers } from '../../platform/serve/call.ts'
import type { deskContract } from './contract.ts'

export const deskHandlers: Handlers<typeof deskContract> = {}
