import { Notice } from '../../../web/ui/notice.tsx'
import { useWords } from '../../../web/words.ts'

/** S1-34: 说明 1-4, on top of the page. */
export function Notes() {
  const t = useWords()
  return (
    <Notice title={t('units.notes')}>
      <ol>{[1, 2, 3, 4].map((n) => <li key={n}>{t(`units.notes.${n}`)}</li>)}</ol>
    </Notice>
  )
}
