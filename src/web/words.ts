import { useSyncExternalStore } from 'react'
import { translator, type Lang, type Translate, type WordTable } from '../kernel/words.ts'
import { zh } from '../words.zh.ts'

/** The language of this page and its words. Chinese comes with the page, English when it is first chosen. */
interface Spoken {
  lang: Lang
  t: Translate
}

const tables: Partial<Record<Lang, WordTable>> = { zh }
let spoken: Spoken = { lang: 'zh', t: translator(zh, 'zh') }
const listeners = new Set<() => void>()

/** Changes the language of the page in place; nothing typed is lost. */
export async function speak(lang: Lang): Promise<void> {
  const table = tables[lang] ?? (tables[lang] = (await import('../words.en.ts')).en)
  spoken = { lang, t: translator(table, lang) }
  document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en'
  for (const listener of listeners) listener()
}

const listen = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** A sentence outside of React. */
export const say: Translate = (key, params) => spoken.t(key, params)

/** `const t = useWords(); t('units.state.draft')`. */
export const useWords = (): Translate => useSyncExternalStore(listen, () => spoken).t

export const useLang = (): Lang => useSyncExternalStore(listen, () => spoken).lang
