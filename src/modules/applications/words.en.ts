import { en as desk } from './words.desk.page.en.ts'
import { en as list } from './words.list.en.ts'
import { en as mine } from './words.mine.page.en.ts'
import { en as procedure } from './words.procedure.en.ts'
import type { zh } from './words.zh.ts'

export const en: Record<keyof typeof zh, string> = { ...procedure, ...list, ...mine, ...desk, 'applications.title': 'Applications' }
