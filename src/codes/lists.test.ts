import { expect, test } from 'vitest'
import { degreeDiffers } from './education.ts'
import { functionalZone, zoneDiffers } from './functional-zone.ts'
import { industry, industryOf } from './industry.ts'
import { nationality, nationalityDiffers } from './nationality.ts'
import { answerForComparison, securityAnswer, securityQuestion } from './security-question.ts'
import { read } from './testing/checked.ts'

test('门类 and 三次产业 follow from the 大类', () => {
  const of = (code: string) => {
    const found = industryOf(code)
    return found && [found.section.code, found.sector.name]
  }
  expect([of('65'), of('05'), of('43'), of('01'), of('97')])
    .toEqual([['I', '第三产业'], ['A', '第三产业'], ['C', '第三产业'], ['A', '第一产业'], ['T', '第三产业']])
  expect(of('98')).toBeNull()
  expect(read(industry('第三产业'))).toBe('industry.choose')
})

test('a degree without the education of its level is a warning', () => {
  expect(degreeDiffers('2', '11')).toBeNull()
  expect(degreeDiffers('2', '14')).toEqual({ code: 'degree.education' })
  expect([degreeDiffers('3', '14'), degreeDiffers('4', '21'), degreeDiffers('4', '11'), degreeDiffers('0', '70')])
    .toEqual([null, null, null, null])
  expect(degreeDiffers('302', '21')).toEqual({ code: 'degree.education' })
})

test('a new area is one of the province and lies in the district', () => {
  expect(read(functionalZone('500000')('NONE'))).toBe('NONE')
  expect(read(functionalZone('120000')('CQ-LJ'))).toBe('functional_zone.choose')
  expect(zoneDiffers('CQ-YCGX', '500103')).toEqual({ code: 'functional_zone.district' })
  expect([zoneDiffers('CQ-YCGX', '500118'), zoneDiffers('NONE', '500103')]).toEqual([null, null])
})

test('nationality by two or three letters, beside the document', () => {
  expect([nationality('chn'), nationality('SA'), nationality('XK'), nationality('')].map(read))
    .toEqual(['CN', 'SA', 'nationality.choose', 'nationality.choose'])
  expect(nationalityDiffers('FPR_2023', '932682198501010017', 'SA')).toBeNull()
  expect(nationalityDiffers('FPR_2023', '932682198501010017', 'FR')).toEqual({ code: 'document.nationality' })
  expect(nationalityDiffers('FPR_2017', 'USA123456789012', 'US')).toBeNull()
  expect(nationalityDiffers('ID', '', 'US')).toEqual({ code: 'document.nationality' })
  expect(nationalityDiffers('PASSPORT', 'A1234567', 'US')).toBeNull()
})

test('S1-42 answers are compared without width, case and spaces', () => {
  expect(answerForComparison(' 第一 小学Ａ ')).toBe('第一小学a')
  expect([securityAnswer('甲'), securityQuestion('book'), securityQuestion('')].map(read))
    .toEqual(['text.length', 'book', 'security_question.choose'])
})
