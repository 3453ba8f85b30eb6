import type { Lang, Translate } from '../../../kernel/words.ts'

export interface Said {
  code: string
  params?: Record<string, string | number> | undefined
}

/** A finding as a sentence. Facts that have an English name bring it as `<name>En`. */
export function sayFinding(t: Translate, lang: Lang, { code, params }: Said): string {
  if (!params || lang === 'zh') return t(code, params)
  const own = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, params[`${name}En`] || value]))
  return t(code, own)
}
