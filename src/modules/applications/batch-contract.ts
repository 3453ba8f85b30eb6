import { contract } from '../../kernel/contract.ts'

export const batchContract = contract({})
