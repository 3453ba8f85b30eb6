import { useDeed } from '../../../../web/ask.ts'
import { ConfirmDialog } from '../../../../web/ui/dialogs.tsx'
import { useWords } from '../../../../web/words.ts'
import { mineContract } from '../../mine/contract.ts'
import type { Shown } from './shown.ts'

interface Props { shown: Shown; close: () => void; done: () => void }

/** 撤回 (D9): it comes back to be changed and submitted again; what came back already is given up, and holds no place any more (E58). */
export function WithdrawDialog({ shown, close, done }: Props) {
  const t = useWords()
  const withdraw = useDeed(mineContract.withdraw)
  const what = shown.state === 'returned' ? 'give_up' : 'withdraw'
  return (
    <ConfirmDialog open undo={false} title={t(`applications.mine.${what}.title`)} verb={t(`applications.mine.${what}`)} close={close} act={async () => {
      const answer = await withdraw.do({ id: shown.id, version: shown.version })
      if (answer.ok) done()
      return answer
    }}>
      <p>{t(`applications.mine.${what}.text`, { desk: shown.desk?.name ?? '' })}</p>
    </ConfirmDialog>
  )
}

/** A draft that was never submitted goes away. */
export function DropDialog({ shown, close, done }: Props) {
  const t = useWords()
  const drop = useDeed(mineContract.drop)
  return (
    <ConfirmDialog open undo={false} danger title={t('applications.mine.drop.title')} verb={t('applications.mine.drop')} close={close} act={async () => {
      const answer = await drop.do({ id: shown.id, version: shown.version })
      if (answer.ok) done()
      return answer
    }}>
      <p>{t('applications.mine.drop.text')}</p>
    </ConfirmDialog>
  )
}
