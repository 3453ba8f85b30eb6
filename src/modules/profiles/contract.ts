import { contract } from '../../kernel/contract.ts'

export const profilesContract = contract({})
