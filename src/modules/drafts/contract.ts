import { contract } from '../../kernel/contract.ts'

export const draftsContract = contract({})
