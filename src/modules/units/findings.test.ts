import { describe, expect, it } from 'vitest'
import { deskFindings, oddities, type Neighbours } from './findings.ts'
import { demoCreditCode } from '../../codes/demo-numbers.ts'

const alone: Neighbours = { activeWithCode: null, pendingWithCode: 0, refusedWithCode: 0, lookAlikes: [], sameNameOtherCode: null }
const facts = { creditCode: demoCreditCode('tianjin', 1), legalType: '11', registeredDistrict: '120101', locatedDistrict: '120101' }
const codes = (found: { code: string }[]) => found.map((f) => f.code)

describe('what the desk should look at', () => {
  it('a plain registration has nothing to look at twice', () => {
    expect(deskFindings(facts, '13800138000', alone)).toEqual([])
  })

  it('E01 an active unit with the same code stops the approval', () => {
    const found = deskFindings(facts, '13800138000', { ...alone, activeWithCode: '示例第一科技有限公司（演示）' })
    expect(found).toEqual([{ code: 'units.finding.active', params: { name: '示例第一科技有限公司（演示）' }, field: 'creditCode', weight: 'stop' }])
  })

  it('E07 others who wait with the same code, or were refused with it, are pointed out and do not stop it', () => {
    const found = deskFindings(facts, '13800138000', { ...alone, pendingWithCode: 2, refusedWithCode: 1 })
    expect(codes(found)).toEqual(['units.finding.pending', 'units.finding.refused'])
    expect(found.every((f) => f.weight === 'look')).toBe(true)
  })

  it('S1-55 look-alike names and the same name with another code are shown with their reason', () => {
    const found = deskFindings(facts, '13800138000', { ...alone, lookAlikes: ['示例第１科技有限公司'], sameNameOtherCode: '91120199MX00000000' })
    expect(codes(found)).toEqual(['units.finding.same_name', 'units.finding.look_alike'])
  })

  it('S1-37 a legal type that the code speaks against is a warning beside the field', () => {
    expect(oddities({ creditCode: facts.creditCode, legalType: '21' })).toMatchObject([{ code: 'uscc.legal_type', field: 'legalType', weight: 'look' }])
  })

  it('S1-18 a code whose check digit fails is to be verified by hand', () => {
    const wrong = facts.creditCode.slice(0, 17) + (facts.creditCode.endsWith('0') ? '1' : '0')
    expect(codes(oddities({ creditCode: wrong, legalType: '11' }))).toContain('units.finding.by_hand')
  })

  it('S1-40 two districts are allowed and shown', () => {
    expect(codes(deskFindings({ ...facts, locatedDistrict: '120102' }, '13800138000', alone))).toEqual(['units.finding.districts'])
  })

  it('S1-N3 a number of no known range is shown, not refused', () => {
    expect(codes(deskFindings(facts, '16400000001', alone))).toEqual(['mobile.prefix'])
  })
})
