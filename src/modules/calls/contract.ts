import { contract } from '../../kernel/contract.ts'

export const callsContract = contract({})
