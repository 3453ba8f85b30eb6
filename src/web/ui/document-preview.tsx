import { Button } from 'antd'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { Answer } from '../client.ts'
import { useWords } from '../words.ts'
import { Loading } from './loading.tsx'
import { PicturePage } from './picture-page.tsx'
import { Refused } from './refused.tsx'

const PdfPages = lazy(() => import('./pdf-pages.tsx').then((m) => ({ default: m.PdfPages })))

interface Source {
  /** Gets the file: `() => fetchFile(verb, input)`. Its identity decides when it is loaded anew: useCallback. */
  load: () => Promise<Answer<Blob>>
  kind: 'pdf' | 'image'
  name: string
}

/**
 * An uploaded document beside the form: an image, or a PDF drawn page by page onto a canvas. No uploaded file is ever a page
 * of our origin (D24).
 */
export function DocumentPreview({ download, ...source }: Source & {
  /** Address to save it from. */
  download?: string
}) {
  const t = useWords()
  const [round, setRound] = useState(0)
  return (
    <section className="document" aria-label={`${t('web.preview')} ${source.name}`}>
      <div className="document-head">
        <span title={source.name}>{source.name}</span>
        {download && <Button size="small" href={download} download>{t('web.download')}</Button>}
      </div>
      <Contents key={round} {...source} again={() => setRound(round + 1)} />
    </section>
  )
}

function Contents({ load, kind, name, again }: Source & { again: () => void }) {
  const t = useWords()
  const [got, setGot] = useState<{ by: Source['load']; answer: Answer<Blob> } | null>(null)
  const [unreadable, setUnreadable] = useState<Blob | null>(null)
  useEffect(() => {
    let gone = false
    void load().then((answer) => {
      if (!gone) setGot({ by: load, answer })
    })
    return () => void (gone = true)
  }, [load])
  const answer = got?.by === load ? got.answer : null
  if (!answer) return <Loading />
  if (!answer.ok) return <Refused refusal={answer.refusal} again={again} />
  if (unreadable === answer.value) return <p className="notice warn" role="alert">{t('web.preview.failed')}</p>
  const page = { file: answer.value, name, fail: () => setUnreadable(answer.value) }
  return <Suspense fallback={<Loading />}>{kind === 'pdf' ? <PdfPages {...page} /> : <PicturePage {...page} />}</Suspense>
}
