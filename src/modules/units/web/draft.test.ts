import { beforeEach, expect, test } from 'vitest'
import type { Kept } from '../../../web/drafts.ts'
import { draftOf, draftPrefix, forgetDraft, forgetOtherDrafts, keepDraft } from './draft.ts'

let kept: Map<string, string>
let store: Kept

beforeEach(() => {
  kept = new Map()
  store = {
    get length() {
      return kept.size
    },
    key: (i) => [...kept.keys()][i] ?? null,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  }
})

test('D23 unsent public facts are kept until they are saved', () => {
  keepDraft(store, 'a', { name: '津沽示范理工大学（演示）', creditCodeByHand: true, legalType: undefined, legalNature: null })
  expect(draftOf(store, 'a')).toEqual({ name: '津沽示范理工大学（演示）', creditCodeByHand: true })
  forgetDraft(store, 'a')
  expect(draftOf(store, 'a')).toBe(null)
})

test('D23 nothing personal is kept, whatever stands in the form', () => {
  keepDraft(store, 'a', { password: 'secret', mail: 'a@example.com', phone: '16400000000', contactName: '欧阳示例', name: '某所' })
  expect([...kept.values()].join()).toBe('{"name":"某所"}')
  keepDraft(store, 'a', { creditCode: '９2120199MX0000001X', name: '某店' })
  expect(draftOf(store, 'a')).toEqual({ name: '某店' })
})

test('D23 a draft belongs to one registration; those of others in this window go', () => {
  keepDraft(store, 'a', { name: '甲所' })
  keepDraft(store, 'b', { name: '乙所' })
  kept.set('other', 'stays')
  expect(draftOf(store, 'b')).toEqual({ name: '乙所' })
  forgetOtherDrafts(store, 'b')
  expect([...kept.keys()]).toEqual([`${draftPrefix}b`, 'other'])
})

test('what is not a draft of ours is none', () => {
  kept.set(`${draftPrefix}a`, '{"name":5,"role":"admin"}')
  expect(draftOf(store, 'a')).toBe(null)
  kept.set(`${draftPrefix}a`, 'not json')
  expect(draftOf(store, 'a')).toBe(null)
})

test('a window that refuses to keep anything loses nothing but the draft', () => {
  const refusing = { ...store, length: 0, setItem: () => { throw new Error('full') }, getItem: () => { throw new Error('forbidden') } } as Kept
  keepDraft(refusing, 'a', { name: '甲所' })
  expect(draftOf(refusing, 'a')).toBe(null)
})
