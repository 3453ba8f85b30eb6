import { Checkbox, DatePicker, Input, Radio } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useId, useState } from 'react'
import type { OutputOf } from '../../../../kernel/contract.ts'
import { useDeed } from '../../../../web/ask.ts'
import { DeedDialog } from '../../../../web/ui/dialogs.tsx'
import { useHeld } from '../../../../web/held.ts'
import { useWords } from '../../../../web/words.ts'
import { callsContract } from '../../contract.ts'
import { levels, type Level } from '../../document.ts'
import { momentFrom, pickerTime } from './moments.ts'

type Windows = OutputOf<typeof callsContract.windows>
interface Moved { opens: Dayjs | null; closes: Dayjs | null }

/** 调整时间: which levels, for whom, and why; who has an open draft is told. */
export function MoveDialog({ of, close, done }: { of: Windows; close: () => void; done: (told: number) => void }) {
  const t = useWords()
  const own = useId()
  const opened = useHeld(of)
  const move = useDeed(callsContract.moveWindows)
  const [moved, setMoved] = useState<Partial<Record<Level, Moved>>>({})
  const [whom, setWhom] = useState<'all' | 'begun'>('all')
  const [before, setBefore] = useState<Dayjs | null>(dayjs(pickerTime(opened.now)))
  const [reason, setReason] = useState('')
  const [isAsked, setAsked] = useState(false)
  const chosen = levels.filter((level) => moved[level])
  const errors = move.refusal?.fields ?? {}
  const missing = {
    levels: chosen.length === 0 || chosen.some((level) => !moved[level]?.opens || !moved[level]?.closes), reason: reason.trim().length < 2, before: whom === 'begun' && !before,
  }
  const act = async () => {
    setAsked(true)
    const rows = chosen.flatMap((level) => {
      const [opensAt, closesAt] = [momentFrom(moved[level]?.opens ?? null), momentFrom(moved[level]?.closes ?? null)]
      return opensAt && closesAt ? [{ level, opensAt, closesAt }] : []
    })
    if (Object.values(missing).some(Boolean)) return null
    const answer = await move.do({ id: opened.id, version: opened.version, levels: rows, begunBefore: whom === 'all' ? null : (momentFrom(before) ?? null), reason: reason.trim() })
    if (answer.ok) done(answer.value.told)
    return answer
  }
  const wrongAt = (level: Level) => {
    const index = chosen.indexOf(level)
    return Object.entries(errors).find(([name]) => name.startsWith(`levels.${index}.`))?.[1].sentence
  }
  return (
    <DeedDialog open title={t('calls.editor.move')} verb={t('calls.editor.move.verb')} close={close} act={act} width={720}>
      <p>{t('calls.editor.move.lead', { n: opened.openDrafts })}</p>
      <fieldset className="form-part move-levels">
        <legend>{t('calls.editor.move.levels')}</legend>
        {levels.filter((level) => opened.current[level]).map((level) => (
          <div key={level} className="move-level">
            <Checkbox checked={moved[level] !== undefined} onChange={({ target }) => setMoved(({ [level]: _, ...rest }) => (target.checked ? { ...rest, [level]: { opens: pickerTime(opened.current[level]?.opensAt), closes: pickerTime(opened.current[level]?.closesAt) } } : rest))}>
              {t(`calls.level.${level}`)}
            </Checkbox>
            {moved[level] && (
              <span className="move-times">
                <DatePicker aria-label={t('calls.editor.opens_at')} showTime format="YYYY-MM-DD HH:mm:ss" value={moved[level].opens} onChange={(opens) => setMoved((now) => ({ ...now, [level]: { closes: now[level]?.closes ?? null, opens } }))} />
                {t('calls.page.until')}
                <DatePicker aria-label={t('calls.editor.closes_at')} showTime format="YYYY-MM-DD HH:mm:ss" value={moved[level].closes} onChange={(closes) => setMoved((now) => ({ ...now, [level]: { opens: now[level]?.opens ?? null, closes } }))} />
              </span>
            )}
            {wrongAt(level) && <p className="error" role="alert">{wrongAt(level)}</p>}
          </div>
        ))}
        {isAsked && missing.levels && <p className="error" role="alert">{t('calls.choose_level')}</p>}
      </fieldset>
      <fieldset className="form-part">
        <legend>{t('calls.editor.move.whom')}</legend>
        <Radio.Group className="radios" value={whom} onChange={({ target }) => setWhom(target.value as 'all' | 'begun')}>
          <Radio value="all">{t('calls.editor.move.all')}</Radio>
          <Radio value="begun">{t('calls.editor.move.begun')}</Radio>
        </Radio.Group>
        {whom === 'begun' && <DatePicker aria-label={t('calls.editor.move.before')} showTime format="YYYY-MM-DD HH:mm:ss" value={before} onChange={setBefore} />}
        {((isAsked && missing.before) || errors['begunBefore']) && <p className="error" role="alert">{errors['begunBefore']?.sentence ?? t('calls.moment')}</p>}
      </fieldset>
      <div className={isAsked && missing.reason ? 'field wrong' : 'field'}>
        <label htmlFor={own}>{t('calls.editor.move.reason')}<span className="star" aria-hidden="true">*</span><span className="sr">{t('web.required')}</span></label>
        <p className="hint" id={`${own}h`}>{t('calls.editor.move.reason.hint')}</p>
        <Input.TextArea id={own} rows={3} maxLength={500} value={reason} aria-describedby={`${own}h`} onChange={({ target }) => setReason(target.value)} />
        {isAsked && missing.reason && <p className="error" role="alert">{t('web.reason.required')}</p>}
      </div>
    </DeedDialog>
  )
}
