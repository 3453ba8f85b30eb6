import type { Lang } from '../../../kernel/words.ts'

/** 3月, March. */
export const monthName = (lang: Lang, month: number): string =>
  new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en', { month: lang === 'zh' ? 'numeric' : 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, month - 1, 1)))
