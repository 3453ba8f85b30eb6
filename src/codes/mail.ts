import { bad, good, type Check } from '../kernel/check.ts'
import { codeText, onward } from './text.ts'

/** RFC 5321/5322, the part that mail servers accept in practice: a dot-atom and a host name with a dot. */
const localPart = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const domainPart = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z]{2,63}|xn--[a-z0-9-]{2,59})$/

/** 电子邮箱: the local part as typed, the domain in lower case; a Chinese full stop there is a slip of the keyboard. */
export const mail: Check = (raw) =>
  onward(codeText(raw, { upper: false }), (text) => {
    const [local = '', rest = '', ...more] = text.split('@')
    const domain = rest.replaceAll('。', '.').toLowerCase()
    const address = `${local}@${domain}`
    const fits = more.length === 0 && local.length <= 64 && address.length <= 254
    return fits && localPart.test(local) && domainPart.test(domain) ? good(address) : bad('mail.format')
  })

/** Two addresses that differ only in case are one mailbox to us. */
export const mailForComparison = (address: string): string => address.toLowerCase()
