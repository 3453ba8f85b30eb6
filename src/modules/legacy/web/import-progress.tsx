import { Progress } from 'antd'
import { Notice } from '../../../web/ui/notice.tsx'
import { useWords } from '../../../web/words.ts'
import type { ShownImport } from './import-page.tsx'

/** How far the check is; an import is one step, so it has no percentage. */
export function ImportProgress({ one }: { one: ShownImport }) {
  const t = useWords()
  const n = one.state === 'checking' ? one.done : one.counts.ok_new
  return (
    <Notice>
      <p role="status">{t(`legacy.progress.${one.state}`, { n })}</p>
      <div aria-hidden="true"><Progress percent={100} status="active" showInfo={false} /></div>
    </Notice>
  )
}
