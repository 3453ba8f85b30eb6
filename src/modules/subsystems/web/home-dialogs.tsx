import { Input } from 'antd'
import { useId, useState } from 'react'
import { useDeed } from '../../../web/ask.ts'
import { ConfirmDialog, DeedDialog } from '../../../web/ui/dialogs.tsx'
import { useWords } from '../../../web/words.ts'
import { subsystemsContract } from '../contract.ts'

export interface HomeDoing {
  deed: 'ask' | 'withdraw'
  id: string
  /** As it stands on the page. */
  name: string
}

interface Props {
  doing: HomeDoing | null
  close: () => void
  tell: (sentence: string) => void
}

/** 申请开通 and 撤回申请. */
export const HomeDialogs = ({ doing, close, tell }: Props) => (
  <>
    {doing?.deed === 'ask' && <AskDialog doing={doing} close={close} tell={tell} />}
    {doing?.deed === 'withdraw' && <WithdrawDialog doing={doing} close={close} tell={tell} />}
  </>
)

function AskDialog({ doing: { id, name }, close, tell }: Props & { doing: HomeDoing }) {
  const t = useWords()
  const field = useId()
  const deed = useDeed(subsystemsContract.ask)
  const [note, setNote] = useState('')
  const act = async () => {
    const answer = await deed.do({ id, note: note.trim() })
    if (answer.ok) tell(t('subsystems.home.asked', { name }))
    return answer
  }
  return (
    <DeedDialog open title={t('subsystems.home.ask.of', { name })} verb={t('subsystems.home.ask')} close={close} act={act}>
      <p>{t('subsystems.home.ask.text')}</p>
      <div className="field">
        <label htmlFor={field}>{t('subsystems.home.ask.note')}<span className="optional">{t('web.optional')}</span></label>
        <p className="hint" id={`${field}-hint`}>{t('subsystems.home.ask.note.hint')}</p>
        <Input.TextArea id={field} rows={3} maxLength={200} showCount value={note} aria-describedby={`${field}-hint`} onChange={(e) => setNote(e.target.value)} />
      </div>
    </DeedDialog>
  )
}

function WithdrawDialog({ doing: { id, name }, close, tell }: Props & { doing: HomeDoing }) {
  const t = useWords()
  const deed = useDeed(subsystemsContract.withdraw)
  const act = async () => {
    const answer = await deed.do({ id })
    if (answer.ok) tell(t('subsystems.home.withdrawn', { name }))
    return answer
  }
  return (
    <ConfirmDialog open title={t('subsystems.home.withdraw.of', { name })} verb={t('subsystems.home.withdraw')} undo close={close} act={act}>
      <p>{t('subsystems.home.withdraw.text')}</p>
    </ConfirmDialog>
  )
}
