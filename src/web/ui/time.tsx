import { dayOf, endOf, minuteOf } from '../../kernel/clock.ts'

export { elapsed } from '../elapsed.ts'

/** `2024-01-30 10:13`, in the platform's civil time wherever the reader is. */
export const Time = ({ at }: { at: string }) => <time dateTime={at}>{minuteOf(new Date(at))}</time>

/** Until when: `2026-11-27 17:00:00`, `2026-11-27 24:00`. Where a line is too short it breaks before the hour, never within the day. */
export const Until = ({ at }: { at: string }) => {
  const [day, hour] = endOf(new Date(at)).split(' ')
  return <time dateTime={at}><span className="keep">{day}</span> <span className="keep">{hour}</span></time>
}

export const Day = ({ at }: { at: string }) => <time dateTime={at}>{dayOf(new Date(at))}</time>
