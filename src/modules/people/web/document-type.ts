import { identityDocumentTypes } from '../../../codes/identity-document.ts'
import { useLang } from '../../../web/words.ts'

/** What a kind of document is called in the reader's language; a code that the list does not know stays a code. */
export function useDocumentType(): (code: string | null) => string {
  const lang = useLang()
  return (code) => {
    const found = identityDocumentTypes.items.find((item) => item.code === code)
    return found ? ((lang === 'en' && found.en) || found.name) : (code ?? '')
  }
}
