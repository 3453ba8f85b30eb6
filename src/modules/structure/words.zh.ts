import type { WordTable } from '../../kernel/words.ts'
import { zh as page } from './words.page.zh.ts'

/** States, verbs, events, refusals; the pages have a table of their own. */
export const zh = {
  'structure.title': '二级单位',

  ...page,
} as const satisfies WordTable
