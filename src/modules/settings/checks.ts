import { bad, good, type Check } from '../../kernel/check.ts'

export const httpLink: Check = (raw) => {
  const url = URL.parse(raw.trim())
  return url && ['http:', 'https:'].includes(url.protocol) && raw.length <= 300 ? good(url.href) : bad('settings.link')
}
