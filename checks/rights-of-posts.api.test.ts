import { beforeAll, expect, test } from 'vitest'
import type { Verb } from '../src/kernel/contract.ts'
import { accountsContract as accounts } from '../src/modules/accounts/contract.ts'
import { helpContract as help } from '../src/modules/help/contract.ts'
import { peopleContract as people } from '../src/modules/people/contract.ts'
import { profilesContract as profiles } from '../src/modules/profiles/contract.ts'
import { recoveryContract as recovery } from '../src/modules/recovery/contract.ts'
import { subsystemsContract as subsystems } from '../src/modules/subsystems/contract.ts'
import { unitsContract as units } from '../src/modules/units/contract.ts'
import { Refused, type Browser } from '../world/browser.ts'
import { authorisedBy } from './authorised.ts'
import { form } from './profile-stage.ts'
import { twoUnits } from './people-of-units.ts'
import { testServer } from './server.ts'

/** The columns of 1.3.2 that 2/4 has. */
type Column = 'unit' | 'authorised' | 'otherUnit' | 'otherAuthorised' | 'person' | 'authority' | 'bureau' | 'support'

let browsers: Record<Column, Browser>
let personId: string
let unitId: string
/** His session ends with the reset. */
let forgetfulId: string
/** 个人信息 of one of the unit's own, and of its authorised person. */
let reviewId: string
let authorisedReviewId: string

beforeAll(async () => {
  const server = await testServer({ config: { demo: true } })
  const { town, a, b, comes } = await twoUnits(server)
  const [lin, su] = [await comes(), await comes()]
  const [authorised, otherAuthorised] = [await authorisedBy(server, a.id, await comes()), await authorisedBy(server, b.id, await comes())]
  const { jiaowei_li: authority, kejiju_sun: bureau, zhichi_tang: support } = town.staff
  if (!authority || !bureau || !support) throw new Error('the town has lost its staff')
  browsers = { unit: a.browser, authorised, otherUnit: b.browser, otherAuthorised, person: lin.browser, authority, bureau, support }
  ;[personId, unitId, forgetfulId] = [lin.id, a.id, su.id]
  for (const one of [lin.browser, authorised]) await one.ask(profiles.submit, form(a.id, { reviewed: { position: '工程师' } }))
  const { rows } = await a.browser.ask(profiles.reviews, { order: 'oldest' })
  ;[reviewId, authorisedReviewId] = [rows[0]?.id ?? '', rows[1]?.id ?? '']
})

/** What came of it: may, is told that it is not of his post, or does not see it. */
async function outcome(verb: Verb, input: object, column: Column): Promise<string> {
  try {
    await browsers[column].ask(verb, input)
    return 'may'
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const { status, code } = error.problem
    // A row of another version: he may, only not with what he saw.
    return status === 404 ? 'not there' : code === 'overtaken' ? 'may' : code
  }
}

const no = 'not_your_post'
const ofUnit = { unit: 'may', authorised: 'may', otherUnit: 'not there', otherAuthorised: 'not there', person: no, authority: no, bureau: no, support: no }
const ofDesk = { unit: no, authorised: no, otherUnit: no, otherAuthorised: no, person: no, support: no }

// Written by hand from 1.3.2: 法人用户 and 单位管理用户 together, and 授权人, who has all of it but 账号授权 and what is the unit account's own (D16).
// 账号授权, 二级单位 and 申报书 stand in the rooms' own tables.
const table: [string, () => [Verb, object], Record<Column, string>][] = [
  ['模块配置 for a filler: look', () => [subsystems.modules, { personId }], ofUnit],
  ['模块配置 for a filler: save', () => [subsystems.configure, { personId, version: 1, granted: [], seen: [], enable: false }], ofUnit],
  ['reset of a filler’s password', () => [people.resetPassword, { id: forgetfulId, version: 1 }], ofUnit],
  ['contact data of a filler', () => [people.reveal, { id: personId, reason: '核对' }], ofUnit],
  ['启用', () => [people.enable, { id: personId, version: 1 }], ofUnit],
  ['禁用', () => [people.disable, { id: personId, version: 1, reason: '借调' }], ofUnit],
  ['what people ask the unit for', () => [subsystems.requests, {}], { ...ofUnit, otherUnit: 'may', otherAuthorised: 'may' }],
  ['questions to the unit', () => [help.questions, {}], { ...ofUnit, otherUnit: 'may', otherAuthorised: 'may', authority: 'may', bureau: 'may', support: 'may' }],
  ['security questions of the unit account', () => [accounts.securityQuestions, {}], { ...ofDesk, unit: 'may', otherUnit: 'may', authority: no, bureau: no }],
  ['hand-over of the unit account', () => [recovery.claims, {}], { ...ofDesk, unit: 'may', otherUnit: 'may', authority: no, bureau: no }],
  ['review of units', () => [units.reviews, {}], { ...ofDesk, authority: 'may', bureau: 'may' }],
  ['单位信息 of another’s unit', () => [units.unit, { id: unitId }], { ...ofDesk, authority: 'may', bureau: 'may' }],
  ['own 个人信息', () => [people.me, {}], { ...ofDesk, person: 'may', authority: no, bureau: no }],
  ['个人信息审核: the list', () => [profiles.reviews, {}], { ...ofUnit, otherUnit: 'may', otherAuthorised: 'may' }],
  ['个人信息审核: one of the unit', () => [profiles.review, { id: reviewId }], ofUnit],
  ['个人信息审核: decide', () => [profiles.refuse, { id: reviewId, revision: 9, reason: '信息不全' }], { ...ofUnit, unit: 'profiles.review.stale', authorised: 'profiles.review.stale' }],
  ['个人信息审核: of the authorised person', () => [profiles.refuse, { id: authorisedReviewId, revision: 1, reason: '信息不全' }], { ...ofUnit, authorised: 'profiles.own_review' }],
  ['own 个人信息 (用户中心)', () => [profiles.mine, {}], { ...ofDesk, authorised: 'may', otherAuthorised: 'may', person: 'may', authority: no, bureau: no }],
  ['单位信息 of the own unit', () => [units.home, {}], { ...ofUnit, otherUnit: 'may', otherAuthorised: 'may' }],
]

test.each(table)('D13 D16 S2-29 the unit account and its authorised person act as the unit, and nobody else for it: %s', async (_name, asked, expected) => {
  const [verb, input] = asked()
  const found: Partial<Record<Column, string>> = {}
  for (const column of Object.keys(expected) as Column[]) found[column] = await outcome(verb, input, column)
  expect(found).toEqual(expected)
})
