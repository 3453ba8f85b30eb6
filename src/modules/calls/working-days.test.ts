import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { endAfterWorkingDays, isWorkingDay, type Calendar } from './working-days.ts'

let calendar: Calendar
beforeAll(async () => {
  const sql = await readFile(new URL('../../../migrations/0024_calls.sql', import.meta.url), 'utf8')
  calendar = new Map([...sql.matchAll(/\('(\d{4}-\d\d-\d\d)', (true|false), '/g)].map(([, day = '', isWorking]) => [day, isWorking === 'true']))
})
const end = (from: string, days: number) => endAfterWorkingDays(new Date(`${from}+08:00`), days, calendar).toISOString()

describe('D28 working days', () => {
  test('are Monday to Friday, but for holidays and weekends that are worked', () => {
    const working = (day: string) => isWorkingDay(day, calendar)
    expect([working('2026-11-20'), working('2026-11-21'), working('2026-11-22'), working('2026-11-23')]).toEqual([true, false, false, true])
    expect([working('2026-10-01'), working('2026-10-07'), working('2026-10-08'), working('2026-10-10')]).toEqual([false, false, true, true])
  })

  test('E53 a correction of three days ends at 24:00 of the third working day, the day of the return not counted', () => {
    // Monday -> Thursday, until Friday 00:00 in Beijing.
    expect(end('2026-11-23T10:00:00', 3)).toBe('2026-11-26T16:00:00.000Z')
    expect(end('2026-11-23T00:00:00', 3)).toBe(end('2026-11-23T23:59:59', 3))
  })

  test('a weekend between does not count', () => expect(end('2026-11-20T10:00:00', 3)).toBe('2026-11-25T16:00:00.000Z'))
  test('returned on a Saturday, Monday is the first day', () => expect(end('2026-11-21T10:00:00', 1)).toBe('2026-11-23T16:00:00.000Z'))

  test('over 国庆节 2026 seven days are free, and the Sunday before and the Saturday after are worked', () => {
    // Wednesday 30 September; 8, 9 and Saturday 10 October are worked.
    expect(end('2026-09-30T18:00:00', 3)).toBe('2026-10-10T16:00:00.000Z')
    // Friday 18 September: Sunday 20 is worked, then Monday, Tuesday.
    expect(end('2026-09-18T09:00:00', 3)).toBe('2026-09-22T16:00:00.000Z')
  })

  test('the day is that of Beijing, wherever the server stands', () => {
    // 23:30 on Sunday in Beijing is still Sunday; half an hour later the Monday is used up.
    expect(end('2026-11-22T23:30:00', 1)).toBe('2026-11-23T16:00:00.000Z')
    expect(end('2026-11-23T00:30:00', 1)).toBe('2026-11-24T16:00:00.000Z')
  })
})
