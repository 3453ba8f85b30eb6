import { expect, test } from 'vitest'
import { changedManager, fieldIn, namedProblems } from './named.ts'

test('S2-28 the number is judged by its kind, and an empty field not at all', () => {
  expect(namedProblems({ name: '', documentType: 'ID', document: '' })).toEqual({})
  expect(namedProblems({ name: '欧阳娜娜', documentType: 'ID', document: '50010119900101' }).document?.code).toBe('document.length')
  expect(namedProblems({ name: 'John Smith', documentType: 'ID', document: '' }).name?.code).toBeDefined()
  expect(namedProblems({ name: 'John Smith', documentType: 'PASSPORT', document: 'K0000001' })).toEqual({})
})

test('S2-37 what was not typed stays as it is', () => {
  const untouched = { name: '古丽娜尔·买买提', phone: '', documentType: 'ID', document: '' }
  expect(changedManager({ name: '古丽娜尔·买买提' }, untouched)).toBeNull()
  expect(changedManager({ name: '古丽娜尔·买买提' }, { ...untouched, phone: ' 16400000001 ' })).toEqual({ name: null, phone: '16400000001', documentType: null, document: null })
  expect(changedManager({ name: '古丽娜尔·买买提' }, { ...untouched, name: '欧阳娜娜', documentType: 'PASSPORT', document: 'K0000001' }))
    .toEqual({ name: '欧阳娜娜', phone: null, documentType: 'PASSPORT', document: 'K0000001' })
})

test('E36 a vacant post takes all that is typed', () => {
  expect(changedManager(null, { name: '欧阳娜娜', phone: '16400000001', documentType: 'ID', document: '1' }))
    .toEqual({ name: '欧阳娜娜', phone: '16400000001', documentType: 'ID', document: '1' })
  expect(changedManager(null, { documentType: 'ID' })).toBeNull()
})

test('S2-36 a finding of the server stands beside its field, wherever the form has it', () => {
  const names = ['name', 'manager.name', 'manager.document']
  expect(fieldIn(names, 'change.manager.document')).toBe('manager.document')
  expect(fieldIn(names, 'document')).toBe('manager.document')
  expect(fieldIn(['name', 'document'], 'change.person.document')).toBe('document')
  expect(fieldIn(names, 'name')).toBe('name')
  expect(fieldIn(names, 'seal')).toBe('seal')
})
