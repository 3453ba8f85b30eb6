import { bad, good, type Check } from '../kernel/check.ts'
import { mobilePrefixes } from './data/mobile-prefix.ts'
import { codeText, onward } from './text.ts'

/** Where a mobile number may be from; the mainland unless a person chooses otherwise. */
export type MobileRegion = 'CN' | 'HK' | 'MO' | 'TW'

const allocated = new Set(mobilePrefixes.items.map((item) => item.code))
const abroad = {
  HK: { country: '852', shape: /^[4-9]\d{7}$/ },
  MO: { country: '853', shape: /^6\d{7}$/ },
  TW: { country: '886', shape: /^9\d{8}$/ },
} as const satisfies Record<Exclude<MobileRegion, 'CN'>, { country: string; shape: RegExp }>

/**
 * 手机号码: spaces, hyphens, +86 and 0086 go; eleven digits stay. A prefix outside the ministry's table is a warning only,
 * since ranges open faster than tables are published.
 */
export const mobile: Check = (raw) =>
  onward(codeText(raw), (text) => {
    const number = text.replace(/[\s-]/g, '').replace(/^(\+|00)86/, '')
    if (number === '') return bad('mobile.required')
    if (!/^1[3-9]\d{9}$/.test(number)) return bad('mobile.format')
    const prefix = number.slice(0, 3)
    return allocated.has(prefix) ? good(number) : good(number, { code: 'mobile.prefix', params: { prefix } })
  })

/** A mobile number of the region a person chose: E.164 (`+85291234567`) outside the mainland. */
export const mobileOf = (region: MobileRegion): Check => {
  if (region === 'CN') return mobile
  const { country, shape } = abroad[region]
  return (raw) =>
    onward(codeText(raw), (text) => {
      const number = text.replace(/[\s-]/g, '').replace(new RegExp(`^(\\+|00)${country}`), '').replace(/^0/, '')
      return shape.test(number) ? good(`+${country}${number}`) : bad('mobile.abroad', { country })
    })
}

const service = /^400-?(\d{3})-?(\d{4})$/
const fixed = /^(0\d{2,3}-?)?\d{7,8}(-\d{1,6})?$/
/** 010 and 02x have three digits, all others four; Chongqing and Tianjin have eight digits behind theirs. */
const withArea = /^(010|02\d|0\d{3})-?(\d{7,8})(-\d{1,6})?$/

/** 办公电话: `023-67035473`, with an extension, without an area, or a 400 number; the canonical form has its hyphens. */
export const landline: Check = (raw) =>
  onward(codeText(raw), (text) => {
    const serviceParts = service.exec(text)
    if (serviceParts) return good(`400-${serviceParts[1]}-${serviceParts[2]}`)
    if (!fixed.test(text)) return bad('landline.format')
    const parts = withArea.exec(text)
    if (!parts) return good(text)
    const [, area = '', number = '', extension = ''] = parts
    if (['022', '023'].includes(area) && number.length !== 8) return bad('landline.format')
    return good(`${area}-${number}${extension}`)
  })
