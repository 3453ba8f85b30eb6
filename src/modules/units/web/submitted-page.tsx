import { Link, Navigate } from '@tanstack/react-router'
import { useAsk } from '../../../web/ask.ts'
import { Loaded } from '../../../web/ui/loaded.tsx'
import { Check } from '../../../web/ui/marks.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { Skeleton } from '../../../web/ui/skeleton.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import { unitsContract } from '../contract.ts'

/** 提交成功 (S1-15): what happens next, and that user name and password are to be kept safe. */
export default function SubmittedPage() {
  const t = useWords()
  const lang = useLang()
  const asked = useAsk(unitsContract.mine, {}, { fresh: true })
  return (
    <>
      <PageTitle title={t('units.title.register')} mandate={asked.value?.form.name ?? undefined} />
      <Loaded of={asked}>{(r) => {
        // Right after 提交 the answer of before may still be on the screen.
        if (r?.state !== 'submitted' && asked.refreshing) return <Skeleton />
        if (r?.state !== 'submitted' || !r.waiting) return <Navigate to="/registration" replace />
        const authority = (lang === 'en' && r.waiting.authorityEn) || r.waiting.authority
        return (
          <Sheet width="reading">
            <div className="success" role="status">
              <p className="big"><Check /></p>
              <h2>{t('units.success.title')}</h2>
              <p>{t('units.success.text', { authority })}</p>
              <p>{t('units.success.keep')}</p>
              <p className="deeds"><Link to="/registration" className="onward">{t('units.success.next')}</Link></p>
            </div>
          </Sheet>
        )
      }}</Loaded>
    </>
  )
}
