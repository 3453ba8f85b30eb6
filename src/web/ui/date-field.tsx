import { DatePicker } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { Field, type FieldProps } from './form.tsx'

const asDay = (value: unknown) => (typeof value === 'string' && value ? dayjs(value) : null)

/** A civil date; its value is `2024-01-30`. `from` and `until` bound it. */
export const DateField = ({ from, until, ...field }: FieldProps & { from?: string; until?: string }) => (
  <Field
    {...field}
    getValueProps={(value) => ({ value: asDay(value) })}
    getValueFromEvent={(day: Dayjs | null) => day?.format('YYYY-MM-DD') ?? null}
  >
    {(w) => <DatePicker {...w} style={{ width: '100%', maxWidth: 240 }} minDate={from ? dayjs(from) : undefined} maxDate={until ? dayjs(until) : undefined} />}
  </Field>
)
