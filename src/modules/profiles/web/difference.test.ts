import { describe, expect, it } from 'vitest'
import { changesOf, employerWithUnit, type InWords } from './difference.ts'
import type { ShownRevision } from './shown.ts'

const id = '00000000-0000-7000-8000-000000000001'
const version = (more: Partial<ShownRevision> = {}): ShownRevision => ({
  revision: 1, unit: { id, name: '两江示范大学' }, secondaryUnit: null, documentType: 'ID', document: '5***************1X', education: '21', degree: '4', title: '3', position: '讲师',
  submittedAt: '2026-03-02T02:00:00.000Z', ...more,
})
const inWords: InWords = (field, v) => (field === 'unit' ? employerWithUnit(v.unit.name, v.secondaryUnit?.name) : (v[field] ?? ''))

describe('S2-46 what is new beside what was approved', () => {
  it('shows only what changed, before and after', () => {
    expect(changesOf(version(), version({ title: '2', secondaryUnit: { id, name: '软件学院' } }), ['unit', 'title'], inWords)).toEqual([
      { field: 'unit', was: '两江示范大学', now: '两江示范大学(软件学院)', isHidden: false },
      { field: 'title', was: '3', now: '2', isHidden: false },
    ])
  })

  it('shows the first version without a before', () => {
    expect(changesOf(null, version(), ['title'], inWords)).toEqual([{ field: 'title', was: null, now: '3', isHidden: false }])
  })

  it('E45 says that a number changed where its mask looks the same', () => {
    expect(changesOf(version(), version(), ['document'], inWords)).toMatchObject([{ field: 'document', isHidden: true }])
  })

  it('draws no change where both say the same', () => {
    expect(changesOf(version(), version(), ['title'], inWords)).toEqual([{ field: 'title', was: null, now: '3', isHidden: false }])
  })

  it('S2-48 writes 工作单位(部门) as the manual does', () => {
    expect(employerWithUnit('两江示范大学', '软件学院')).toBe('两江示范大学(软件学院)')
    expect(employerWithUnit('两江示范大学', null)).toBe('两江示范大学')
  })
})
