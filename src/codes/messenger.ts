import { bad, good, type Check } from '../kernel/check.ts'
import { codeText, onward } from './text.ts'

/** QQ (S2-74), optional. */
export const qq: Check = (raw) =>
  onward(codeText(raw), (text) => (/^[1-9]\d{4,11}$/.test(text) ? good(text) : bad('qq.format')))

/** 微信 (S2-74), optional; as typed. */
export const wechat: Check = (raw) =>
  onward(codeText(raw, { upper: false }), (text) =>
    /^[A-Za-z][A-Za-z0-9_-]{5,19}$/.test(text) ? good(text) : bad('wechat.format'))
