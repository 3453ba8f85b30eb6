import { Button } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { useWords } from '../words.ts'
import { ScrollRegion } from './scroll-region.tsx'

/** An uploaded image, from memory (`blob:`), with zoom and turning. */
export function PicturePage({ file, name, fail }: { file: Blob; name: string; fail: () => void }) {
  const t = useWords()
  const address = useMemo(() => URL.createObjectURL(file), [file])
  useEffect(() => () => URL.revokeObjectURL(address), [address])
  const [zoom, setZoom] = useState(1)
  const [turn, setTurn] = useState(0)
  return (
    <>
      <div className="document-tools">
        <Button size="small" aria-label={t('web.preview.out')} disabled={zoom <= 0.5} onClick={() => setZoom(zoom / 1.25)}>−</Button>
        <Button size="small" onClick={() => setZoom(1)}>{t('web.preview.fit')}</Button>
        <Button size="small" aria-label={t('web.preview.in')} disabled={zoom >= 5} onClick={() => setZoom(zoom * 1.25)}>+</Button>
        <Button size="small" onClick={() => setTurn((turn + 90) % 360)}>{t('web.preview.rotate')}</Button>
      </div>
      <ScrollRegion className="document-view" label={name}>
        <img src={address} alt={name} onError={fail} style={{ width: `${zoom * 100}%`, transform: `rotate(${turn}deg)` }} />
      </ScrollRegion>
    </>
  )
}
