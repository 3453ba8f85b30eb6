import { Sheet, PageTitle } from './page-title.tsx'
import { useWords } from '../words.ts'

export function NotFound() {
  const t = useWords()
  return (
    <>
      <PageTitle title={t('web.not_found.title')} />
      <Sheet width="reading"><p>{t('web.not_found.text')}</p><p><a href="/app/">{t('web.not_found.home')}</a></p></Sheet>
    </>
  )
}
