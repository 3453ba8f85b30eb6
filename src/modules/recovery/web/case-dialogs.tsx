import { useDeed } from '../../../web/ask.ts'
import type { Answer } from '../../../web/client.ts'
import { DeedDialog, ReasonDialog } from '../../../web/ui/dialogs.tsx'
import { useWords } from '../../../web/words.ts'
import { recoveryContract } from '../contract.ts'
import type { Case, Decide } from './case-item.tsx'

export interface CaseDialogProps {
  c: Case
  open: boolean
  close: () => void
  decide: Decide
}

/** The page tells an overtaken deed itself: the dialog only goes away. */
export const closing = (decide: Decide, close: () => void): Decide => async (pending, said) => {
  const answer = await decide(pending, said)
  if (!answer) close()
  return answer
}

/** ReasonDialog wants an answer; where the page already told it, there is nothing left to say. */
export const answered = async <T,>(pending: Promise<Answer<T> | null>): Promise<Answer<T | null>> => (await pending) ?? { ok: true, value: null }

const consequences = (c: Case): string[] =>
  c.course === 'restored' ? ['restored', 'restored.told'] : [...(c.hasKeeper ? ['old'] : []), c.course === 'granted' ? 'granted' : 'new', 'both']

/** The second officer: what will happen, once and for all (E12). */
export function ConfirmCaseDialog({ c, open, close, decide }: CaseDialogProps) {
  const t = useWords()
  const deed = useDeed(recoveryContract.confirm)
  const said = { name: c.claimant?.name ?? '', userName: c.account?.userName ?? c.claimant?.userName ?? '', account: c.account?.name ?? '' }
  return (
    <DeedDialog
      open={open} title={t(c.course === 'restored' ? 'recovery.confirm.title.restored' : 'recovery.confirm.title', { unit: c.unit.name })} verb={t('recovery.verb.confirm')} close={close}
      act={() => closing(decide, close)(deed.do({ id: c.id, version: c.version }), t(c.course === 'restored' ? 'recovery.done.confirm.restored' : 'recovery.done.confirm', { unit: c.unit.name, name: c.claimant?.name ?? '' }))}
    >
      <ul className="consequences">
        {consequences(c).map((key) => <li key={key}>{t(`recovery.confirm.${key}`, said)}</li>)}
      </ul>
      <p className="quiet">{t('web.confirm.no_undo')}</p>
    </DeedDialog>
  )
}

export function OverruleDialog({ c, open, close, decide }: CaseDialogProps) {
  const t = useWords()
  const deed = useDeed(recoveryContract.overrule)
  return (
    <ReasonDialog
      open={open} close={close} title={t('recovery.overrule.title')} verb={t('recovery.verb.overrule')} hint={t('recovery.shown.both')}
      act={(reason) => answered(closing(decide, close)(deed.do({ id: c.id, version: c.version, reason }), t('recovery.done.overrule')))}
    >
      <p>{t('recovery.overrule.text')}</p>
    </ReasonDialog>
  )
}

export function SendBackDialog({ c, open, close, decide }: CaseDialogProps) {
  const t = useWords()
  const deed = useDeed(recoveryContract.sendBack)
  return (
    <ReasonDialog
      open={open} close={close} title={t('recovery.send_back.title')} verb={t('recovery.verb.send_back')} hint={t('recovery.shown.support')}
      act={(reason) => answered(closing(decide, close)(deed.do({ id: c.id, version: c.version, reason }), t('recovery.done.send_back')))}
    >
      <p>{t('recovery.send_back.text')}</p>
    </ReasonDialog>
  )
}
