import { Button } from 'antd'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { minuteOf } from '../../../kernel/clock.ts'
import { Notice } from '../../../web/ui/notice.tsx'
import { useWords } from '../../../web/words.ts'
import type { Changed, Undone } from './shown.ts'
import { UndoDeed, UndoneNotice } from './undo.tsx'

/** What was carried out, what comes next, and the way back of 24 hours (N9). `close`: of the dialog in which it is told. */
export function DoneStep({ changed, sentence, deeds, close }: { changed: Changed; sentence: string; deeds?: ReactNode; close?: () => void }) {
  const t = useWords()
  const box = useRef<HTMLDivElement>(null)
  const [undone, setUndone] = useState<Undone | null>(null)
  useEffect(() => box.current?.focus(), [undone])
  return (
    <div className="done-step" ref={box} tabIndex={-1}>
      {undone ? <UndoneNotice undone={undone} /> : <Notice tone="good" live title={sentence}>
        {changed.moved > 0 && <p>{t('structure.done.moved', { n: changed.moved })}</p>}
        {changed.state && <p>{t(`structure.done.${changed.state}`)}</p>}
      </Notice>}
      {!undone && <p className="quiet">{t('structure.done.undo', { time: minuteOf(new Date(changed.undoUntil)) })}</p>}
      <div className="deeds">{close && <Button type="primary" onClick={close}>{t('structure.done.close')}</Button>}{deeds}{!undone && <UndoDeed id={changed.changeId} label={t('structure.undo')} told={setUndone} />}</div>
    </div>
  )
}
