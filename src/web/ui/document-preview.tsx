import { Button } from 'antd'
import { lazy, Suspense, useEffect, useState } from 'react'
import { Loading } from './loading.tsx'
import type { Answer } from '../client.ts'
import type { Problem } from '../problem.ts'
import { useWords } from '../words.ts'
import { Refused } from './refused.tsx'

const PdfPages = lazy(() => import('./pdf-pages.tsx'))

/**
 * An uploaded document beside the form: an image, or a PDF drawn page by page onto a canvas. No uploaded file is ever a page
 * of our origin (D24).
 */
export function DocumentPreview({ load, kind, name, download }: {
  /** Gets the file: `() => fetchFile(verb, input)`. Its identity decides when it is loaded anew: useCallback. */
  load: () => Promise<Answer<Blob>>
  kind: 'pdf' | 'image'
  name: string
  /** Address to save it from. */
  download?: string
}) {
  const t = useWords()
  const [file, setFile] = useState<Blob | null>(null)
  const [refusal, setRefusal] = useState<Problem | null>(null)
  const [round, setRound] = useState(0)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let gone = false
    setFile(null)
    setRefusal(null)
    setFailed(false)
    void load().then((answer) => {
      if (gone) return
      if (answer.ok) setFile(answer.value)
      else setRefusal(answer.refusal)
    })
    return () => void (gone = true)
  }, [load, round])
  return (
    <section className="document" aria-label={`${t('web.preview')} ${name}`}>
      <div className="document-head"><span title={name}>{name}</span>{download && <Button size="small" href={download} download>{t('web.download')}</Button>}</div>
      {refusal && <Refused refusal={refusal} again={() => setRound(round + 1)} />}
      {failed && <p className="notice warn" role="alert">{t('web.preview.failed')}</p>}
      {!refusal && !failed && (file
        ? <Suspense fallback={<Loading />}>{kind === 'pdf' ? <PdfPages file={file} name={name} fail={() => setFailed(true)} /> : <Picture file={file} name={name} fail={() => setFailed(true)} />}</Suspense>
        : <Loading />)}
    </section>
  )
}

function Picture({ file, name, fail }: { file: Blob; name: string; fail: () => void }) {
  const t = useWords()
  const [address, setAddress] = useState('')
  const [zoom, setZoom] = useState(1)
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    const url = URL.createObjectURL(file)
    setAddress(url)
    return () => URL.revokeObjectURL(url)
  }, [file])
  return (
    <>
      <div className="document-tools">
        <Button size="small" aria-label={t('web.preview.out')} disabled={zoom <= 0.5} onClick={() => setZoom(zoom / 1.25)}>−</Button>
        <Button size="small" onClick={() => setZoom(1)}>{t('web.preview.fit')}</Button>
        <Button size="small" aria-label={t('web.preview.in')} disabled={zoom >= 5} onClick={() => setZoom(zoom * 1.25)}>+</Button>
        <Button size="small" onClick={() => setTurn((turn + 90) % 360)}>{t('web.preview.rotate')}</Button>
      </div>
      <div className="document-view" tabIndex={0} role="region" aria-label={name}>
        {address && <img src={address} alt={name} onError={fail} style={{ width: `${zoom * 100}%`, transform: `rotate(${turn}deg)` }} />}
      </div>
    </>
  )
}
