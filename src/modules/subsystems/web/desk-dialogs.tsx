import { useState } from 'react'
import { useDeed } from '../../../web/ask.ts'
import type { Answer } from '../../../web/client.ts'
import { useHeld } from '../../../web/held.ts'
import { ConfirmDialog } from '../../../web/ui/dialogs.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import { subsystemsContract } from '../contract.ts'
import { nameIn } from './named.ts'
import type { RegistryRow } from './registry-page.tsx'
import { SecretDialog } from './secret-dialog.tsx'

export interface DeskDoing {
  deed: 'close' | 'open' | 'renew'
  row: RegistryRow
}

interface Props {
  doing: DeskDoing | null
  close: () => void
  tell: (sentence: string) => void
}

/** 停用, 恢复使用, 更换密钥: each says what it means for whoever is in. */
export function DeskDialogs({ doing, close, tell }: Props) {
  const [secret, setSecret] = useState<{ name: string; secret: string } | null>(null)
  return (
    <>
      {doing && <Dialog key={`${doing.deed}${doing.row.id}`} doing={doing} close={close} tell={tell} show={setSecret} />}
      {secret && <SecretDialog {...secret} close={() => setSecret(null)} />}
    </>
  )
}

function Dialog({ doing, close, tell, show }: Props & { doing: DeskDoing; show: (secret: { name: string; secret: string }) => void }) {
  const t = useWords()
  const lang = useLang()
  const { deed, row } = useHeld(doing)
  const closing = useDeed(subsystemsContract.close)
  const opening = useDeed(subsystemsContract.open)
  const renewing = useDeed(subsystemsContract.renewSecret)
  const name = nameIn(lang, row)
  const seen = { id: row.id, version: row.version }
  const after = async (pending: Promise<Answer<unknown>>, word: string) => {
    const answer = await pending
    if (answer.ok) tell(t(word, { name }))
    return answer
  }
  const renew = async () => {
    const answer = await renewing.do(seen)
    if (answer.ok) show({ name, secret: answer.value.secret })
    return answer
  }
  if (deed === 'close') {
    return (
      <ConfirmDialog open danger undo title={t('subsystems.desk.close.title', { name })} verb={t('subsystems.desk.close')} close={close} act={() => after(closing.do(seen), 'subsystems.desk.closed_now')}>
        <p>{t('subsystems.desk.close.ask')}</p>
        {row.freezes && row.freezes.drafts > 0 && <Notice tone="warn" title={t('subsystems.desk.close.freezes', { n: row.freezes.drafts, people: row.freezes.people })}>{t('subsystems.desk.close.freezes.text')}</Notice>}
      </ConfirmDialog>
    )
  }
  if (deed === 'open') {
    return (
      <ConfirmDialog open undo title={t('subsystems.desk.open.title', { name })} verb={t('subsystems.desk.open')} close={close} act={() => after(opening.do(seen), 'subsystems.desk.opened_now')}>
        <p>{t('subsystems.desk.open.ask')}</p>
      </ConfirmDialog>
    )
  }
  return (
    <ConfirmDialog open danger undo={false} title={t('subsystems.desk.secret.renew.title', { name })} verb={t('subsystems.desk.secret.renew')} close={close} act={renew}>
      <p>{t('subsystems.desk.secret.renew.ask')}</p>
    </ConfirmDialog>
  )
}
