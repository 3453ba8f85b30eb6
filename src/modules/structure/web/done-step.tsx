import { useEffect, useRef, type ReactNode } from 'react'
import { minuteOf } from '../../../kernel/clock.ts'
import { Notice } from '../../../web/ui/notice.tsx'
import { useWords } from '../../../web/words.ts'
import type { Changed } from './shown.ts'
import { UndoDeed } from './undo.tsx'

/** What was carried out, what comes next, and the way back of 24 hours (N9). */
export function DoneStep({ changed, sentence, children, deeds }: { changed: Changed; sentence: string; children?: ReactNode; deeds?: ReactNode }) {
  const t = useWords()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div className="done-step" ref={box} tabIndex={-1}>
      <Notice tone="good" live title={sentence}>
        {changed.moved > 0 && <p>{t('structure.done.moved', { n: changed.moved })}</p>}
        {changed.state && <p>{t(`structure.done.${changed.state}`)}</p>}
      </Notice>
      {children}
      <p className="quiet">{t('structure.done.undo', { time: minuteOf(new Date(changed.undoUntil)) })}</p>
      <div className="deeds">{deeds}<UndoDeed id={changed.changeId} label={t('structure.undo')} /></div>
    </div>
  )
}
