
const stars = (n: number): string => '*'.repeat(Math.max(0, n))

/**
 * 张**, 阿卜杜***: the first character, or up to three of a name with a middle dot. The number of stars is fixed, so that a
 * given name of one character, or none at all, cannot be told from others.
 */
export function maskName(name: string): string {
  const characters = [...name]
  const dot = characters.indexOf('·')
  if (dot > 0) return `${characters.slice(0, Math.min(3, dot)).join('')}***`
  return characters.length === 0 ? '' : `${characters[0]}**`
}

/** 138****8000; `+852****4567` of a number abroad. */
export function maskMobile(number: string): string {
  const abroad = /^(\+\d{3})\d+(\d{4})$/.exec(number)
  if (abroad) return `${abroad[1]}****${abroad[2]}`
  return number.length < 9 ? stars(number.length) : `${number.slice(0, 3)}****${number.slice(-4)}`
}

/** 023-****5473: the area and the last four; an extension is not shown. */
export function maskLandline(number: string): string {
  const parts = /^(?:(010|02\d|0\d{3}|400)-?)?([\d-]{7,8})(?:-\d{1,6})?$/.exec(number)
  if (!parts) return stars(Math.min(number.length, 8))
  return `${parts[1] ? `${parts[1]}-` : ''}****${(parts[2] ?? '').slice(-4)}`
}

/** 5***************1X: the first and the last two. */
export const maskDocument = (number: string): string =>
  number.length < 5 ? stars(number.length) : `${number.charAt(0)}${stars(number.length - 3)}${number.slice(-2)}`

/** z***@x.cn */
export function maskMail(address: string): string {
  const at = address.lastIndexOf('@')
  return at < 1 ? stars(Math.min(address.length, 3)) : `${[...address][0]}***${address.slice(at)}`
}

const cityPart = /^(?:[^\s\d]{2,8}?(?:省|自治区))?[^\s\d]{2,8}?市/u
/** Province and city if they stand there, then the district; 小区, 园区 and the like are none. */
const districtPart = new RegExp(
  '^(?:[^\\s\\d]{2,8}?(?:省|自治区|特别行政区))?(?:[^\\s\\d]{2,8}?[市州盟])?' +
    '[^\\s\\d路街道巷弄号村]{1,12}?(?<![小社园校院厂库])[区县旗]', 'u')

/** An address of a person: down to the district, a star for every further character. */
export function maskAddress(address: string): string {
  const district = districtPart.exec(address)
  const city = cityPart.exec(address)
  const shown = district?.[0] ?? city?.[0] ?? ''
  return shown + stars([...address].length - [...shown].length)
}

/** **** **** 0018: the last four. */
export const maskAccount = (number: string): string =>
  number.length < 8 ? '**** ****' : `**** **** ${number.slice(-4)}`

/** 出生日期 for others: the year alone. */
export const maskBirthDate = (day: string): string => day.slice(0, 4)

/** QQ and 微信: the first two. */
export const maskMessenger = (id: string): string => (id === '' ? '' : `${id.slice(0, 2)}***`)

