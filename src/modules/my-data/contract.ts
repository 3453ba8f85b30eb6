import { contract } from '../../kernel/contract.ts'

export const myDataContract = contract({})
