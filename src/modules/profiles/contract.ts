import { contract } from '../../kernel/contract.ts'
import { deskVerbs } from './desk-contract.ts'
import { exportVerbs } from './export-contract.ts'
import { mineVerbs } from './mine-contract.ts'

export const profilesContract = contract({ ...mineVerbs, ...deskVerbs, ...exportVerbs })
