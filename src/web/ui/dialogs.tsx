import { Button, Input, Modal } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { useRefresh } from '../ask.ts'
import type { Answer, Problem } from '../client.ts'
import { useWords } from '../words.ts'
import { useFocusBack } from './focus-back.ts'
import { Notice } from './notice.tsx'
import { WhoCanHelp } from './who-can-help.tsx'

interface DialogProps {
  open: boolean
  title: string
  /** A verb: the button. */
  verb: string
  danger?: boolean
  children?: ReactNode
  close: () => void
}

/** Before a deed: what will happen, and whether it can be undone. The dialog closes when it was done. */
export function ConfirmDialog({ undo, act, children, ...dialog }: DialogProps & { undo: boolean; act: () => Promise<Answer<unknown>> }) {
  const t = useWords()
  return (
    <DeedDialog {...dialog} act={act}>
      {children}
      <p className="quiet">{t(undo ? 'web.confirm.undo' : 'web.confirm.no_undo')}</p>
    </DeedDialog>
  )
}

/** A deed that must say why. `presets` fill the text with one press. */
export function ReasonDialog({ act, label, hint, presets = [], maxLength = 500, children, ...dialog }: DialogProps & {
  /** null: something else is missing still. */
  act: (reason: string) => Promise<Answer<unknown> | null>
  label?: string
  hint?: string
  presets?: readonly string[]
  maxLength?: number
}) {
  const t = useWords()
  const id = useId()
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  // Gone as soon as something is written.
  const missing = asked && !reason.trim()
  const go = async (): Promise<Answer<unknown> | null> => {
    setAsked(true)
    return reason.trim() ? act(reason.trim()) : null
  }
  return (
    <DeedDialog {...dialog} act={go} first={id}>
      {children}
      <div className={missing ? 'field wrong' : 'field'}>
        <label htmlFor={id}>{label ?? t('web.reason')}<span className="star" aria-hidden="true">*</span><span className="sr">{t('web.required')}</span></label>
        <p className="hint" id={`${id}-hint`}>{hint ?? t('web.reason.hint')}</p>
        {presets.length > 0 && <p className="presets">{presets.map((p) => <Button key={p} size="small" onClick={() => setReason(p)}>{p}</Button>)}</p>}
        <Input.TextArea
          id={id} rows={4} maxLength={maxLength} showCount value={reason} aria-required="true" aria-invalid={missing}
          aria-describedby={missing ? `${id}-error ${id}-hint` : `${id}-hint`} onChange={(e) => setReason(e.target.value)}
        />
        {missing && <p className="error" id={`${id}-error`} role="alert">{t('web.reason.required')}</p>}
      </div>
    </DeedDialog>
  )
}

/** A dialog around one deed: busy while it runs, open with the sentence when it is refused. */
export function DeedDialog({ open, title, verb, danger, children, close, act, first, width = 520 }: DialogProps & {
  /** null: not even tried. */
  act: () => Promise<Answer<unknown> | null>
  /** Id of the field that is the one thing to do here: it has the focus once the dialog is drawn, not the button that closes it. */
  first?: string
  width?: number
}) {
  const t = useWords()
  const [busy, setBusy] = useState(false)
  useFocusBack()
  const refresh = useRefresh()
  const [refused, setRefused] = useState<Problem | null>(null)
  const leave = () => {
    setRefused(null)
    close()
  }
  const go = async () => {
    if (busy) return
    setBusy(true)
    setRefused(null)
    const answer = await act()
    setBusy(false)
    if (!answer) return
    if (answer.ok) leave()
    else setRefused(answer.refusal)
  }
  return (
    <Modal
      open={open} title={title} width={width} destroyOnHidden onCancel={() => !busy && leave()} maskClosable={false}
      afterOpenChange={(shown) => shown && first && document.getElementById(first)?.focus()}
      footer={[
        <Button key="no" onClick={leave} disabled={busy}>{t('web.cancel')}</Button>,
        <Button key="yes" type="primary" danger={danger} loading={busy} onClick={() => void go()}>{verb}</Button>,
      ]}
    >
      {refused && (
        <Notice tone="bad" live>
          {refused.detail}
          <WhoCanHelp refusal={refused} />
          {refused.code === 'overtaken' && <p className="deeds"><Button onClick={() => (refresh(), leave())}>{t('web.overtaken.reload')}</Button></p>}
        </Notice>
      )}
      <div className="dialog-body">{children}</div>
    </Modal>
  )
}
