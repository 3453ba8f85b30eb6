import { useWords } from '../words.ts'
import { PageTitle, Sheet } from './page-title.tsx'

/** Where the window arrives that was opened for signing in again. */
export function SignedIn() {
  const t = useWords()
  return <><PageTitle title={t('web.signed_in.title')} /><Sheet width="reading"><p>{t('web.signed_in.text')}</p></Sheet></>
}
