import type { WordTable } from '../../kernel/words.ts'

export const zh = {
} as const satisfies WordTable
