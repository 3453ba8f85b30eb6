import { describe, expect, test } from 'vitest'
import { personLine, unitLine, type OldLine } from '../../../checks/old-accounts.ts'
import { demoResidentId } from '../../codes/demo-numbers.ts'
import { columns, type Cells } from './columns.ts'
import { documentTypeIn, judgeLine } from './row.ts'
import type { Today } from './unit-row.ts'

const today: Today = {
  natures: [{ code: '1', name: '营利法人' }, { code: '4', name: '非法人组织' }], types: [{ code: '11', parent: '1', name: '有限责任公司' }, { code: '42', parent: '4', name: '合伙企业' }],
  districts: [{ code: '120101', name: '和平区' }], province: '天津市', authorities: [{ id: 'a', name: '海河示范区科学技术局（演示）' }],
}
const judged = (line: OldLine) => judgeLine(2, { ...Object.fromEntries(columns.map(({ name }) => [name, ''])), ...line } as Cells, today)
const rowOf = (line: OldLine) => {
  const found = judged(line)
  if (!found.ok) throw new Error(JSON.stringify(found.found))
  return found.row
}

describe('a line by itself', () => {
  test('S1-05 a number of fifteen digits becomes eighteen; another kind of document keeps its own', () => {
    const whole = demoResidentId('tianjin', '1962-09-27', 69)
    const old = whole.slice(0, 6) + whole.slice(8, 17)
    expect(rowOf(personLine(1, 1, { document: old })).document).toEqual({ type: 'ID', number: whole })
    expect(rowOf(personLine(1, 1, { documentType: '护照', document: 'E12345678' })).document).toEqual({ type: 'PASSPORT_CN', number: 'E12345678' })
    expect([documentTypeIn('身份证'), documentTypeIn('港澳居民来往内地通行证'), documentTypeIn('ID'), documentTypeIn('工作证')]).toEqual(['ID', 'HKM_TP', 'ID', '工作证'])
  })

  test('full width, marks of workbooks and other names of the same thing are no defects', () => {
    const line = personLine(1, 1)
    const other = personLine(1, 1, { userName: `'${line.userName?.toUpperCase()}`, phone: `\t${line.phone}\t`, kind: '个人用户', status: '启用', document: `'${line.document}` })
    expect(rowOf(other)).toEqual(rowOf(line))
  })

  test('a unit account needs no document and keeps none; its unit is read from names or codes', () => {
    expect(rowOf(unitLine(1, { documentType: '身份证', document: 'x' })).document).toBeNull()
    expect(rowOf(unitLine(1)).facts).toEqual({ legalRepresentative: '江见秋', legalNature: '1', legalType: '11', authorityId: 'a', district: '120101', address: '示例路1号' })
    expect(rowOf(unitLine(1, { district: '天津市和平区' })).facts?.district).toBe('120101')
    expect(rowOf(unitLine(1, { district: '120101', legalNature: '4', legalType: '42' })).facts).toMatchObject({ district: '120101', legalType: '42' })
    expect(rowOf(unitLine(1, { legalType: '合伙企业' })).facts).toBeNull()
  })

  test('every wrong field is told at once, with the sentences of the forms', () => {
    const found = judged(personLine(1, 1, { userName: 'a', mail: 'b', phone: '1', document: '2', unitCode: '3', name: '', status: '' }))
    expect(!found.ok && found.found.map((one) => one.field).sort()).toEqual(['document', 'mail', 'name', 'phone', 'status', 'unitCode', 'userName'])
    expect(found.userName).toBe('a')
  })

  test('an account may have no phone, but no account has no mailbox', () => {
    expect(rowOf(personLine(1, 1, { phone: ' ' })).phone).toBeNull()
    expect(judged(personLine(1, 1, { mail: '' })).ok).toBe(false)
  })
})
