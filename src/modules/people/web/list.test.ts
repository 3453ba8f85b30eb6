import { expect, test } from 'vitest'
import { numberOf, tabOf, tabToFilter, ticked } from './list.ts'
import { remindingOf, type PersonRow } from './me.ts'

const row = (id: string, version: number): PersonRow => ({
  id, version, userName: `renyuan_${id}`, name: '古丽娜尔·买买提', phone: '164****0000', mail: 'a***@example.org', status: 'disabled', state: 'new',
  joinedAt: '2024-01-30T02:13:00Z', duplicate: null, can: ['enable'],
})

test('S1-47 序号 counts through the whole list', () => {
  expect([numberOf(1, 0), numberOf(1, 19), numberOf(2, 0), numberOf(1001, 3)]).toEqual([1, 20, 21, 20_004])
})

test('S1-48 the tabs ask for the two words of the manual, and for those who wait', () => {
  expect(['all', 'new', 'enabled', 'disabled', 'admin', undefined].map((text) => tabToFilter(tabOf(text)))).toEqual([
    {}, { waiting: true }, { status: 'enabled' }, { status: 'disabled' }, {}, {},
  ])
})

test('E48 ticked rows keep the version that was seen last, over pages', () => {
  const first = ticked({}, ['a', 'b'], [row('a', 1), row('b', 1)])
  expect(Object.keys(first)).toEqual(['a', 'b'])
  const onNextPage = ticked(first, ['a', 'b', 'c'], [row('c', 4)])
  expect(Object.values(onNextPage).map(({ id, version }) => [id, version])).toEqual([['a', 1], ['b', 1], ['c', 4]])
  expect(ticked(onNextPage, ['a', 'c'], [row('a', 2)]).a?.version).toBe(2)
  expect(ticked({}, ['nobody'], [])).toEqual({})
})

test('S1-30 the unit is reminded now, later or not at all', () => {
  const waiting = {
    since: '2026-11-20T00:00:00Z', usualDays: 2, contactName: '欧*', contactPhone: null, contactMail: null, remindedAt: null, remindAgainAt: null,
  }
  expect(remindingOf({ can: ['remind'], waiting })).toEqual({ when: 'now' })
  const later = { ...waiting, remindedAt: '2026-11-22T03:00:00Z', remindAgainAt: '2026-11-23T03:00:00Z' }
  expect(remindingOf({ can: ['choose'], waiting: later })).toEqual({ when: 'later', at: '2026-11-23T03:00:00Z' })
  expect(remindingOf({ can: ['choose'], waiting })).toEqual({ when: 'never' })
  expect(remindingOf({ can: ['remind'], waiting: null })).toEqual({ when: 'never' })
})
