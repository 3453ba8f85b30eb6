import { describe, expect, test } from 'vitest'
import { nextTime, packageOf, unconfirmed, type PackageFacts } from './handover-package.ts'

const none = { n: 0, since: null }
const empty: PackageFacts = { peopleWaiting: none, requests: none, claims: none, peopleEnabled: 0, notes: [] }
const note = (id: string, month: number | null = null, day: number | null = null) => ({ id, title: `事项${id}`, body: '', recursMonth: month, recursDay: day })

describe('N12 when something of every year comes next', () => {
  test.each([
    [3, null, '2026-11-22', '2027-03-01'],
    [3, 15, '2026-03-15', '2026-03-15'],
    [3, 15, '2026-03-16', '2027-03-15'],
    [11, null, '2026-11-22', '2026-11-01'],
    [2, 29, '2026-01-01', '2026-02-28'],
    [2, 29, '2028-01-01', '2028-02-29'],
    [12, 31, '2026-12-31', '2026-12-31'],
  ])('month %s day %s seen from %s is %s', (month, day, today, next) => expect(nextTime(month, day, today)).toBe(next))
})

describe('N12 the package for the next keeper', () => {
  test('of a unit where nothing is open: its facts are looked at', () => {
    expect(packageOf(empty, '2026-11-22').map(({ item }) => item)).toEqual(['unit_facts'])
  })

  test('what waits before what comes round, the soonest first, then the other notes', () => {
    const since = new Date('2026-11-01T00:00:00Z')
    const items = packageOf({
      peopleWaiting: { n: 2, since }, requests: { n: 1, since }, claims: none, peopleEnabled: 5, notes: [note('a'), note('b', 6), note('c', 12, 1), note('d')],
    }, '2026-11-22')
    expect(items.map(({ item }) => item)).toEqual(['unit_facts', 'people', 'people_waiting', 'requests', 'note:c', 'note:b', 'note:a', 'note:d'])
    expect(items[4]).toMatchObject({ kind: 'recurring', nextOn: '2026-12-01' })
    expect(items[2]).toMatchObject({ n: 2, since })
  })

  test('piece by piece: what is confirmed is no longer left', () => {
    const items = packageOf({ ...empty, notes: [note('a')] }, '2026-11-22')
    expect(unconfirmed(items, new Set()).length).toBe(2)
    expect(unconfirmed(items, new Set(['note:a'])).map(({ item }) => item)).toEqual(['unit_facts'])
    expect(unconfirmed(items, new Set(['note:a', 'unit_facts', 'something_gone']))).toEqual([])
  })
})
