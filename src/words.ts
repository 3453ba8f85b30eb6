import { translator, type Lang, type Translate, type WordTable } from './kernel/words.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** Every sentence of the product, in both languages: for the server (the browser loads one language at a time). */
export const words: Record<Lang, WordTable> = { zh, en }

export const translate: Record<Lang, Translate> = { zh: translator(zh, 'zh'), en: translator(en, 'en') }
