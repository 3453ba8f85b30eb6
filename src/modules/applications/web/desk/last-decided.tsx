import { useAsk, useDeed } from '../../../../web/ask.ts'
import { useWords } from '../../../../web/words.ts'
import { applicationsContract } from '../../contract.ts'
import { UndoButton } from '../decide/undo-bar.tsx'

/** What was decided last at this desk; `undo` (U) takes it back while that is possible (E51). */
export function useLastDecided(last: { id: string } | null, undone: (id: string) => void) {
  const deed = useDeed(applicationsContract.undo)
  const { value } = useAsk(applicationsContract.open, { id: last?.id ?? '' }, { when: last !== null })
  const a = last !== null && value?.id === last.id && value.can.includes('undo') ? value : null
  const undo = async () => {
    if (!a) return
    const answer = await deed.do({ id: a.id, version: a.version })
    if (answer.ok) undone(a.id)
  }
  return { application: a, undo: () => void undo(), busy: deed.busy, refusal: deed.refusal }
}

export function LastDecided({ of: { application: a, undo, busy, refusal } }: { of: ReturnType<typeof useLastDecided> }) {
  const t = useWords()
  if (!a) return refusal && <p className="error" role="alert">{refusal.detail}</p>
  return (
    <p className="last-decided" role="status">
      <span className="quiet">{t('applications.desk.last', { title: a.title, state: t(`applications.headline.${a.headline}`) })}</span>
      <UndoButton until={a.undoUntil} busy={busy} undo={undo} withKey />
    </p>
  )
}
