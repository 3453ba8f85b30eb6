import { DatePicker } from 'antd'
import dayjs from 'dayjs'

const day = (text: string | undefined) => (text ? dayjs(text) : null)

/** From a day to a day; either may stay open (without `allowEmpty` the keyboard is trapped in 6.6). */
export function DayRange({ id, from, until, change }: {
  id: string
  from: string | undefined
  until: string | undefined
  change: (from: string, until: string) => void
}) {
  return (
    <DatePicker.RangePicker
      id={{ start: id, end: `${id}-until` }} allowEmpty={[true, true]} value={[day(from), day(until)]}
      onChange={(range) => change(range?.[0]?.format('YYYY-MM-DD') ?? '', range?.[1]?.format('YYYY-MM-DD') ?? '')}
    />
  )
}
