import { describe, expect, it } from 'vitest'
import { linkOf } from '../../../web/filters.ts'
import { askedWith, isNarrowed, reviewFilterDefs, tabOf, ticked } from './review-filters.ts'
import type { ReviewRow } from './shown.ts'

const id = '00000000-0000-7000-8000-0000000000a1'
const row = (more: Partial<ReviewRow> = {}): ReviewRow => ({
  id, name: '夏敏', sex: '2', documentType: 'ID', document: '5***************1X', phone: '164****0001', education: '11', title: '2', unit: '两江示范大学（演示）', secondaryUnit: null,
  updatedAt: '2026-01-30T02:13:00.000Z', submittedAt: '2026-01-30T02:13:00.000Z', state: 'pending', revision: 2, desk: 'unit', isVacant: false, isSilent: false, can: ['approve', 'refuse'], closed: [], ...more,
})

describe('S2-47 the filters of the review list', () => {
  it('name, document and phone are asked for, and never stand in a link', () => {
    const values = { name: '夏敏', document: '001X', phone: '0001', workplace: '软件', state: 'all', desk: 'all' }
    expect(askedWith(values)).toMatchObject({ name: '夏敏', document: '001X', phone: '0001', workplace: '软件', desk: 'all' })
    expect(linkOf(reviewFilterDefs, {}, values)).toEqual({ workplace: '软件', state: 'all', desk: 'all' })
  })

  it('begins with what waits at the own desk, who came first on top', () => {
    expect(askedWith({ state: 'pending', desk: 'own' })).toMatchObject({ state: 'pending', desk: 'own', order: 'oldest' })
    expect(askedWith({ state: 'all' })).not.toHaveProperty('state')
    expect(askedWith({ state: 'approved' })).toMatchObject({ order: 'newest' })
  })

  it('takes nothing made up from a link', () => {
    expect(tabOf('withdrawn')).toBe('pending')
    expect(askedWith({ desk: '../all', from: 'yesterday', to: '2026-02-30x' })).toMatchObject({ desk: 'own', from: undefined, to: undefined })
    expect(askedWith({ desk: id })).toMatchObject({ desk: id })
  })

  it('a state and a desk are places to look, not filters that hide', () => {
    expect(isNarrowed({ state: 'all', desk: id })).toBe(false)
    expect(isNarrowed({ from: '2026-01-01' })).toBe(true)
  })
})

describe('S2-60 ticked lines', () => {
  it('E49 keep the version that was seen last, and lose who was decided meanwhile', () => {
    const first = ticked({}, [id], [row()], true)
    expect(first[id]).toMatchObject({ revision: 2, actsFor: false })
    expect(ticked(first, [id], [row({ revision: 3 })], true)[id]).toMatchObject({ revision: 3 })
    expect(ticked(first, [id], [row({ state: 'approved', can: [] })], true)).toEqual({})
    expect(ticked(first, [id], [], true)).toEqual(first)
  })

  it('D11 know where the unit would decide for a secondary unit', () => {
    expect(ticked({}, [id], [row({ desk: 'secondary_unit', isVacant: true })], true)[id]).toMatchObject({ actsFor: true })
    expect(ticked({}, [id], [row({ desk: 'secondary_unit' })], false)[id]).toMatchObject({ actsFor: false })
  })
})
