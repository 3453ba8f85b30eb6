import { describe, expect, it } from 'vitest'
import { textAfter, textBeside, textOfPicks, toggled } from './reason-text.ts'

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
})
