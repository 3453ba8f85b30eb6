import { contract } from '../../kernel/contract.ts'

export const listContract = contract({})
