import { describe, expect, it } from 'vitest'
import { demoResidentId } from '../../../codes/demo-numbers.ts'
import type { Mine, ShownRevision } from './shown.ts'
import { changedPlain, changedReviewed, derivedNow, direct, draftOf, isDerived, missingFields, opened, sentOf, withDraft } from './typed.ts'

const unit = { id: '00000000-0000-7000-8000-0000000000a1', name: '两江示范大学（演示）' }
const software = { id: '00000000-0000-7000-8000-0000000000b1', name: '软件学院' }
const at = '2026-03-02T02:00:00.000Z'

const revision = (more: Partial<ShownRevision> = {}): ShownRevision => ({
  revision: 1, unit, secondaryUnit: software, documentType: 'ID', document: '5***************1X', education: '21', degree: '4', title: '3', position: '讲师', submittedAt: at, ...more,
})
const mine = (more: Partial<Mine> = {}): Mine => ({
  version: 3, account: { userName: 'chenyu01', name: '陈宇', phone: '164****0001', mail: 'c***@example.com' },
  values: { sex: '1', nationality: 'CN', ethnicGroup: '01', politicalStatus: '13', birthDate: '1988-07-30', specialty: '计算机', officePhone: null, qq: null, wechat: null },
  document: { type: 'ID', number: '5***************1X' }, derived: { sex: '1', birthDate: '1988-07-30' },
  employer: { id: unit.id, name: unit.name, district: '500106', isHomeProvince: true, unitNature: '21', postalAddress: null }, secondaryUnit: software,
  badge: 'approved', approved: { ...revision(), approvedAt: at }, latest: null, waiting: null, draft: null, timeline: [], can: [], closed: [], ...more,
})

describe('S2-64 which of what is typed needs review', () => {
  it('S2-66 the form begins with what is in force and differs in nothing', () => {
    const now = mine()
    const typed = opened(now)
    expect(changedReviewed(now.approved, typed)).toEqual([])
    expect(changedPlain(now.values, typed)).toEqual([])
  })

  it('names the reviewed fields that differ, and those that do not need it', () => {
    const now = mine()
    const typed = withDraft(opened(now), { title: '2', wechat: 'chen_yu_88', secondaryUnitId: direct })
    expect(changedReviewed(now.approved, typed)).toEqual(['unit', 'title'])
    expect(changedPlain(now.values, typed)).toEqual(['wechat'])
  })

  it('the first time all six do', () => {
    const now = mine({ approved: null, badge: 'none' })
    expect(changedReviewed(now.approved, opened(now))).toEqual(['document', 'unit', 'education', 'degree', 'title', 'position'])
  })

  it('S2-56 after a refusal the form begins with what was refused, to be corrected', () => {
    const now = mine({ badge: 'refused', latest: { ...revision({ revision: 2, title: '1' }), state: 'refused', decision: null, changed: ['title'] } })
    expect(opened(now).reviewed.title).toBe('1')
    expect(changedReviewed(now.approved, opened(now))).toEqual(['title'])
  })

  it('S2-75 who belongs to no secondary unit says so, and that is sent as none', () => {
    const none = mine({ approved: { ...revision({ secondaryUnit: null }), approvedAt: at }, secondaryUnit: null })
    expect(opened(none).reviewed.secondaryUnitId).toBe(direct)
    expect(changedReviewed(none.approved, opened(none))).toEqual([])
    expect(sentOf(none, opened(none)).reviewed.secondaryUnitId).toBeNull()
  })

  it('S2-69 a number that is not typed leaves the one in force; it is never sent empty', () => {
    const sent = sentOf(mine(), opened(mine()))
    expect(sent.reviewed).not.toHaveProperty('document')
    expect(sent.reviewed).not.toHaveProperty('documentType')
  })
})

it('S2-62 S2-75 everything that is missing is said at once; what the number says is missed at the number', () => {
  const nothing = { sex: null, nationality: null, ethnicGroup: null, politicalStatus: null, birthDate: null, specialty: null, officePhone: null, qq: null, wechat: null }
  const first = mine({ values: nothing, document: null, derived: null, approved: null, secondaryUnit: null, badge: 'none' })
  expect(missingFields(first, opened(first), true)).toEqual(['plain.nationality', 'reviewed.document', 'reviewed.secondaryUnitId'])
  expect(missingFields(first, withDraft(opened(first), { documentType: 'PASSPORT_CN' }), false)).toEqual(['plain.sex', 'plain.nationality', 'plain.birthDate', 'reviewed.document'])
  expect(missingFields(mine(), opened(mine()), true)).toEqual([])
})

describe('1.4.4 the draft', () => {
  it('nothing that is typed is lost on the way to the server and back', () => {
    const now = mine()
    const typed = withDraft(opened(now), { specialty: '  软件工程', document: '5001', education: '11', nationality: '' })
    const back = opened(mine({ draft: { fields: draftOf(typed), at } }))
    expect(back).toEqual({ plain: { ...typed.plain }, reviewed: { ...typed.reviewed } })
  })

  it('lies above what is in force, field by field', () => {
    expect(opened(mine({ draft: { fields: { position: '副教授' }, at } })).reviewed).toMatchObject({ position: '副教授', title: '3' })
  })
})

describe('E42 what the number says is not typed', () => {
  const number = demoResidentId('chongqing', '1990-02-03', 2)

  it('the number that is typed now comes before the one that is held', () => {
    const typed = withDraft(opened(mine()), { documentType: 'ID', document: number })
    expect(derivedNow(mine(), typed)?.birthDate).toBe('1990-02-03')
    expect(sentOf(mine(), typed).plain.birthDate).toBe('1990-02-03')
  })

  it('while it is wrong, nothing is derived from it, and nothing is typed beside it either', () => {
    const wrong = withDraft(opened(mine()), { documentType: 'ID', document: '123' })
    expect(derivedNow(mine(), wrong)).toBeNull()
    expect(isDerived(mine(), wrong)).toBe(true)
    expect(missingFields(mine(), wrong, false)).toEqual([])
  })

  it('E41 a passport carries nothing', () => {
    const passport = withDraft(opened(mine()), { documentType: 'PASSPORT_CN', document: 'E12345678', sex: '' })
    expect(derivedNow(mine(), passport)).toBeNull()
    expect(isDerived(mine(), passport)).toBe(false)
    expect(missingFields(mine(), passport, false)).toEqual(['plain.sex'])
  })
})

it('S2-68 民族 and 政治面貌 are not sent of who is no citizen', () => {
  expect(sentOf(mine({ derived: null }), withDraft(opened(mine()), { nationality: 'DE' })).plain).toMatchObject({ ethnicGroup: null, politicalStatus: null })
})
