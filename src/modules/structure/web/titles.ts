import { useAsk } from '../../../web/ask.ts'
import { useLang } from '../../../web/words.ts'
import { listsContract } from '../../lists/contract.ts'

/** What the code of a 职称 is called in the reader's language; one that the list no longer knows stays a code. */
export function useTitles(): (code: string) => string {
  const lang = useLang()
  const items = useAsk(listsContract.choices, { id: 'title_level' }).value?.items
  return (code) => {
    const found = items?.find((item) => item.code === code)
    return found ? (lang === 'en' && found.nameEn) || found.name : items ? code : ''
  }
}
