import { expect, test } from 'vitest'
import { legalNature, legalType, legalTypeDiffers, legalTypes, legalTypeUnder } from './org-nature.ts'
import { read } from './testing/checked.ts'

test('S1-37 the legal type lies below the legal nature', () => {
  expect(read(legalNature(''))).toBe('legal_nature.choose')
  expect(read(legalTypeUnder('2')('21'))).toBe('21')
  expect(read(legalTypeUnder('1')('21'))).toBe('legal_type.choose')
  expect(read(legalType('99'))).toBe('legal_type.choose')
})

test('S1-37 a credit code that speaks of another legal type is a warning with the kind it names', () => {
  expect(legalTypeDiffers('121200004013590816', '11'))
    .toEqual({ code: 'uscc.legal_type', params: { kind: '事业单位', kindEn: 'public institution' } })
  expect(legalTypeDiffers('121200004013590816', '21')).toBeNull()
  expect(legalTypeDiffers('91110000600037341L', '42')).toBeNull()
  expect(legalTypeDiffers('19', '11')).toBeNull()
})

test('every legal type fits some kind of credit code or is free of them', () => {
  const kinds = ['11', '12', '13', '31', '51', '52', '53', '91', '92', '93', 'N2']
  const free = legalTypes.items.filter(({ code }) => kinds.every((kind) => legalTypeDiffers(kind, code) !== null))
  // 村委会 and 居委会 have a kind of their own, which the published table lacks.
  expect(free.map((item) => item.code)).toEqual(['34'])
})
