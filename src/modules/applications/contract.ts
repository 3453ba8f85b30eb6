import { contract } from '../../kernel/contract.ts'

export const applicationsContract = contract({})
