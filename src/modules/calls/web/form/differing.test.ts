import { describe, expect, it } from 'vitest'
import { field, type Content, type FieldOf, type RichDocument, type Values } from '../../form/definition.ts'
import { differs, partsAgainst, rowsAgainst } from './differing.ts'

const label = { zh: '甲', en: '' }
const content = (values: Values, more: Partial<Content> = {}): Content => ({ values, facts: {}, members: [], files: [], ...more })
const table = field.parse({ kind: 'table', id: 't', label, columns: [{ kind: 'text', id: 'a', label }] }) as FieldOf<'table'>
const row = (id: string, a: string) => ({ id, cells: { a } })
const doc = (...texts: string[]): RichDocument => ({ type: 'doc', content: texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })) })

describe('what differs from an earlier version', () => {
  it('of values, with nothing and empty being the same', () => {
    const text = field.parse({ kind: 'text', id: 'x', label })
    expect(differs(text, content({ x: '' }), content({}))).toBe(false)
    expect(differs(text, content({ x: '甲' }), content({ x: '乙' }))).toBe(true)
  })

  it('of files by what is in them, of facts by what they say', () => {
    const files = field.parse({ kind: 'files', id: 'f', label, types: ['pdf'] })
    const file = (id: string, sha256: string) => ({ id, fieldId: 'f', name: 'a.pdf', kind: 'pdf' as const, bytes: 1, sha256, pages: 1, state: 'clean' as const })
    expect(differs(files, content({}, { files: [file('1', 'aa')] }), content({}, { files: [file('2', 'aa')] }))).toBe(false)
    expect(differs(files, content({}, { files: [file('1', 'aa')] }), content({}, { files: [file('1', 'bb')] }))).toBe(true)
    expect(differs(field.parse({ kind: 'fact', id: 'u', label, of: 'unit.name' }), content({}, { facts: { 'unit.name': '甲' } }), content({}, { facts: { 'unit.name': '乙' } }))).toBe(true)
  })

  it('rows are new, changed, or gone at the place where they stood', () => {
    const shown = rowsAgainst(table, content({ t: [row('1', '甲'), row('2', '乙'), row('3', '丙')] }), content({ t: [row('1', '甲'), row('3', '丁'), row('4', '戊')] }))
    expect(shown.map(({ row: { id }, how }) => [id, how])).toEqual([['1', 'same'], ['2', 'removed'], ['3', 'changed'], ['4', 'added']])
    expect(rowsAgainst(table, undefined, content({ t: [row('1', '甲')] })).map(({ how }) => how)).toEqual(['same'])
  })

  it('paragraphs are kept, new, or gone at their place', () => {
    const shown = partsAgainst(doc('一', '二', '三'), doc('一', '二改', '三', '四'))
    expect(shown.map(({ node, how }) => [node.content?.[0]?.text, how])).toEqual([['一', 'same'], ['二', 'removed'], ['二改', 'added'], ['三', 'same'], ['四', 'added']])
    expect(partsAgainst(null, doc('一')).map(({ how }) => how)).toEqual(['added'])
    expect(partsAgainst(doc('一'), null).map(({ how }) => how)).toEqual(['removed'])
  })
})
