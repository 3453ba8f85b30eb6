import { demoCreditCode, demoMail, demoMobile, demoResidentId } from '../../src/codes/demo-numbers.ts'
import { unitNameForComparison, unitNameSkeleton } from '../../src/codes/unit-name.ts'
import type { Keyring } from '../../src/platform/seal/keyring.ts'
import { documentColumns } from '../../src/modules/people/person-store.ts'
import { chance, idAt } from './chance.ts'
import { deskId, today } from './people.ts'

/** One big unit and three hundred others, of which the first have more people than the last. */
export const unitCount = 301
const begun = new Date('2024-01-01T00:00:00Z')
export const unitId = (i: number): string => idAt(begun, 12, i)

/** Of so many registrations: people of the big unit, and of all others together. A province has 400,000. */
export const bigUnitOf = (registrations: number): number => registrations * 2
export const othersOf = (registrations: number): number => registrations * 6

/** A given name that twenty people of the big unit have, whatever its size. */
export const rareGiven = '芫荽'
export const commonGiven = '知远'
const family = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨']
const given = [...'清和文静思明嘉禾若水景行一帆云舒子墨雨桐浩然']
const day = 86_400_000

export const chosenUnit = (i: number) => {
  const name = `示例第${i}研究院有限公司（压测）`
  return {
    id: unitId(i), name, name_key: unitNameForComparison(name), name_skeleton: unitNameSkeleton(name), credit_code: demoCreditCode('tianjin', 900_000 + i), desk: deskId(i % 40),
  }
}

/** Of a serial number: none twice, and the last four as scattered as real ones. */
export const documentOf = (serial: number, isBig: boolean): string => {
  const birth = new Date(Date.UTC(1960, 0, 1) + (serial % 14_000) * day).toISOString().slice(0, 10)
  return demoResidentId(isBig ? 'tianjin' : 'chongqing', birth, (Math.floor(serial / 14_000) + serial * 7) % 1000)
}

/** The n-th person of the big unit, or of the others, with the account. */
export function person(n: number, isBig: boolean, keyring: Keyring) {
  const next = chance(isBig ? n : -n)
  const pick = (all: readonly string[]): string => all[Math.floor(next() * all.length)] ?? ''
  const unit = isBig ? 0 : 1 + Math.floor((unitCount - 1) * next() ** 1.6)
  const isRare = isBig && n % 50 === 0 && n <= 1_000
  const name = pick(family) + (isRare ? rareGiven : next() < 0.1 ? commonGiven : pick(given) + pick(given))
  const at = new Date(begun.getTime() + Math.floor(next() * 900) * day + n)
  const dice = next()
  const state = dice < 0.05 ? 'new' : dice < 0.92 ? 'enabled' : 'disabled'
  const serial = (isBig ? 0 : 5_000_000) + n
  const [mail, phone] = [demoMail(`tianbao${serial}`), demoMobile(50_000_000 + serial)]
  return {
    id: idAt(at, isBig ? 13 : 14, n), account_id: idAt(at, isBig ? 15 : 16, n), unit_id: unitId(unit), user_name: `tianbao_${serial}`, name, state, at,
    decided_at: state === 'new' ? null : new Date(Math.min(at.getTime() + (1 + next() * 5) * day, today.getTime())),
    mail: keyring.seal(mail, 'account.mail'), mail_blind: keyring.blind(mail, 'mail'), phone: keyring.seal(phone, 'account.phone'),
    phone_blind: keyring.blind(phone, 'phone'), last4_blind: keyring.blind(phone.slice(-4), 'phone_last4'),
    ...documentColumns(keyring, { type: 'ID', number: documentOf(serial, isBig) }),
  }
}
