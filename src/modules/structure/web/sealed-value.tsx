import { useState } from 'react'
import { ask } from '../../../web/client.ts'
import { ReasonDialog } from '../../../web/ui/dialogs.tsx'
import { useWords } from '../../../web/words.ts'
import { structureContract } from '../contract.ts'
import type { Grant } from './shown.ts'

/** Phone or document of who holds a post, masked; to see it whole one says why, and that is recorded (S2-42). */
export function SealedValue({ grant, what }: { grant: Pick<Grant, 'id' | 'name' | 'phone' | 'document'>; what: 'phone' | 'document' }) {
  const t = useWords()
  const [whole, setWhole] = useState<string | null>(null)
  const [asking, setAsking] = useState(false)
  const label = t(`structure.page.${what}`)
  const act = async (reason: string) => {
    const answer = await ask(structureContract.revealGrant, { id: grant.id, what, reason })
    if (answer.ok) setWhole(answer.value.value)
    return answer
  }
  return (
    <span className="masked">
      <span className="code" aria-live="polite">{whole ?? grant[what]}</span>
      {whole === null
        ? <button type="button" className="link" aria-label={`${t('web.masked.reveal')} ${label}`} onClick={() => setAsking(true)}>{t('web.masked.show')}</button>
        : <button type="button" className="link" aria-label={`${t('web.masked.hide')} ${label}`} onClick={() => setWhole(null)}>{t('web.masked.hide')}</button>}
      {asking && (
        <ReasonDialog
          open title={t('structure.page.reveal.title', { name: grant.name, what: label })} verb={t('web.masked.show')} hint={t('structure.page.reveal.hint')} maxLength={200}
          presets={[1, 2].map((n) => t(`structure.page.reveal.preset.${n}`))} close={() => setAsking(false)} act={act}
        >
          <p>{t('structure.page.reveal.text')}</p>
        </ReasonDialog>
      )}
    </span>
  )
}
