import type { WordTable } from '../../kernel/words.ts'

/** The pages. */
export const zh = {
  'profiles.title': '个人信息',
} satisfies WordTable
