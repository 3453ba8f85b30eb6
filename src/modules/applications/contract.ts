import { contract } from '../../kernel/contract.ts'
import { batchContract } from './batch/contract.ts'
import { deskContract } from './desk/contract.ts'
import { listContract } from './list/contract.ts'
import { mineContract } from './mine/contract.ts'

/** What leaders ask, what desks ask of one application, of their lists, and of many at once. */
export const applicationsContract = contract({ ...mineContract, ...deskContract, ...listContract, ...batchContract })
