import { createHash } from 'node:crypto'
import { demoCreditCode, demoMail, demoMobile } from '../../src/codes/demo-numbers.ts'
import { unitNameForComparison, unitNameSkeleton } from '../../src/codes/unit-name.ts'
import type { Keyring } from '../../src/platform/seal/keyring.ts'
import { chance, idAt } from './chance.ts'

export type State = 'submitted' | 'returned' | 'approved' | 'refused'

/** The day on which the bench takes place: everything lies before it. */
export const today = new Date('2026-06-30T02:00:00Z')
const day = 86_400_000
const begun = new Date('2024-01-01T00:00:00Z')

/** One bureau on top, forty desks below it; the first is the big one. */
export const deskCount = 40
export const bureauId = idAt(begun, 1, 0)
export const deskId = (i: number): string => idAt(begun, 1, i + 1)

/** Two characters that most names do not hold, and the last four of a phone: thirty of the first thousand have both. */
export const rareWord = '芫荽'
export const rareLast4 = '0007'
export const commonWord = '科技'

const brand = [...'海河津云安达瑞恒泽润博远景明德信诚华盛泰康宏图新锐中天启航立行知微星辰光合联创智汇元亨利贞聚贤']
const trades = ['科技', '科技发展', '智能科技', '生物医药', '智能装备', '新材料', '信息技术', '环保工程', '精密仪器', '食品研究']
const family = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨']
const given = [...'知远清和文静思明嘉禾若水景行']

/** A registration as it lies in the database, with everything that hangs on it. */
export function registration(n: number, keyring: Keyring) {
  const next = chance(n)
  const pick = (all: readonly string[]): string => all[Math.floor(next() * all.length)] ?? ''
  // Four of ten lie at the big desk; of the others the first have more than the last.
  const desk = next() < 0.4 ? 0 : 1 + Math.floor((deskCount - 1) * next() ** 1.6)
  const planted = desk === 0 && n <= 500 && n % 5 === 0
  const at = new Date(today.getTime() - next() * 730 * day)
  const isYoung = today.getTime() - at.getTime() < 45 * day
  const dice = next()
  const state: State = dice < (isYoung ? 0.9 : 0.02) ? 'submitted' : dice < 0.92 ? 'approved' : dice < 0.96 ? 'returned' : 'refused'
  const name = `${planted ? rareWord : pick(brand) + pick(brand)}${pick(brand)}${pick(trades)}有限公司`
  const phone = demoMobile(planted ? 70_000_000 + n * 10_000 + 7 : n)
  const mail = demoMail(`danwei${n}`)
  const id = idAt(at, 2, n)
  const contact = { name: pick(family) + pick(given) + pick(given), mail, phone }
  const plain = JSON.stringify({ contact, salt: 'bench' })
  return {
    n, id, desk: deskId(desk), state, name, name_key: unitNameForComparison(name), name_skeleton: unitNameSkeleton(name),
    account_id: idAt(at, 3, n), unit_id: idAt(at, 4, n), licence_id: idAt(at, 5, n), mandate_id: idAt(at, 6, n), private_id: idAt(at, 7, n),
    credit_code: demoCreditCode('tianjin', n), representative: pick(family) + pick(given), district: pick(['120101', '120103', '120104', '120110', '120116']),
    at, decided_at: state === 'submitted' ? null : new Date(Math.min(at.getTime() + (1 + next() * 9) * day, today.getTime())),
    user_name: `danwei_${n}`, contact_name: contact.name,
    account_mail: keyring.seal(mail, 'account.mail'), account_phone: keyring.seal(phone, 'account.phone'),
    mail_blind: keyring.blind(mail, 'mail'), phone_blind: keyring.blind(phone, 'phone'), last4_blind: keyring.blind(phone.slice(-4), 'phone_last4'),
    contact_mail: keyring.seal(mail, 'unit_registration.contact_mail'), contact_phone: keyring.seal(phone, 'unit_registration.contact_phone'),
    sealed: keyring.seal(plain, 'journal_private.sealed'), private_digest: createHash('sha256').update(plain).digest('hex'),
  }
}

/** Somebody who never began a registration. */
export function bystander(n: number, keyring: Keyring) {
  const [mail, phone] = [demoMail(`renyuan${n}`), demoMobile(90_000_000 + n)]
  return {
    id: idAt(begun, 8, n), user_name: `renyuan_${n}`, display_name: '林知远',
    mail: keyring.seal(mail, 'account.mail'), mail_blind: keyring.blind(mail, 'mail'),
    phone: keyring.seal(phone, 'account.phone'), phone_blind: keyring.blind(phone, 'phone'), last4_blind: keyring.blind(phone.slice(-4), 'phone_last4'),
  }
}
