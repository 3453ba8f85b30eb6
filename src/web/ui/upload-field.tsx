import { Button, Progress } from 'antd'
import { useId, useRef, useState, type DragEvent, type ReactNode } from 'react'
import type { AskOf, OutputOf, Verb } from '../../kernel/contract.ts'
import type { Answer } from '../client.ts'
import { newId } from '../../kernel/ids.ts'
import { upload } from '../upload.ts'
import { useWords } from '../words.ts'
import { sizeInWords } from './size.ts'

/**
 * One file, sent as soon as it is chosen: progress, stop, retry, and the preview of what the server kept. The browser only
 * spares a useless journey; the server looks into the file itself.
 */
export function UploadField<V extends Verb>({ verb, input, label, hint, optional, kinds, current, preview, done, error, id: givenId }: {
  verb: V
  input: AskOf<V>
  label: string
  hint?: ReactNode
  optional?: boolean
  /** Extensions, as a person reads them: `['PDF', 'JPG', 'PNG']`. */
  kinds: readonly string[]
  /** Name of what is already there. */
  current?: string | null
  preview?: ReactNode
  done: (value: OutputOf<V>) => void
  error?: string
  id?: string
}) {
  const t = useWords()
  const own = useId()
  const id = givenId ?? own
  const box = useRef<HTMLInputElement>(null)
  const stop = useRef<AbortController | null>(null)
  const [last, setLast] = useState<{ file: File; key: string } | null>(null)
  const [percent, setPercent] = useState<number | null>(null)
  const [refused, setRefused] = useState('')
  const [over, setOver] = useState(false)
  const most = verb.upload?.maxBytes ?? Infinity
  const accept = kinds.flatMap((k) => (k === 'JPG' ? ['.jpg', '.jpeg'] : [`.${k.toLowerCase()}`]))

  const reasonAgainst = (file: File): string | null => {
    if (file.size > most) return t('web.upload.too_big', { size: sizeInWords(file.size), limit: sizeInWords(most) })
    if (!accept.some((end) => file.name.toLowerCase().endsWith(end))) return t('web.upload.wrong_kind', { kinds: kinds.join(' / ') })
    return null
  }
  const send = async (file: File, key: string = newId()) => {
    const against = reasonAgainst(file)
    setRefused(against ?? '')
    if (against) return setLast(null)
    setLast({ file, key })
    stop.current = new AbortController()
    setPercent(0)
    const answer: Answer<OutputOf<V>> = await upload(verb, input, file, { key, progress: setPercent, signal: stop.current.signal })
    setPercent(null)
    if (answer.ok) {
      setLast(null)
      return done(answer.value)
    }
    setRefused(answer.refusal.fields.file?.sentence ?? answer.refusal.detail)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file && percent === null) void send(file)
  }
  const wrong = refused || error
  return (
    <fieldset className={`field upload${wrong ? ' wrong' : ''}`} aria-labelledby={`${own}l`}>
      <span className="label" id={`${own}l`}>{label}{optional ? <span className="optional">{t('web.optional')}</span> : <><span className="star" aria-hidden="true">*</span><span className="sr">{t('web.required')}</span></>}</span>
      {hint && <p className="hint" id={`${own}h`}>{hint}</p>}
      <div className={over ? 'drop over' : 'drop'} onDragOver={(e) => (e.preventDefault(), setOver(true))} onDragLeave={() => setOver(false)} onDrop={drop}>
        <input ref={box} type="file" hidden accept={accept.join(',')} aria-label={label} onChange={(e) => {
          const file = e.target.files?.[0]
          e.target.value = ''
          if (file) void send(file)
        }} />
        {percent === null ? (
          <p>
            <Button id={id} onClick={() => box.current?.click()} aria-describedby={[hint && `${own}h`, wrong && `${own}e`].filter(Boolean).join(' ') || undefined}>{t(current ? 'web.upload.replace' : 'web.upload.choose')}</Button>
            <span className="quiet drop-word">{t('web.upload.drop')}</span>
            {current && <span className="current">{t('web.upload.done', { name: current })}</span>}
          </p>
        ) : (
          <div className="sending">
            <output className="sr">{t('web.upload.progress', { n: percent - (percent % 25) })}</output>
            <Progress percent={percent} status="active" showInfo />
            <Button onClick={() => stop.current?.abort()}>{t('web.upload.stop')}</Button>
          </div>
        )}
      </div>
      {wrong && <p className="error" id={`${own}e`} role="alert">{wrong}{last && percent === null && refused && <Button type="link" onClick={() => void send(last.file, last.key)}>{t('web.retry')}</Button>}</p>}
      {preview}
    </fieldset>
  )
}
