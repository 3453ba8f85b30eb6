import { contract } from '../../kernel/contract.ts'

export const cityContract = contract({})
