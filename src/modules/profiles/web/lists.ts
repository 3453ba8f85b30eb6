import { identityDocumentTypes } from '../../../codes/identity-document.ts'
import { useAsk } from '../../../web/ask.ts'
import type { Option } from '../../../web/ui/fields.tsx'
import { useLang } from '../../../web/words.ts'
import { listsContract } from '../../lists/contract.ts'

/** A code list of today as the choices of a field, and what its codes are called; a code that no list knows stays a code. */
interface Choices {
  options: readonly Option[]
  nameOf: (code: string | null | undefined) => string
}

export function useList(id: string): Choices {
  const lang = useLang()
  const items = useAsk(listsContract.choices, { id }).value?.items
  const options = (items ?? []).map((c) => ({ value: c.code, label: (lang === 'en' && c.nameEn) || c.name }))
  return { options, nameOf: (code) => (code && items ? (options.find((o) => o.value === code)?.label ?? code) : '') }
}

/** Kinds of identity documents: a list of the house, not of the platform's desk. */
export function useDocumentTypes(): Choices {
  const lang = useLang()
  const options = identityDocumentTypes.items.map((c) => ({ value: c.code, label: (lang === 'en' && c.en) || c.name }))
  return { options, nameOf: (code) => (code ? (options.find((o) => o.value === code)?.label ?? code) : '') }
}
