import { Button } from 'antd'
import { useRef, useState } from 'react'
import { useWords } from '../words.ts'

/** A text to be sent on by other means, with 复制; where the clipboard is out of reach it is selected for the hand. */
export function CopyText({ text, label }: {
  text: string
  /** What it is, above it. */
  label: string
}) {
  const t = useWords()
  const shown = useRef<HTMLParagraphElement>(null)
  const [said, setSaid] = useState('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setSaid(t('web.copied'))
    } catch {
      if (shown.current) getSelection()?.selectAllChildren(shown.current)
      setSaid(t('web.copy.by_hand'))
    }
  }
  return (
    <div className="copy-text">
      <p className="copy-label">{label}</p>
      <p className="copied" ref={shown}>{text}</p>
      <p><Button size="small" onClick={() => void copy()}>{t('web.copy')}</Button> <span className="quiet" role="status">{said}</span></p>
    </div>
  )
}
