import { describe, expect, it } from 'vitest'
import type { CodeList } from '../../codes/code-list.ts'
import { codeLists } from '../../codes/code-lists.ts'
import { canOf, mayAdd, mayEnd, stateOf } from './entry.ts'
import { amendmentOf, merged, type Amendment } from './merge.ts'

const list: CodeList = {
  id: 'district', name: '区县', en: 'Districts', standard: 'GB/T 2260', parents: 'province',
  items: [
    { code: '120110', name: '东郊区', parent: '120000', to: '1991-12-31' },
    { code: '120110', name: '东丽区', parent: '120000', from: '1992-01-01' },
    { code: '500105', name: '江北区', parent: '500000', to: '2025-11-06', successor: ['500157'] },
    { code: '500157', name: '两江新区', parent: '500000', from: '2025-11-07' },
  ],
}
const row = (more: Partial<Amendment> & { code: string }): Amendment =>
  ({ name: '某区', nameEn: '', parent: '120000', validFrom: null, validTo: null, successor: null, sort: 0, version: 1, ...more })
const today = '2026-11-22'

describe('E06 shipped entries and amendments as one list', () => {
  it('without amendments the list is as it was shipped', () => {
    const same = merged(list, [])
    expect(same.items.map(({ origin: _, version: _v, ...item }) => item)).toEqual(list.items)
    expect(same.items.every((item) => item.origin === 'shipped' && item.version === 0)).toBe(true)
  })

  it('an amendment takes the place of the last entry of its code; what the code meant before stays', () => {
    const items = merged(list, [row({ code: '120110', name: '东丽新区', validFrom: '1992-01-01', version: 4 })]).items
    expect(items.map((item) => item.name)).toEqual(['东郊区', '东丽新区', '江北区', '两江新区'])
    expect(items[1]).toMatchObject({ origin: 'amended', version: 4 })
  })

  it('renaming an ended entry keeps what follows it', () => {
    const items = merged(list, [{ ...row({ code: '500105' }), ...amendmentOf(list.items[2]!), name: '江北区（原）' }]).items
    expect(items[2]).toMatchObject({ name: '江北区（原）', to: '2025-11-06', successor: ['500157'] })
  })

  it('added entries come last, in their own order', () => {
    const items = merged(list, [row({ code: '120200', sort: 2 }), row({ code: '120300', sort: 1 })]).items
    expect(items.slice(4).map((item) => [item.code, item.origin])).toEqual([['120300', 'added'], ['120200', 'added']])
  })

  it('every shipped list can be merged with an amendment of each of its codes', () => {
    for (const shipped of codeLists.values()) {
      const rows = [...new Set(shipped.items.map((item) => item.code))].map((code) => row({ code }))
      expect(merged(shipped, rows).items, shipped.id).toHaveLength(shipped.items.length)
    }
  })
})

describe('what the desk may do with an entry', () => {
  const all = merged(list, [])
  const [past, current, ended, fresh] = all.items

  it('knows current, ended and future ones', () => {
    expect([current, ended].map((entry) => stateOf(entry!, today))).toEqual(['current', 'ended'])
    expect(stateOf(fresh!, '2025-01-01')).toBe('future')
  })

  it('the past of a code that came back is history', () => {
    expect(canOf(all, past!, today)).toEqual([])
    expect(canOf(all, current!, today)).toEqual(['rename', 'end'])
    expect(canOf(all, ended!, today)).toEqual(['rename', 'succeed', 'revive'])
  })

  it('an entry ends after it began, followed by another of its list', () => {
    expect(mayEnd(all, current!, '1991-01-01', null)?.fields.to?.code).toBe('lists.ends_before_it_begins')
    expect(mayEnd(all, current!, today, '120110')?.fields.successor?.code).toBe('lists.successor_itself')
    expect(mayEnd(all, current!, today, '999999')?.fields.successor?.code).toBe('lists.successor_unknown')
    expect(mayEnd(all, current!, today, '500157')).toBe(null)
  })

  it('a code is never used twice, and stands below one that is there', () => {
    const provinces = { ...list, items: [{ code: '120000', name: '天津市' }] }
    expect(mayAdd(all, provinces, '500105', null)?.fields.code?.code).toBe('lists.code_taken')
    expect(mayAdd(all, provinces, '120200', '130000')?.fields.parent?.code).toBe('lists.parent_unknown')
    expect(mayAdd(all, provinces, '120200', '120000')).toBe(null)
  })
})
