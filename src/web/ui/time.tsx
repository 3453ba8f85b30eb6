import { dayOf, endOf, minuteOf } from '../../kernel/clock.ts'

export { elapsed } from '../elapsed.ts'

/** `2024-01-30 10:13`, in the platform's civil time wherever the reader is. */
export const Time = ({ at }: { at: string }) => <time dateTime={at}>{minuteOf(new Date(at))}</time>

/** Until when: `2026-11-27 17:00:00`, `2026-11-27 24:00`. */
export const Until = ({ at }: { at: string }) => <time dateTime={at}>{endOf(new Date(at))}</time>

export const Day = ({ at }: { at: string }) => <time dateTime={at}>{dayOf(new Date(at))}</time>
