import { describe, expect, it } from 'vitest'
import { forgetHere, forgetOthers, keepHere, leftHere, type Kept } from './kept-here.ts'

function store(): Kept & { all: Map<string, string> } {
  const all = new Map<string, string>()
  return {
    all, getItem: (name) => all.get(name) ?? null, setItem: (name, value) => void all.set(name, value), removeItem: (name) => void all.delete(name),
    key: (i) => [...all.keys()][i] ?? null, get length() { return all.size },
  }
}
const at = { account: 'a1', draft: 'd1', window: 'w1' }
const fields = { title: { version: 1, base: '原', mine: '新' } }

describe('D23 unsent changes in the browser', () => {
  it('are found by the next window, not by one that stands beside a living one', () => {
    const s = store()
    expect(keepHere(s, at, fields)).toBe(true)
    expect(leftHere(s, at, () => false)).toEqual([{ window: 'w1', fields }])
    expect(leftHere(s, at, (window) => window === 'w1')).toEqual([])
    expect(leftHere(s, { account: 'a2', draft: 'd1' }, () => false)).toEqual([])
    forgetHere(s, at)
    expect(leftHere(s, at, () => false)).toEqual([])
  })

  it('are gone once saved', () => {
    const s = store()
    keepHere(s, at, fields)
    keepHere(s, at, {})
    expect(s.all.size).toBe(0)
  })

  it('of somebody else do not stay', () => {
    const s = store()
    s.setItem('another.thing', 'stays')
    keepHere(s, at, fields)
    keepHere(s, { ...at, account: 'a2' }, fields)
    forgetOthers(s, 'a2')
    expect([...s.all.keys()]).toEqual(['another.thing', 'kehui.draft.a2.d1.w1'])
  })

  it('a full or forbidden store is told, what is broken in it is passed over', () => {
    const s = store()
    expect(keepHere({ ...s, length: 0, setItem: () => { throw new Error('full') } }, at, fields)).toBe(false)
    s.setItem('kehui.draft.a1.d1.w9', '{"title":{"version":"x"},"aim":{"version":2,"base":null,"mine":"好"}}')
    expect(leftHere(s, at, () => false)).toEqual([{ window: 'w9', fields: { aim: { version: 2, base: null, mine: '好' } } }])
    s.setItem('kehui.draft.a1.d1.w9', 'no json')
    expect(leftHere(s, at, () => false)).toEqual([])
  })
})
