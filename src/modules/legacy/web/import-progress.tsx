import { Progress } from 'antd'
import { Notice } from '../../../web/ui/notice.tsx'
import { useWords } from '../../../web/words.ts'
import type { ShownImport } from './import-page.tsx'

/** How far the lines are read; what is written then is one step. */
export function ImportProgress({ one }: { one: ShownImport }) {
  const t = useWords()
  const n = one.state === 'checking' ? one.done : one.counts.ok_new
  const percent = one.total > 0 ? Math.min(99, Math.floor((one.done / one.total) * 100)) : 0
  return (
    <Notice>
      <p role="status">{t(`legacy.progress.${one.state}`, { n, total: one.total })}</p>
      <div aria-hidden="true"><Progress percent={percent} status="active" showInfo={false} /></div>
    </Notice>
  )
}
