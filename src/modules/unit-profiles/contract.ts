import { contract } from '../../kernel/contract.ts'

export const unitProfilesContract = contract({})
