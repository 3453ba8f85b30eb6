import { useLang } from '../../../../web/words.ts'
import type { Bilingual } from '../../form/definition.ts'
import { said } from '../../said.ts'

/** `const said = useSaid(); said(field.label)`. */
export function useSaid(): (of: Bilingual) => string {
  const lang = useLang()
  return (of) => said(of, lang)
}
