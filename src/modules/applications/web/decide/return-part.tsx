import { Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { dayOf } from '../../../../kernel/clock.ts'
import { useAsk } from '../../../../web/ask.ts'
import { goToField } from '../../../../web/ui/field-id.ts'
import { Notice } from '../../../../web/ui/notice.tsx'
import { SaidField } from '../../../../web/ui/said-field.tsx'
import { useWords } from '../../../../web/words.ts'
import { callsContract } from '../../../calls/contract.ts'
import { isMarkSaid, missingIn, noted, reasonPressed, unmarked, type Mark } from './marks.ts'
import { ReasonCodes } from './reason-codes.tsx'
import { useReasonSentences } from './reason-words.ts'
import type { Opened } from '../desk/shown.ts'
import { Until } from '../desk/until.tsx'
import type { Decision } from './use-decision.ts'

/** 退回 and 退回补正: the marked fields, each with its reason (D18), or the whole; and what follows from it for the leader. */
export function ReturnPart({ application: a, decision: d }: { application: Opened; decision: Decision }) {
  const t = useWords()
  const sentences = useReasonSentences()
  const { returning: r, setReturning } = d
  const missing = d.tried ? missingIn(r) : null
  const n = r.marks.length
  return (
    <>
      <p className="hint">{t('applications.return.how')}</p>
      {d.mode === 'returning' && (a.leaderMayUntil
        ? <Notice>{t('applications.return.leader_until')} <Until at={a.leaderMayUntil} /></Notice>
        : <Notice tone="warn">{t('applications.return.leader_late')}</Notice>)}
      {d.mode === 'correcting' && <CorrectionEnd days={a.document.correctionDays} />}
      {n > 0 && (
        <ol className="marks">
          {r.marks.map((mark) => (
            <MarkLine
              key={mark.field} mark={mark} label={d.labelOf(mark.field)} isAt={r.at === mark.field} isMissing={d.tried && !isMarkSaid(mark)}
              turnTo={() => setReturning((now) => ({ ...now, at: mark.field }))}
              note={(text) => setReturning((now) => noted(now, mark.field, text))}
              remove={() => setReturning((now) => unmarked(now, mark.field))}
            />
          ))}
        </ol>
      )}
      <p className="small">
        {t(n === 0 ? 'applications.return.whole' : a.document.fastReturn && d.mode === 'returning' ? 'applications.return.marked.fast' : 'applications.return.marked', { n })}
        {n > 0 && r.at !== null && <> <button type="button" className="link" onClick={() => setReturning((now) => ({ ...now, at: null }))}>{t('applications.return.to_whole')}</button></>}
      </p>
      <ReasonCodes
        withKeys picked={r.at === null ? r.codes : (r.marks.find((mark) => mark.field === r.at)?.codes ?? [])}
        legend={r.at === null ? t('applications.return.codes') : t('applications.return.codes.of', { field: d.labelOf(r.at) })}
        pick={(_codes, code) => setReturning((now) => reasonPressed(now, code, sentences.of))}
      />
      <SaidField
        label={t(n > 0 ? 'applications.return.reason.beside' : 'applications.return.reason')} hint={t('applications.return.reason.hint')} optional={n > 0} maxLength={1000}
        value={r.comment} change={(comment) => setReturning((now) => ({ ...now, comment }))} missing={missing !== null && 'whole' in missing && t('applications.return.reason.required')}
      />
    </>
  )
}

/** E53: so many working days for the leader and all levels together, and the day on which they end if it goes back now. */
function CorrectionEnd({ days }: { days: number }) {
  const t = useWords()
  const [from] = useState(() => dayOf(new Date()))
  const { value } = useAsk(callsContract.correctionEnd, { from, days })
  return <Notice>{t('applications.correct.days', { n: days })}{value && <> {t('applications.correct.until')} <Until at={value.until} /></>}</Notice>
}

function MarkLine({ mark, label, isAt, isMissing, turnTo, note, remove }: {
  mark: Mark
  label: string
  isAt: boolean
  isMissing: boolean
  turnTo: () => void
  note: (text: string) => void
  remove: () => void
}) {
  const t = useWords()
  const line = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isAt) line.current?.scrollIntoView({ block: 'nearest' })
  }, [isAt])
  return (
    <li ref={line} aria-current={isAt} className={isMissing ? 'wrong' : undefined}>
      <span className="mark-head">
        <button type="button" className="link" onClick={() => (turnTo(), goToField(mark.field))}>{label}</button>
        <button type="button" className="link" onClick={remove}>{t('applications.return.unmark')}<span className="sr"> {label}</span></button>
      </span>
      {mark.codes.length > 0 && <span className="quiet">{mark.codes.map((code) => t(`applications.reason.${code}`)).join(t('applications.desk.and'))}</span>}
      <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={500} value={mark.note} aria-label={t('applications.return.note', { field: label })} placeholder={t('applications.return.note.placeholder')} onFocus={turnTo} onChange={(e) => note(e.target.value)} aria-invalid={isMissing} />
      {isMissing && <span className="error" role="alert">{t('applications.return.note.required')}</span>}
    </li>
  )
}
