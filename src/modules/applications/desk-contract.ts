import { contract } from '../../kernel/contract.ts'

export const deskContract = contract({})
