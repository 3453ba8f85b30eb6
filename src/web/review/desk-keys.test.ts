import { describe, expect, it } from 'vitest'
import { isRead, pressOf } from './desk-keys.ts'

describe('N4 the flood desk by keyboard', () => {
  it('walks, decides and leaves by single keys, large or small', () => {
    expect(['j', 'J', 'k', 'p', 'r', 'u', 'Escape'].map((key) => pressOf('reading', key))).toEqual([
      { deed: 'next' }, { deed: 'next' }, { deed: 'previous' }, { deed: 'pass' }, { deed: 'return' }, { deed: 'undo' }, { deed: 'leave' },
    ])
  })

  it('picks reasons by number only while returning', () => {
    expect(pressOf('reading', '1')).toBeNull()
    expect(pressOf('returning', '3')).toEqual({ deed: 'pick', n: 3 })
    expect(pressOf('returning', '0')).toBeNull()
  })

  it('never decides or walks away while a return is being written', () => {
    for (const key of ['j', 'k', 'p', 'r', 'u']) expect(pressOf('returning', key), key).toBeNull()
  })

  it('leaves what is typed alone: figures and letters belong to the text', () => {
    expect(pressOf('returning', '1', { typing: true })).toBeNull()
    expect(pressOf('returning', 'Enter', { typing: true })).toBeNull()
    expect(pressOf('reading', 'p', { typing: true })).toBeNull()
    expect(pressOf('returning', 'Escape', { typing: true })).toEqual({ deed: 'leave' })
    expect(pressOf('returning', 'Enter', { typing: true, ctrl: true })).toEqual({ deed: 'confirm' })
  })

  it('leaves the keys of the browser alone, and those by which a page is read', () => {
    for (const key of ['ArrowDown', 'PageDown', ' ', 'Tab', 'Enter']) expect(pressOf('reading', key), key).toBeNull()
    expect(pressOf('reading', 'p', { ctrl: true })).toBeNull()
    expect(pressOf('reading', 'r', { ctrl: true })).toBeNull()
  })

  it('a second press does not pass the next person unseen', () => {
    expect(isRead(null, 10_000)).toBe(false)
    expect(isRead(10_000, 10_100)).toBe(false)
    expect(isRead(10_000, 10_699)).toBe(false)
    expect(isRead(10_000, 10_700)).toBe(true)
  })
})
