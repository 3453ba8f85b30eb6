import { dayOf, minuteOf } from '../../../../kernel/clock.ts'

/** The end of a correction window: midnight belongs to the day that it ends, `2026-11-27 24:00` (E53). */
export function untilInWords(at: string): string {
  const end = new Date(at)
  const minute = minuteOf(end)
  return minute.endsWith(' 00:00') ? `${dayOf(new Date(end.getTime() - 1))} 24:00` : minute
}

export const Until = ({ at }: { at: string }) => <time dateTime={at}>{untilInWords(at)}</time>
