import { describe, expect, it } from 'vitest'
import { reasonsShown, speaking, textAfter, textBeside, textOfPicks, toggled } from './reason-text.ts'

describe('S2-55, S2-85 a reason out of coded ones and own words', () => {
  it('one stands alone, several are numbered', () => {
    expect(textOfPicks([])).toBe('')
    expect(textOfPicks(['签章不全'])).toBe('签章不全')
    expect(textOfPicks(['签章不全', '预算有误'])).toBe('1. 签章不全\n2. 预算有误')
  })

  it('is written anew with every pick, until somebody changed it by hand', () => {
    expect(textAfter('', [], ['甲'])).toBe('甲')
    expect(textAfter('甲', ['甲'], ['甲', '乙'])).toBe('1. 甲\n2. 乙')
    expect(textAfter('甲', ['甲'], [])).toBe('')
    expect(textAfter('甲，请补充', ['甲'], ['甲', '乙'])).toBe('甲，请补充')
  })

  it('keeps the order of the list, whatever was picked first', () => {
    expect(toggled(['a', 'b', 'c'], ['c'], 'a')).toEqual(['a', 'c'])
    expect(toggled(['a', 'b', 'c'], ['a', 'c'], 'a')).toEqual(['c'])
  })

  it('does not say twice what the coded reasons say', () => {
    expect(textBeside('1. 甲\n2. 乙', ['甲', '乙'])).toBe('')
    expect(textBeside('甲，请补充', ['甲'])).toBe('甲，请补充')
    expect(textBeside(null, [])).toBe('')
  })

  it('E53 is read whole and once: the picks, and the text where it says more', () => {
    expect(reasonsShown(['甲', '乙'], '1. 甲\n2. 乙')).toEqual(['甲', '乙'])
    expect(reasonsShown(['甲', '乙'], '请补充第三页')).toEqual(['甲', '乙', '请补充第三页'])
    expect(reasonsShown([], '请补充第三页')).toEqual(['请补充第三页'])
    expect(reasonsShown(['甲'], null)).toEqual(['甲'])
    expect(reasonsShown([], '')).toEqual([])
  })

  it('其他 is not read: what it stands for is the text', () => {
    const inWords = (codes: readonly string[]) => speaking(codes).map((code) => ({ a: '甲', other: '其他' })[code] ?? code)
    expect(reasonsShown(inWords(['a', 'other']), '甲')).toEqual(['甲'])
    expect(reasonsShown(inWords(['other']), '见附件')).toEqual(['见附件'])
  })
})
