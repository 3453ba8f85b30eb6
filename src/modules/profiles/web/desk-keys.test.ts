import { describe, expect, it } from 'vitest'
import { canDecide, pressOf } from './desk-keys.ts'

describe('N4 the flood desk by keyboard', () => {
  it('walks, decides and leaves by single keys, large or small', () => {
    expect(['j', 'J', 'k', 'p', 'r', 'Escape'].map((key) => pressOf('reading', key))).toEqual([
      { deed: 'next' }, { deed: 'next' }, { deed: 'previous' }, { deed: 'approve' }, { deed: 'refuse' }, { deed: 'leave' },
    ])
  })

  it('S2-55 picks reasons by number only while refusing', () => {
    expect(pressOf('reading', '1')).toBeNull()
    expect(pressOf('refusing', '3')).toEqual({ deed: 'pick', n: 3 })
    expect(pressOf('refusing', '0')).toBeNull()
  })

  it('never decides or walks away while a refusal is being written', () => {
    for (const key of ['j', 'k', 'p', 'r']) expect(pressOf('refusing', key), key).toBeNull()
  })

  it('leaves what is typed alone: figures and letters belong to the text', () => {
    expect(pressOf('refusing', '1', { typing: true })).toBeNull()
    expect(pressOf('refusing', 'Enter', { typing: true })).toBeNull()
    expect(pressOf('reading', 'p', { typing: true })).toBeNull()
    expect(pressOf('refusing', 'Escape', { typing: true })).toEqual({ deed: 'leave' })
    expect(pressOf('refusing', 'Enter', { typing: true, ctrl: true })).toEqual({ deed: 'confirm' })
  })

  it('leaves the keys of the browser alone, and those by which a page is read', () => {
    for (const key of ['ArrowDown', 'PageDown', ' ', 'Tab', 'Enter']) expect(pressOf('reading', key), key).toBeNull()
    expect(pressOf('reading', 'p', { ctrl: true })).toBeNull()
    expect(pressOf('reading', 'r', { ctrl: true })).toBeNull()
  })

  it('S2-54 a second press does not pass the next person unseen', () => {
    expect(canDecide(null, 10_000)).toBe(false)
    expect(canDecide(10_000, 10_100)).toBe(false)
    expect(canDecide(10_000, 10_700)).toBe(true)
  })
})
