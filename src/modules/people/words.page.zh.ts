import type { WordTable } from '../../kernel/words.ts'

/** What the pages of this room say. */
export const zh = {} as const satisfies WordTable
