import type { Lang } from '../../kernel/words.ts'
import type { Bilingual } from './form/definition.ts'

/** A sentence of a call in the reader's language; the English one may be missing and falls back to the Chinese one. */
export const said = (sentence: Bilingual, lang: Lang): string => (lang === 'en' && sentence.en !== '' ? sentence.en : sentence.zh)

/** The language that `said` gave. */
export const langOf = (sentence: Bilingual, lang: Lang): 'en' | 'zh-CN' => (lang === 'en' && sentence.en !== '' ? 'en' : 'zh-CN')
