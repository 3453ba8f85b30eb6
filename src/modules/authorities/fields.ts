import { bad, good, type Check } from '../../kernel/check.ts'

export { textCheck } from '../../codes/text.ts'

/** An office phone as it is written for applicants: `022-01234567 转 801`. */
export const optionalPhoneLine: Check = (raw) => {
  const text = raw.normalize('NFKC').trim()
  return /^[\d+()、,;/ 转ext.-]{3,60}$/.test(text) ? good(text) : bad('authorities.phone')
}
