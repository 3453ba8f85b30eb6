import { useState } from 'react'
import type { Answer } from '../client.ts'
import { useWords } from '../words.ts'

/** A masked value (`138****0000`) with 查看; the server gives the whole one and writes down who asked (S1-54). */
export function Masked({ value, reveal, label }: { value: string; label: string; reveal?: () => Promise<Answer<string>> }) {
  const t = useWords()
  const [whole, setWhole] = useState<string | null>(null)
  const [refused, setRefused] = useState('')
  const [busy, setBusy] = useState(false)
  const show = async () => {
    setBusy(true)
    const answer = await reveal?.()
    setBusy(false)
    if (answer?.ok) setWhole(answer.value)
    else setRefused(answer?.refusal.detail ?? '')
  }
  return (
    <span className="masked">
      <span aria-live="polite">{whole ?? value}</span>
      {reveal && (whole === null
        ? <button type="button" className="link" disabled={busy} title={t('web.masked.logged')} aria-label={`${t('web.masked.reveal')} ${label}`} onClick={() => void show()}>{t('web.masked.show')}</button>
        : <button type="button" className="link" aria-label={`${t('web.masked.hide')} ${label}`} onClick={() => setWhole(null)}>{t('web.masked.hide')}</button>)}
      {refused && <span className="error" role="alert">{refused}</span>}
    </span>
  )
}
