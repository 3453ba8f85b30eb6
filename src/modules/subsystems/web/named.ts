import type { Lang } from '../../../kernel/words.ts'

interface Named {
  name: string
  nameEn: string
  about: string
  aboutEn: string
}

/** English where there is English, the Chinese name otherwise. */
export const nameIn = (lang: Lang, { name, nameEn }: Pick<Named, 'name' | 'nameEn'>): string => (lang === 'en' && nameEn) || name
export const aboutIn = (lang: Lang, { about, aboutEn }: Pick<Named, 'about' | 'aboutEn'>): string => (lang === 'en' && aboutEn) || about

/** `A、B` or `A, B`. */
export const listIn = (lang: Lang, names: readonly string[]): string => names.join(lang === 'zh' ? '、' : ', ')
