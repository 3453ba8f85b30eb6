import { en as page } from './words.page.en.ts'
import type { zh } from './words.zh.ts'

export const en: Record<keyof typeof zh, string> = {
  'structure.title': 'Secondary units',

  ...page,
}
