import { useDeed } from '../../../web/ask.ts'
import type { Answer } from '../../../web/client.ts'
import { ConfirmDialog } from '../../../web/ui/dialogs.tsx'
import { useWords } from '../../../web/words.ts'
import { portalContract } from '../contract.ts'

export interface AnnouncementDoing {
  deed: 'publish' | 'withdraw' | 'pin'
  row: { id: string; version: number; title: string; pinned: boolean }
}

/** Publish, withdraw, pin: each says what it will do before it does. */
export function AnnouncementDialogs({ doing, close, tell }: { doing: AnnouncementDoing | null; close: () => void; tell: (sentence: string) => void }) {
  const t = useWords()
  const publish = useDeed(portalContract.publishAnnouncement)
  const withdraw = useDeed(portalContract.withdrawAnnouncement)
  const pin = useDeed(portalContract.pinAnnouncement)
  const { id = '', version = 0, title = '', pinned = false } = doing?.row ?? {}
  const after = async (pending: Promise<Answer<unknown>>, word: string) => {
    const answer = await pending
    if (answer.ok) tell(t(word, { title }))
    return answer
  }
  const pinWord = t(pinned ? 'portal.desk.unpin' : 'portal.desk.pin')
  return (
    <>
      <ConfirmDialog open={doing?.deed === 'publish'} title={t('portal.desk.publish')} verb={t('portal.desk.publish')} undo close={close}
        act={() => after(publish.do({ id, version }), 'portal.desk.published')}>
        <p>{t('portal.desk.publish.ask', { title })}</p>
      </ConfirmDialog>
      <ConfirmDialog open={doing?.deed === 'withdraw'} title={t('portal.desk.withdraw')} verb={t('portal.desk.withdraw')} danger undo close={close}
        act={() => after(withdraw.do({ id, version }), 'portal.desk.withdrawn')}>
        <p>{t('portal.desk.withdraw.ask', { title })}</p>
      </ConfirmDialog>
      <ConfirmDialog open={doing?.deed === 'pin'} title={pinWord} verb={pinWord} undo close={close}
        act={() => after(pin.do({ id, version, pinned: !pinned }), 'portal.desk.saved')}>
        <p>{title}</p>
      </ConfirmDialog>
    </>
  )
}
