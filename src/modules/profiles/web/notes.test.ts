import { expect, it } from 'vitest'
import { isTaken, joined } from './notes.ts'

const all = ['title_unproven', 'incomplete', 'other'] as const
const nothing = { codes: [], text: '' }

it('E19 what another wrote comes behind the own words, and picks in the order of the list', () => {
  const his = { codes: ['title_unproven'] as const, text: '职称证书与姓名不符' }
  expect(joined(all, nothing, his)).toEqual(his)
  expect(joined(all, { codes: ['other'], text: '照片不清 ' }, his)).toEqual({ codes: ['title_unproven', 'other'], text: '照片不清\n职称证书与姓名不符' })
})

it('E19 what is there already is not written twice', () => {
  const his = { codes: ['other'] as const, text: '职称证书' }
  const own = { codes: [], text: '职称证书与姓名不符' }
  expect(isTaken(his, own)).toBe(false)
  const both = joined(all, own, his)
  expect(both).toEqual({ codes: ['other'], text: '职称证书与姓名不符' })
  expect(isTaken(his, both)).toBe(true)
  expect(isTaken(nothing, own)).toBe(true)
})
