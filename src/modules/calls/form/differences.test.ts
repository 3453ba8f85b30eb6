import { expect, test } from 'vitest'
import { differences } from './differences.ts'
import type { FileShown, MemberShown } from './definition.ts'
import { contentOf, fieldOf, formOf, named } from './testing/forms.ts'

const form = formOf([
  { id: 'a', fields: [fieldOf({ kind: 'text', id: 'title' }), fieldOf({ kind: 'yesno', id: 'partner' }), fieldOf({ kind: 'text', id: 'name', when: { field: 'partner', is: true } }), fieldOf({ kind: 'fact', id: 'unit', of: 'unit.name' })] },
  { id: 'b', fields: [
    fieldOf({ kind: 'table', id: 'plan', columns: [{ kind: 'money', id: 'x', label: named('甲') }, { kind: 'money', id: 'y', label: named('乙') }, { kind: 'computed', id: 'z', label: named('和'), value: { add: [{ field: 'x' }, { field: 'y' }] } }] }),
    fieldOf({ kind: 'members', id: 'people' }), fieldOf({ kind: 'files', id: 'papers', types: ['pdf'] }),
  ] },
])
const row = (id: string, x: number, y: number) => ({ id, cells: { x, y } })
const file = (id: string, sha256: string, more: Partial<FileShown> = {}): FileShown => ({ id, fieldId: 'papers', name: '协议.pdf', kind: 'pdf', bytes: 1, sha256, pages: 1, state: 'clean', ...more })
const member = (id: string, task: string): MemberShown => ({ id, name: '甲', unit: '', title: '', role: '', task, months: null, state: 'confirmed' })

test('nothing changed', () => {
  const content = contentOf({ title: 'x', plan: [row('1', 1, 2)] }, { files: [file('f1', 'h')] })
  expect(differences(form, content, structuredClone(content))).toEqual([])
})

test('fields in the order of the form, with what stood there', () => {
  expect(differences(form, contentOf({ title: '旧', partner: true, name: '甲' }, { facts: { 'unit.name': '一' } }), contentOf({ title: '新', partner: false, name: '甲' }, { facts: { 'unit.name': '二' } })))
    .toMatchObject([{ tab: 'a', field: 'title', before: '旧', after: '新' }, { field: 'partner', before: true, after: false }, { field: 'name', before: '甲', after: null }, { field: 'unit', before: '一', after: '二' }])
})

test('tables by row: added, removed, changed with its columns, moved', () => {
  const [change] = differences(form, contentOf({ plan: [row('1', 1, 1), row('2', 2, 2), row('3', 3, 3), row('4', 4, 4)] }), contentOf({ plan: [row('2', 2, 5), row('4', 4, 4), row('3', 3, 3), row('5', 0, 0)] }))
  expect(change?.rows).toEqual([
    { id: '2', what: 'changed', columns: ['y', 'z'] }, { id: '4', what: 'moved', columns: [] }, { id: '3', what: 'moved', columns: [] }, { id: '5', what: 'added', columns: [] }, { id: '1', what: 'removed', columns: [] },
  ])
})

test('members by what is different, files by what is in them', () => {
  expect(differences(form, contentOf({}, { members: [member('1', '算法')], files: [file('f1', 'same'), file('f2', 'old')] }), contentOf({}, { members: [member('1', '系统')], files: [file('f9', 'same'), file('f3', 'new'), file('f4', 'bad', { state: 'refused' })] })).map(({ field, rows }) => [field, rows]))
    .toEqual([
      ['people', [{ id: '1', what: 'changed', columns: ['task'] }]],
      ['papers', [{ id: 'new', what: 'added', columns: [] }, { id: 'old', what: 'removed', columns: [] }]],
    ])
})
