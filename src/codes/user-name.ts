import { bad, good, type Check } from '../kernel/check.ts'
import { onward, passable } from './text.ts'
import { reservedUserNames } from './data/reserved-user-name.ts'

const reserved = new Set(reservedUserNames.items.map((item) => item.code))

/**
 * 用户名: 6 to 20 of a-z, 0-9 and _, a letter first; capitals and full width are converted (I14), zero-width characters
 * are refused. Reserved words are refused with digits behind them too, and so is a name that carries a mobile or
 * identity number.
 */
export const userName: Check = (raw) =>
  onward(passable(raw), (text) => {
    const name = text.normalize('NFKC').trim().replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    if (!/^[a-z][a-z0-9_]{5,19}$/.test(name)) return bad('user_name.format')
    if (reserved.has(name.replace(/[0-9_]+$/, ''))) return bad('user_name.reserved')
    return /1[3-9]\d{9}|\d{15}/.test(name) ? bad('user_name.number') : good(name)
  })
