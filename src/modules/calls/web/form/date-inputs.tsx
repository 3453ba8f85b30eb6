import { DatePicker } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useWords } from '../../../../web/words.ts'
import type { FieldValue, Period } from '../../form/definition.ts'
import { textIn, type InputProps } from './input-props.ts'

const asDay = (text: string) => (text ? dayjs(text) : null)
const asText = (day: Dayjs | null) => day?.format('YYYY-MM-DD') ?? ''
const bounds = (field: { from?: string | undefined; to?: string | undefined }) =>
  ({ ...(field.from && { minDate: dayjs(field.from) }), ...(field.to && { maxDate: dayjs(field.to) }) })

/** A civil date. */
export const DateInput = ({ field, value, change, leave, wiring }: InputProps<'date'>) => (
  <DatePicker
    id={wiring.id} className="day" value={asDay(textIn(value))} {...bounds(field)} onBlur={leave} status={wiring.isWrong ? 'error' : ''}
    aria-describedby={wiring.describedBy} aria-required={wiring.isRequired || undefined} aria-invalid={wiring.isWrong || undefined}
    onChange={(day) => change(asText(day) || null)}
  />
)

const periodIn = (value: FieldValue | undefined): Period =>
  (typeof value === 'object' && value !== null && 'from' in value ? value : { from: '', to: '' })

/** From one day to another: two dates, each with its own name; a range picker would hold the keyboard. */
export function PeriodInput({ field, value, change, leave, wiring }: InputProps<'period'>) {
  const t = useWords()
  const period = periodIn(value)
  const set = (next: Period) => change(next.from || next.to ? next : null)
  const shared = {
    className: 'day', ...bounds(field), onBlur: leave, status: wiring.isWrong ? ('error' as const) : ('' as const), 'aria-describedby': wiring.describedBy,
    'aria-invalid': wiring.isWrong || undefined,
  }
  return (
    <div className="period">
      <span><label htmlFor={wiring.id}>{t('calls.fill.from')}</label>
        <DatePicker {...shared} id={wiring.id} value={asDay(period.from)} onChange={(day) => set({ ...period, from: asText(day) })} /></span>
      <span><label htmlFor={`${wiring.id}-to`}>{t('calls.fill.to')}</label>
        <DatePicker {...shared} id={`${wiring.id}-to`} value={asDay(period.to)} onChange={(day) => set({ ...period, to: asText(day) })} /></span>
    </div>
  )
}
