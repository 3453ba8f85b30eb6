import type { Handlers } from '../../platform/serve/call.ts'
import { batchHandlers } from './batch/server.ts'
import type { applicationsContract } from './contract.ts'
import { deskHandlers } from './desk/server.ts'
import { listHandlers } from './list/server.ts'
import { mineHandlers } from './mine/server.ts'

export const applicationsHandlers: Handlers<typeof applicationsContract> = { ...mineHandlers, ...deskHandlers, ...listHandlers, ...batchHandlers }
