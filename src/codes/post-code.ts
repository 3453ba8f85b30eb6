import { bad, good, type Check } from '../kernel/check.ts'
import { bareCode, onward } from './text.ts'

/** First two digits of the postcodes of a province, where this platform knows them. */
const firstDigits: Record<string, string> = { 120000: '30', 500000: '40' }

/** 邮政编码: six digits. */
export const postCode: Check = (raw) =>
  onward(bareCode(raw), (code) => (/^\d{6}$/.test(code) ? good(code) : bad('post_code.format')))

/** The same, with a warning where it does not belong to the province of the address. */
export const postCodeIn = (province: string): Check => (raw) =>
  onward(postCode(raw), (code) => {
    const first = firstDigits[province]
    return first && !code.startsWith(first) ? good(code, { code: 'post_code.region' }) : good(code)
  })
