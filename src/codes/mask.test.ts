import fc from 'fast-check'
import { expect, test } from 'vitest'
import { demoBankAccount, demoLandline, demoMobile, demoResidentId } from './demo-numbers.ts'
import {
  maskAccount, maskAddress, maskBirthDate, maskDocument, maskLandline, maskMail, maskMessenger, maskMobile, maskName,
} from './mask.ts'
import { absent, published } from './testing/published.ts'

test('S1-54 names: a fixed number of stars, so that length tells nothing', () => {
  expect(['张三', '张三丰', '欧阳修远', '李', '𠮷田'].map(maskName)).toEqual(['张**', '张**', '欧**', '李**', '𠮷**'])
  expect(maskName('阿卜杜尼亚孜·毛力尼亚孜')).toBe('阿卜杜***')
  expect(maskName('')).toBe('')
})

test('S1-54 phones, mail', () => {
  expect(maskMobile('13800138000')).toBe('138****8000')
  expect(maskMobile('+85291234567')).toBe('+852****4567')
  expect(maskLandline('023-67035473')).toBe('023-****5473')
  expect(maskLandline('02367035473')).toBe('023-****5473')
  expect(maskLandline('023-67035473-12')).toBe('023-****5473')
  expect(maskLandline('67035473')).toBe('****5473')
  expect(maskLandline('400-860-8608')).toBe('400-****8608')
  expect(maskMail('zhangsan@x.cn')).toBe('z***@x.cn')
})

test('documents, accounts, birth dates, messengers', () => {
  expect(maskDocument('51343620000320711X')).toBe('5***************1X')
  expect(maskDocument('E12345678')).toBe('E******78')
  expect(maskDocument('A1')).toBe('**')
  expect(maskAccount('0000000000000000018')).toBe('**** **** 0018')
  expect(maskBirthDate('1990-02-03')).toBe('1990')
  expect(maskMessenger('123456')).toBe('12***')
})

test('addresses of people end at the district', () => {
  expect(maskAddress('天津市南开区示例路1号')).toBe('天津市南开区*****')
  expect(maskAddress('重庆市石柱土家族自治县示例镇')).toBe('重庆市石柱土家族自治县***')
  expect(maskAddress('内蒙古自治区呼和浩特市赛罕区示例路')).toBe('内蒙古自治区呼和浩特市赛罕区***')
  expect(maskAddress('天津市示例路阳光小区3号')).toBe('天津市*********')
  expect(maskAddress('示例路阳光小区3号')).toBe('*********')
})

test('a mask never shows the middle of a number, and never the whole', () => {
  fc.assert(fc.property(fc.nat(999), fc.nat(99_999_99), (n, m) => {
    const id = demoResidentId('tianjin', '1990-01-01', n)
    expect(maskDocument(id).replace(/\*/g, '')).toBe(id.charAt(0) + id.slice(-2))
    expect(maskMobile(demoMobile(m))).toBe(`164****${demoMobile(m).slice(-4)}`)
    expect(maskLandline(demoLandline('chongqing', m)).replace(/\D/g, '')).toHaveLength(7)
    expect(maskAccount(demoBankAccount(m)).replace(/\D/g, '')).toHaveLength(4)
  }))
})

test('whatever comes in, no mask fails or gives it back whole', () => {
  const masks = [maskMobile, maskLandline, maskDocument, maskMail, maskAccount]
  fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (text) => {
    fc.pre(!text.includes('*'))
    for (const mask of masks) expect(mask(text)).toContain('*')
  }))
})

type Masks = Record<'name' | 'id' | 'mobile' | 'landline' | 'email', [string, string][]>

test.skipIf(absent('vectors/masking.json'))('S1-54 published masks; fields.md wins for mail, landline, address', () => {
  const masks = published('vectors/masking.json') as Masks
  for (const [raw, masked] of masks.name) expect(maskName(raw)).toBe(masked)
  for (const [raw, masked] of masks.id) expect(maskDocument(raw)).toBe(masked)
  for (const [raw, masked] of masks.mobile) expect(maskMobile(raw)).toBe(masked)
  expect(masks.landline.map(([raw]) => maskLandline(raw))).toEqual(['0915-****8479'])
  expect(masks.email.map(([raw]) => maskMail(raw))).toEqual(['d***@126.com', 'd***@gmail.com.cn'])
  expect(maskAddress('北京市海淀区马连洼街道289号')).toBe('北京市海淀区*********')
})
