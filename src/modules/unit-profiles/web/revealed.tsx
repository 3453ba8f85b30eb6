import { useState } from 'react'
import { ReasonDialog } from '../../../web/ui/dialogs.tsx'
import type { Answer } from '../../../web/client.ts'
import { useWords } from '../../../web/words.ts'

/** A masked number (P2); to see it whole one says why, and that is recorded. */
export function Revealed({ masked, label, reveal }: { masked: string; label: string; reveal: (reason: string) => Promise<Answer<string>> }) {
  const t = useWords()
  const [whole, setWhole] = useState<string | null>(null)
  const [asking, setAsking] = useState(false)
  const act = async (reason: string) => {
    const answer = await reveal(reason)
    if (answer.ok) setWhole(answer.value)
    return answer
  }
  return (
    <span className="masked">
      <span className="code" aria-live="polite">{whole ?? masked}</span>
      {whole === null
        ? <button type="button" className="link" aria-label={`${t('web.masked.reveal')} ${label}`} onClick={() => setAsking(true)}>{t('web.masked.show')}</button>
        : <button type="button" className="link" aria-label={`${t('web.masked.hide')} ${label}`} onClick={() => setWhole(null)}>{t('web.masked.hide')}</button>}
      {asking && (
        <ReasonDialog open title={t('unitProfiles.reveal.title', { field: label })} verb={t('web.masked.show')} hint={t('unitProfiles.reveal.hint')} maxLength={200}
          presets={[1, 2].map((n) => t(`unitProfiles.reveal.preset.${n}`))} close={() => setAsking(false)} act={act}>
          <p>{t('unitProfiles.reveal.text')}</p>
        </ReasonDialog>
      )}
    </span>
  )
}
