import { Button } from 'antd'
import { useCountdown } from '../../../../web/review/countdown.ts'
import { KeyHint } from '../../../../web/ui/key-hint.tsx'
import { useWords } from '../../../../web/words.ts'

/** E51: 撤销 with the time that is left for it; gone when it is over. */
export function UndoButton({ until, busy, undo, withKey }: { until: string | null; busy: boolean; undo: () => void; withKey?: boolean }) {
  const t = useWords()
  const left = useCountdown(until)
  if (left === null) return null
  return <Button loading={busy} onClick={undo}>{t('applications.undo')} <span className="countdown" aria-hidden="true">{left}</span><span className="sr">{t('applications.undo.left')}</span>{withKey && <> <KeyHint of="U" /></>}</Button>
}
