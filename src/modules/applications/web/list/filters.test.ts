import { describe, expect, it } from 'vitest'
import { filtersIn, linkOf } from '../../../../web/filters.ts'
import { askedWith, isNarrowed, projectFilterDefs, tabOf } from './filters.ts'

const id = '01970000-0000-7000-8000-000000000001'

describe('S2-78 the filters of 本单位的项目', () => {
  it('begins with what waits, in the order in which it came (N7)', () => {
    expect(askedWith({})).toMatchObject({ waiting: true, state: undefined, order: 'queue' })
  })

  it('a headline state, a sub-state of 未提交, everything', () => {
    expect(askedWith({ state: 'unit' })).toMatchObject({ waiting: false, state: 'unit', order: 'newest' })
    expect(askedWith({ state: 'returned' })).toMatchObject({ waiting: false, state: 'returned' })
    expect(askedWith({ state: 'all' })).toMatchObject({ waiting: false, state: undefined })
    expect(tabOf('returned')).toBe('unsubmitted')
    expect(tabOf('made up')).toBe('waiting')
  })

  it('asks for nothing that a link made up', () => {
    expect(askedWith({ call: 'x', department: '1 or 1', from: 'yesterday' })).toMatchObject({ callId: undefined, secondaryUnitId: undefined, from: undefined })
    expect(askedWith({ call: id, department: id })).toMatchObject({ callId: id, secondaryUnitId: id })
  })

  it('names and titles never stand in the link (D21)', () => {
    const link = linkOf(projectFilterDefs, {}, { title: '智能网联', leader: '王', number: '2026-1', state: 'unit', call: id })
    expect(link).toEqual({ number: '2026-1', state: 'unit', call: id })
    expect(filtersIn(projectFilterDefs, { title: '智能网联' }, {}).title).toBeUndefined()
  })

  it('knows what narrows and what is a place', () => {
    expect(isNarrowed({ state: 'unit', call: id })).toBe(false)
    expect(isNarrowed({ warned: 'yes' })).toBe(true)
  })
})
