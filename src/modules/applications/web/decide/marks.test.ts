import { describe, expect, it } from 'vitest'
import { hasBegun, isTaken, joined, markPressed, missingIn, nothingMarked, noted, reasonPressed, sentOf, unmarked } from './marks.ts'

const said = (codes: readonly string[]) => codes.filter((code) => code !== 'other').map((code) => `(${code})`)

describe('D18 a return that marks fields', () => {
  it('a field is marked by a press, turned to by the next, and no longer marked by the third', () => {
    const both = markPressed(markPressed(nothingMarked, 'title'), 'budget')
    expect(both.at).toBe('budget')
    const turned = markPressed(both, 'title')
    expect(turned).toMatchObject({ at: 'title', marks: [{ field: 'title' }, { field: 'budget' }] })
    expect(markPressed(turned, 'title')).toMatchObject({ at: 'budget', marks: [{ field: 'budget' }] })
    expect(unmarked(markPressed(nothingMarked, 'title'), 'title')).toEqual(nothingMarked)
  })

  it('reasons go to the field that is turned to, else to the whole application', () => {
    const marked = reasonPressed(markPressed(nothingMarked, 'budget'), 'budget', said)
    expect(marked).toMatchObject({ codes: [], comment: '', marks: [{ codes: ['budget'] }] })
    expect(reasonPressed({ ...marked, at: null }, 'unclear', said)).toMatchObject({ codes: ['unclear'], comment: '(unclear)', marks: [{ codes: ['budget'] }] })
  })

  it('S2-85 does not go without a reason, for each field or for the whole', () => {
    expect(missingIn(nothingMarked)).toEqual({ whole: true })
    const marked = markPressed(markPressed(nothingMarked, 'title'), 'budget')
    expect(missingIn(marked)).toEqual({ mark: 'title' })
    expect(missingIn(noted(marked, 'title', '请写全称'))).toEqual({ mark: 'budget' })
    expect(missingIn(reasonPressed(noted(marked, 'title', '请写全称'), 'budget', said))).toBeNull()
  })

  it('其他 says nothing by itself', () => {
    expect(missingIn(reasonPressed(nothingMarked, 'other', said))).toEqual({ whole: true })
    const marked = reasonPressed(markPressed(nothingMarked, 'title'), 'other', said)
    expect(missingIn(marked)).toEqual({ mark: 'title' })
    expect(missingIn(noted(marked, 'title', '请写全称'))).toBeNull()
  })

  it('is sent in the order of the form, whatever was pressed first', () => {
    const r = noted(noted(markPressed(markPressed(nothingMarked, 'budget'), 'title'), 'title', ' 请写全称 '), 'budget', '合计有误')
    expect(sentOf(r, ['title', 'budget'])).toEqual({
      marks: [{ field: 'title', codes: [], note: '请写全称' }, { field: 'budget', codes: [], note: '合计有误' }], codes: [], comment: '',
    })
  })
})

describe('E19 going on with what another began', () => {
  const half = { marks: [{ field: 'aims', codes: ['unclear' as const], note: '请写明指标' }], codes: ['budget' as const], comment: '经费依据不足' }
  it('stands behind one\'s own words, none of which is lost', () => {
    const own = noted(reasonPressed(markPressed({ ...nothingMarked, comment: '另请补充协议' }, 'aims'), 'incomplete', () => []), 'aims', '目标不全')
    expect(joined(own, half)).toEqual({
      at: 'aims', codes: ['budget'], comment: '另请补充协议\n经费依据不足', marks: [{ field: 'aims', codes: ['incomplete', 'unclear'], note: '目标不全；请写明指标' }],
    })
    expect(joined(nothingMarked, half)).toEqual({ ...half, at: null })
  })
  it('is not offered again once it was taken over, and taking it twice changes nothing', () => {
    expect(isTaken(half, nothingMarked)).toBe(false)
    const taken = joined(nothingMarked, half)
    expect(isTaken(half, taken)).toBe(true)
    expect(joined(taken, half)).toEqual(taken)
    expect(isTaken(half, { ...taken, marks: [] })).toBe(false)
  })
  it('never grows beyond what is sent', () => {
    const long = joined({ ...nothingMarked, comment: '一'.repeat(900) }, { ...half, comment: '二'.repeat(900) })
    expect(long.comment).toHaveLength(1000)
  })
  it('what is empty was not begun', () => {
    expect([hasBegun(nothingMarked), hasBegun({ ...nothingMarked, comment: ' ' }), hasBegun(half)]).toEqual([false, false, true])
  })
})
