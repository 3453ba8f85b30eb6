import { Button, Progress } from 'antd'
import { useRef, useState, type DragEvent } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { useDeed, useRefresh } from '../../../web/ask.ts'
import { isUnanswered } from '../../../web/problem.ts'
import { upload } from '../../../web/upload.ts'
import { ConfirmDialog } from '../../../web/ui/dialogs.tsx'
import { fieldId } from '../../../web/ui/field-id.ts'
import { sizeInWords } from '../../../web/ui/size.ts'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { useWords } from '../../../web/words.ts'
import type { FieldOf } from '../../calls/form/definition.ts'
import { draftsContract } from '../contract.ts'
import { useDraft } from './draft-context.ts'
import { FileDialog, type OpenFile } from './file-dialog.tsx'

interface Sending {
  file: File
  key: string
  percent: number | null
  why: string
  /** No answer came: the same file may be sent again. */
  isOpen: boolean
}

/** Attachments: sent as soon as they are chosen, in quarantine until checked; only clean ones can be opened. */
export function Files({ field, isClosed }: { field: FieldOf<'files'>; isClosed: boolean }) {
  const t = useWords()
  const { id, files } = useDraft()
  const refresh = useRefresh()
  const removal = useDeed(draftsContract.removeFile)
  const box = useRef<HTMLInputElement>(null)
  const stop = useRef<AbortController | null>(null)
  const [sending, setSending] = useState<Sending | null>(null)
  const [over, setOver] = useState(false)
  const [open, setOpen] = useState<OpenFile | null>(null)
  const [leaving, remove] = useState<{ id: string; name: string } | null>(null)
  const own = files.filter((file) => file.fieldId === field.id)
  const counted = own.filter(({ state }) => state !== 'refused').length
  const isFull = counted >= field.most
  const kinds = field.types.map((type) => type.toUpperCase()).join(' / ')
  const accept = field.types.flatMap((type) => (type === 'jpg' ? ['.jpg', '.jpeg'] : [`.${type}`]))

  const send = async (file: File, key: string = newId()) => {
    const limit = field.maxMegabytes * 1_048_576
    const why = file.size > limit ? t('web.upload.too_big', { size: sizeInWords(file.size), limit: sizeInWords(limit) })
      : accept.some((end) => file.name.toLowerCase().endsWith(end)) ? '' : t('web.upload.wrong_kind', { kinds })
    setSending({ file, key, percent: why ? null : 0, why, isOpen: false })
    if (why) return
    stop.current = new AbortController()
    const answer = await upload(draftsContract.attach, { id, field: field.id }, file, { key, signal: stop.current.signal, progress: (percent) => setSending({ file, key, percent, why: '', isOpen: false }) })
    if (answer.ok) {
      setSending(null)
      return refresh()
    }
    setSending({ file, key, percent: null, why: answer.refusal.fields['file']?.sentence ?? answer.refusal.detail, isOpen: isUnanswered(answer.refusal) })
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file && sending?.percent == null && !isFull) void send(file)
  }
  return (
    <div className="draft-files">
      {own.length > 0 && (
        <ul>
          {own.map((file) => (
            <li key={file.id}>
              <span className="file-name">
                {file.state === 'clean' ? <button type="button" className="link" onClick={() => setOpen({ id: file.id, name: file.name, kind: file.kind })}>{file.name}</button> : <span>{file.name}</span>}
                {file.state !== 'clean' && <StateTag tone={file.state === 'refused' ? 'bad' : 'warn'} word={t(`calls.file.${file.state}`)} />}
              </span>
              <span className="quiet">{[sizeInWords(file.bytes), file.pages === null ? '' : t('drafts.files.pages', { n: file.pages })].filter(Boolean).join(' · ')}</span>
              {file.state === 'refused' && <p className="error">{file.refusal ? t(file.refusal) : t('drafts.files.refused')}</p>}
              {!isClosed && <button type="button" className="link" onClick={() => remove({ id: file.id, name: file.name })}>{t('drafts.files.remove')}<span className="sr"> {file.name}</span></button>}
            </li>
          ))}
        </ul>
      )}
      {isClosed ? <span id={fieldId(field.id)} tabIndex={-1}>{own.length === 0 && <span className="quiet">—</span>}</span> : (
        <div className={over ? 'drop over' : 'drop'} onDragOver={(e) => (e.preventDefault(), setOver(true))} onDragLeave={() => setOver(false)} onDrop={drop}>
          <input ref={box} type="file" hidden accept={accept.join(',')} aria-label={t('web.upload.choose')} onChange={(e) => {
            const file = e.target.files?.[0]
            e.target.value = ''
            if (file) void send(file)
          }} />
          {sending !== null && sending.percent !== null ? (
            <div className="sending">
              <output className="sr">{t('web.upload.progress', { n: sending.percent - (sending.percent % 25) })}</output>
              <Progress percent={sending.percent} status="active" showInfo />
              <Button onClick={() => stop.current?.abort()}>{t('web.upload.stop')}</Button>
            </div>
          ) : (
            <p>
              <Button id={fieldId(field.id)} disabled={isFull} onClick={() => box.current?.click()}>{t('web.upload.choose')}</Button>
              <span className="quiet">{t('drafts.files.hint', { kinds, size: field.maxMegabytes, n: counted, most: field.most })}</span>
            </p>
          )}
        </div>
      )}
      {sending?.why && (
        <p className="error" role="alert">
          {t('drafts.files.not_taken', { name: sending.file.name, why: sending.why })}
          {sending.isOpen && <Button type="link" onClick={() => void send(sending.file, sending.key)}>{t('web.retry')}</Button>}
        </p>
      )}
      {leaving && (
        <ConfirmDialog open undo={false} danger title={t('drafts.files.remove.title')} verb={t('drafts.files.remove')} close={() => remove(null)} act={() => removal.do({ id, fileId: leaving.id })}>
          <p>{t('drafts.files.remove.text', { name: leaving.name })}</p>
        </ConfirmDialog>
      )}
      {open && <FileDialog draft={id} file={open} close={() => setOpen(null)} />}
    </div>
  )
}
