import { Button } from 'antd'
import { Time } from '../../../../web/ui/time.tsx'
import { useWords } from '../../../../web/words.ts'
import type { useAutosave } from './autosave.ts'

/** Whether what was typed is on the server. */
export function SavingLine({ saving }: { saving: ReturnType<typeof useAutosave> }) {
  const t = useWords()
  const { state, savedAt, refusal } = saving
  return (
    <p className="saving" role="status">
      {state === 'saved' && (savedAt ? <>{t('calls.editor.saved_at')} <Time at={savedAt} /></> : t('calls.editor.saved'))}
      {(state === 'saving' || state === 'unsaved') && t('calls.editor.saving')}
      {state === 'offline' && <span className="wrong-mark">{t('calls.editor.offline')}</span>}
      {state === 'refused' && <><span className="wrong-mark">{refusal?.detail}</span> <Button size="small" onClick={() => void saving.flush()}>{t('web.retry')}</Button></>}
    </p>
  )
}
