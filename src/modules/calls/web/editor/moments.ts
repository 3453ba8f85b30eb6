import { secondOf } from '../../../../kernel/clock.ts'
import dayjs, { type Dayjs } from 'dayjs'

/** A time of the document as the civil time of Asia/Shanghai in a picker, wherever the browser is. */
export function pickerTime(value: unknown): Dayjs | null {
  if (typeof value !== 'string' || Number.isNaN(Date.parse(value))) return null
  return dayjs(secondOf(new Date(value)))
}

export const momentFrom = (picked: Dayjs | null): string | undefined => picked?.format('YYYY-MM-DD[T]HH:mm:ss[+08:00]')
