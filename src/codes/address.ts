import { bad, good, type Check } from '../kernel/check.ts'
import { onward, textCheck } from './text.ts'

const limits = { min: 5, max: 200 }

/** 通信地址 / 注册地址 / 坐落地址: 5 to 200 characters on one line. */
export const address: Check = textCheck({ ...limits, code: 'address.length' })

/** The part typed behind a fixed city and a chosen district (S1-40): the same, and more than figures and signs. */
export const street: Check = (raw) =>
  onward(address(raw), (text) => (/\p{L}/u.test(text) ? good(text) : bad('address.length', limits)))
