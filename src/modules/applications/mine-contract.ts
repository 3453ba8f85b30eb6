import { contract } from '../../kernel/contract.ts'

export const mineContract = contract({})
