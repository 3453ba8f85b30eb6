import type { Lang } from '../../../../kernel/words.ts'
import { useLang } from '../../../../web/words.ts'
import type { Bilingual } from '../../form/definition.ts'

/** A sentence of a form in one language; the Chinese one where the English one was left empty. */
export const saidIn = (lang: Lang, of: Bilingual): string => (lang === 'en' && of.en ? of.en : of.zh)

/** `const said = useSaid(); said(field.label)`. */
export function useSaid(): (of: Bilingual) => string {
  const lang = useLang()
  return (of) => saidIn(lang, of)
}
