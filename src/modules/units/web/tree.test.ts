import { expect, test } from 'vitest'
import type { Authority } from './choices.ts'
import { placeOf } from './choices.ts'
import { sayFinding } from './finding.ts'
import { branchesOf } from './tree.ts'

const a = (id: string, parentId: string | null, kind: Authority['kind'], name: string, nameEn = ''): Authority => ({ id, parentId, kind, name, nameEn, region: null })
const tree = [
  a('b', null, 'bureau', '市科学技术局', 'Science and Technology Bureau'),
  a('m', 'b', 'municipal', '市教育委员会', 'Education Commission'),
  a('mm', 'm', 'municipal', '高等教育处（演示）'),
  a('d', 'b', 'district', '和平区科学技术局', 'Heping District Bureau'),
]

test('S1-39 the tree stands from top to bottom, and the bureau cannot be chosen', () => {
  expect(branchesOf(tree, 'zh').map((b) => [b.name, b.depth, b.choosable])).toEqual([
    ['市科学技术局', 0, false], ['市教育委员会', 1, true], ['高等教育处（演示）', 2, true], ['和平区科学技术局', 1, true],
  ])
})

test('S1-39 a search keeps the branches above what it finds, in either language', () => {
  expect(branchesOf(tree, 'zh', '高等').map((b) => [b.id, b.choosable])).toEqual([['b', false], ['m', false], ['mm', true]])
  expect(branchesOf(tree, 'en', 'heping').map((b) => b.id)).toEqual(['b', 'd'])
  expect(branchesOf(tree, 'en', 'heping')[1]?.name).toBe('Heping District Bureau')
  expect(branchesOf(tree, 'zh', '没有这个')).toEqual([])
  // Only the bureau itself fits: nothing to choose.
  expect(branchesOf([tree[0]!], 'zh', '科学')).toEqual([])
})

test('E05 a registration is not transferred to where it is', () => {
  expect(branchesOf(tree, 'zh', '', 'd').find((b) => b.id === 'd')?.choosable).toBe(false)
})

test('S1-40 a place is read in the order of the language', () => {
  const provinces = [{ code: '120000', name: '天津市', nameEn: 'Tianjin', parent: null }]
  const districts = [{ code: '120101', name: '和平区', nameEn: 'Heping District', parent: '120000' }]
  expect(placeOf('zh', '120101', provinces, districts)).toBe('天津市和平区')
  expect(placeOf('en', '120101', provinces, districts)).toBe('Heping District, Tianjin')
  expect(placeOf('zh', '129999', provinces, districts)).toBe('129999')
})

test('a finding is said in the reader\'s language, its facts too', () => {
  const t = (_: string, params?: Record<string, string | number>) => `belongs to ${params?.kind}`
  const finding = { code: 'uscc.legal_type', params: { kind: '事业单位', kindEn: 'Public institution' } }
  expect(sayFinding(t, 'zh', finding)).toBe('belongs to 事业单位')
  expect(sayFinding(t, 'en', finding)).toBe('belongs to Public institution')
})
