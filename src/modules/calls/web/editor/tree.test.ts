import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { added, at, moved, put, removed } from './tree.ts'

const tree = { title: { zh: '甲', en: '' }, list: [{ id: 'a' }, { id: 'b' }, { id: 'c' }], n: 1 }

describe('a document that is written', () => {
  test('is read anywhere, and nowhere', () => {
    expect([at(tree, ['title', 'zh']), at(tree, ['list', 1, 'id']), at(tree, ['nowhere', 3, 'x']), at(null, ['a'])]).toEqual(['甲', 'b', undefined, undefined])
  })

  test('is changed at one place; everything else is the same object, and the old one is left as it was', () => {
    const next = put(tree, ['list', 1, 'id'], 'B')
    expect(next).toEqual({ ...tree, list: [{ id: 'a' }, { id: 'B' }, { id: 'c' }] })
    expect(next.title).toBe(tree.title)
    expect(tree.list[1]).toEqual({ id: 'b' })
    expect(Object.keys(put(tree, ['title', 'zh'], '乙'))).toEqual(['title', 'list', 'n'])
  })

  test('grows where nothing was, and loses what becomes undefined', () => {
    expect(put({}, ['windows', 'leader', 'opensAt'], 'x')).toEqual({ windows: { leader: { opensAt: 'x' } } })
    expect(put(tree, ['title', 'en'], undefined)).toEqual({ ...tree, title: { zh: '甲' } })
  })

  test('items are added, taken out and moved', () => {
    expect(added(tree, ['list'], 1).list).toHaveLength(4)
    expect(added({}, ['list'], 1)).toEqual({ list: [1] })
    expect(removed(tree, ['list'], 0).list).toEqual([{ id: 'b' }, { id: 'c' }])
    expect(moved(tree, ['list'], 0, 2).list.map(({ id }) => id)).toEqual(['b', 'c', 'a'])
    expect(moved(tree, ['list'], 0, 3)).toBe(tree)
  })

  test('no move loses or doubles anything', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer(), { maxLength: 8 }), fc.nat(9), fc.nat(9), (list, from, to) => {
      expect(moved({ list }, ['list'], from, to).list.toSorted()).toEqual(list.toSorted())
    }))
  })
})
