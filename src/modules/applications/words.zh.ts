import { zh as desk } from './words.desk.page.zh.ts'
import { zh as list } from './words.list.zh.ts'
import { zh as mine } from './words.mine.page.zh.ts'
import { zh as procedure } from './words.procedure.zh.ts'

export const zh = { ...procedure, ...list, ...mine, ...desk, 'applications.title': '申报书' } as const
