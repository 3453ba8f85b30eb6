import { useState } from 'react'
import { ask, type Answer } from '../../../web/client.ts'
import { ReasonDialog } from '../../../web/ui/dialogs.tsx'
import { useWords } from '../../../web/words.ts'
import { profilesContract } from '../contract.ts'

/** Numbers in clear, as somebody asked for them with a reason (E45); kept on the page only. */
export type Seen = Partial<Record<'document' | 'birthDate' | 'phone' | 'officePhone' | 'mail', string | null>>

/** Asks for both, the document and the phones: two looks, each recorded with the reason. */
export function RevealDialog({ id, name, close, seen }: { id: string; name: string; close: () => void; seen: (numbers: Seen) => void }) {
  const t = useWords()
  const act = async (reason: string): Promise<Answer<unknown>> => {
    const document = await ask(profilesContract.revealDocument, { id, reason })
    if (!document.ok) return document
    seen(document.value)
    const phone = await ask(profilesContract.revealPhone, { id, reason })
    if (phone.ok) seen({ ...document.value, ...phone.value })
    return phone
  }
  return (
    <ReasonDialog
      open title={t('profiles.reveal.title', { name })} verb={t('web.masked.show')} hint={t('profiles.reveal.hint')} maxLength={200}
      presets={[1, 2].map((n) => t(`profiles.reveal.preset.${n}`))} close={close} act={act}
    >
      <p>{t('profiles.reveal.text')}</p>
    </ReasonDialog>
  )
}

/** The way to numbers in clear, and back. */
export function RevealButton({ id, name, isSeen, seen, hide }: { id: string; name: string; isSeen: boolean; seen: (numbers: Seen) => void; hide: () => void }) {
  const t = useWords()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <button type="button" className="link" title={t('web.masked.logged')} onClick={() => (isSeen ? hide() : setAsking(true))}>
        {t(isSeen ? 'profiles.reveal.hide' : 'profiles.reveal')}<span className="sr"> {name}</span>
      </button>
      {asking && <RevealDialog id={id} name={name} close={() => setAsking(false)} seen={seen} />}
    </>
  )
}
