import { Button } from 'antd'
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.min.mjs'
import type { PDFDocumentProxy } from 'pdfjs-dist'
// oxlint-disable-next-line import/default -- Vite makes the default: the worker's address
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'
import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent } from 'react'
import { useWords } from '../words.ts'
import { ScrollRegion } from './scroll-region.tsx'

pdfjs.GlobalWorkerOptions.workerSrc = workerAddress
const tables = `${import.meta.env.BASE_URL}assets/pdfjs/`

/** A PDF, one page at a time on a canvas; arrows turn the pages, + and - zoom. Nothing in it runs, no link leads out. */
export function PdfPages({ file, name, fail }: { file: Blob; name: string; fail: () => void }) {
  const t = useWords()
  const [document, setDocument] = useState<PDFDocumentProxy | null>(null)
  const [n, setN] = useState(1)
  const [zoom, setZoom] = useState(1)
  const [turn, setTurn] = useState(0)
  const failed = useEffectEvent(() => fail())
  const view = useRef<HTMLElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)

  useEffect(() => {
    let gone = false
    let task: ReturnType<typeof pdfjs.getDocument> | null = null
    void file.arrayBuffer().then(async (data) => {
      if (gone) return
      // No wasm: the Content-Security-Policy does not allow it.
      task = pdfjs.getDocument({
        data, enableXfa: false, useWasm: false,
        cMapUrl: `${tables}cmaps/`, standardFontDataUrl: `${tables}standard_fonts/`, wasmUrl: `${tables}wasm/`,
      })
      const loaded = await task.promise
      if (!gone) setDocument(loaded)
    }).catch(() => !gone && failed())
    return () => {
      gone = true
      void task?.destroy()
    }
  }, [file])

  useEffect(() => {
    if (!document || !canvas.current || !view.current) return
    const target = canvas.current
    const room = view.current.clientWidth - 2
    let work: { cancel: () => void; promise: Promise<unknown> } | null = null
    let gone = false
    void document.getPage(n).then((page) => {
      if (gone) return
      const rotation = (page.rotate + turn) % 360
      const scale = (room / page.getViewport({ scale: 1, rotation }).width) * zoom
      // No canvas larger than 16 million pixels: phones refuse it.
      const base = page.getViewport({ scale, rotation })
      const sharp = Math.min(devicePixelRatio || 1, Math.sqrt(16_000_000 / (base.width * base.height)))
      const viewport = page.getViewport({ scale: scale * sharp, rotation })
      target.width = Math.floor(viewport.width)
      target.height = Math.floor(viewport.height)
      target.style.width = `${Math.floor(base.width)}px`
      work = page.render({ canvas: target, viewport })
      work.promise.catch((error: unknown) => error instanceof Error && error.name !== 'RenderingCancelledException' && failed())
    }).catch(() => !gone && failed())
    return () => {
      gone = true
      work?.cancel()
    }
  }, [document, n, zoom, turn])

  const of = document?.numPages ?? 1
  const to = (page: number) => setN(Math.min(of, Math.max(1, page)))
  const press = (event: KeyboardEvent) => {
    const deed = {
      PageDown: () => to(n + 1), PageUp: () => to(n - 1), ArrowRight: () => to(n + 1), ArrowLeft: () => to(n - 1), Home: () => to(1), End: () => to(of),
      '+': () => setZoom(Math.min(5, zoom * 1.25)), '=': () => setZoom(Math.min(5, zoom * 1.25)), '-': () => setZoom(Math.max(0.5, zoom / 1.25)), '0': () => setZoom(1),
    }[event.key]
    if (!deed || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    deed()
  }
  return (
    <>
      <div className="document-tools">
        {of > 1 && <Button size="small" disabled={n <= 1} onClick={() => to(n - 1)}>{t('web.preview.previous')}</Button>}
        <output>{t('web.preview.page', { n, of })}</output>
        {of > 1 && <Button size="small" disabled={n >= of} onClick={() => to(n + 1)}>{t('web.preview.next')}</Button>}
        <Button size="small" aria-label={t('web.preview.out')} disabled={zoom <= 0.5} onClick={() => setZoom(zoom / 1.25)}>−</Button>
        <Button size="small" onClick={() => setZoom(1)}>{t('web.preview.fit')}</Button>
        <Button size="small" aria-label={t('web.preview.in')} disabled={zoom >= 5} onClick={() => setZoom(zoom * 1.25)}>+</Button>
        <Button size="small" onClick={() => setTurn((turn + 90) % 360)}>{t('web.preview.rotate')}</Button>
      </div>
      <ScrollRegion className="document-view" ref={view} label={name} onKeyDown={press}>
        <canvas ref={canvas}>{name} {t('web.preview.page', { n, of })}</canvas>
      </ScrollRegion>
    </>
  )
}
