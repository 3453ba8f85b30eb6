import type { Handlers } from '../../platform/serve/call.ts'
import type { deskContract } from './desk-contract.ts'

export const deskHandlers: Handlers<typeof deskContract> = {}
