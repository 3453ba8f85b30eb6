import { useWords } from '../../../web/words.ts'

/** Beside a field whose change needs review (S2-64); and why it was refused, where it was. */
export function ReviewMark({ remark }: { remark?: string | undefined }) {
  const t = useWords()
  return <><span className="review-mark">{t('profiles.mark.review')}</span>{remark && <span className="remark">{remark}</span>}</>
}
