import { timeZone } from '../../kernel/clock.ts'

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23',
})

/** E55: `2026-12-20 17:00:00`: windows state their second, in Asia/Shanghai. */
export function shownTime(time: Date): string {
  const p = Object.fromEntries(parts.formatToParts(time).map((part) => [part.type, part.value]))
  return `${p.year}-${p.month}-${p.day} ${p.hour}:${p.minute}:${p.second}`
}
