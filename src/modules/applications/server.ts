import type { Handlers } from '../../platform/serve/call.ts'
import type { applicationsContract } from './contract.ts'

export const applicationsHandlers: Handlers<typeof applicationsContract> = {}
