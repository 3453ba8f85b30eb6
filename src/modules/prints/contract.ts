import { contract } from '../../kernel/contract.ts'

export const printsContract = contract({})
