import { contract } from '../../kernel/contract.ts'

export const structureContract = contract({})
