import { Button } from 'antd'
import { Facts } from '../../../web/ui/facts.tsx'
import { Sheet } from '../../../web/ui/page-title.tsx'
import { sizeInWords } from '../../../web/ui/size.ts'
import { Day, Time } from '../../../web/ui/time.tsx'
import { useWords } from '../../../web/words.ts'
import type { Encoding } from '../encoding.ts'
import type { ShownImport } from './import-page.tsx'

export const encodingWord = (encoding: Encoding) => (encoding === 'utf-8' ? 'legacy.encoding.utf8' : 'legacy.encoding.gb18030')

/** How the file was read, and how long it is kept. */
export function FileFacts({ one, ask }: { one: ShownImport; ask: (deed: 'recheck' | 'discard') => void }) {
  const t = useWords()
  const rows = [
    { label: t('legacy.fact.by'), value: <>{one.by} <Time at={one.createdAt} /></> },
    { label: t('legacy.fact.size'), value: sizeInWords(one.bytes) },
    { label: t('legacy.fact.encoding'), value: t(encodingWord(one.encoding)) },
    { label: t('legacy.fact.separator'), value: t(`legacy.separator.${one.separator}`) },
    ...(one.checkedAt && one.state !== 'checking' ? [{ label: t('legacy.fact.lines'), value: String(one.total) }, { label: t('legacy.fact.units'), value: String(one.units) }] : []),
    one.erasedAt ? { label: t('legacy.fact.erased'), value: <Time at={one.erasedAt} /> } : { label: t('legacy.fact.kept'), value: <Day at={one.keptUntil} /> },
  ]
  return (
    <Sheet title={t('legacy.facts')} deed={
      <span className="row-deeds">
        {one.can.includes('recheck') && <Button onClick={() => ask('recheck')}>{t('legacy.verb.recheck')}</Button>}
        {one.can.includes('discard') && <Button onClick={() => ask('discard')}>{t('legacy.verb.discard')}</Button>}
      </span>
    }>
      <Facts rows={rows} columns={2} />
    </Sheet>
  )
}
