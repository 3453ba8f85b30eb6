import { beforeAll, expect, test } from 'vitest'
import { testServer, type TestServer } from '../../../checks/server.ts'
import type { Browser } from '../../../world/browser.ts'
import { lettersTo } from '../../../world/mailbox.ts'
import { staff, townPassword } from '../../../world/cast.ts'
import { buildTown, type Town } from '../../../world/town.ts'
import { accountsContract } from '../accounts/contract.ts'
import { unitsContract } from '../units/contract.ts'
import { helpContract as verbs } from './contract.ts'

let server: TestServer
let town: Town

beforeAll(async () => {
  server = await testServer({ config: { demo: true } })
  town = await buildTown(server.tools, server.app, { units: ['haihe_yanjiu', 'jingu_ligong'] })
})

const at = (name: string): Browser => {
  const browser = town.staff[name] ?? town.units[name]
  if (!browser) throw new Error(`${name} is not signed in`)
  return browser
}
const question = (helper: 'unit' | 'authority' | 'platform' | 'support', code = 'not_your_post') =>
  ({ helper, code, path: '/app/units/reviews?name=x', note: '需要查看注册材料' })

test('a refusal names who can change it: the authority for a unit account', async () => {
  const refused = await at('haihe_yanjiu').refused(unitsContract.reviews, {})
  expect(refused).toMatchObject({ status: 403, code: 'not_your_post', helper: 'authority' })
})

test('a unit asks its authority, an officer answers, the unit is told; the path loses its query', async () => {
  const { id } = await at('haihe_yanjiu').ask(verbs.ask, question('authority'))
  const open = await at('haihe_wang').ask(verbs.questions, {})
  expect(open.rows).toMatchObject([{ id, state: 'open', path: '/app/units/reviews', note: '需要查看注册材料', asker: 'haihe_yanjiu' }])
  expect(await at('haihe_wang').ask(verbs.waiting, {})).toEqual({ n: 1 })
  const mail = staff.find((one) => one.userName === 'haihe_wang')?.mail ?? ''
  expect((await lettersTo(server.tools, mail))[0]?.template).toBe('help.asked')
  await at('haihe_wang').ask(verbs.answer, { id, version: 1, answer: '请由主管部门代为查看。' })
  expect((await at('haihe_yanjiu').ask(verbs.mine, {})).questions).toMatchObject([{ id, state: 'answered', answer: '请由主管部门代为查看。', toPost: 'authority_officer' }])
  expect((await at('haihe_feng').refused(verbs.answer, { id, version: 1, answer: '再次答复' })).code).toBe('overtaken')
})

test('one question a day on one refusal; another refusal is another question', async () => {
  await at('jingu_ligong').ask(verbs.ask, question('authority'))
  expect(await at('jingu_ligong').refused(verbs.ask, question('authority'))).toMatchObject({ status: 409, code: 'help.asked_today' })
  await at('jingu_ligong').ask(verbs.ask, question('support', 'units.registration_closed'))
})

test('a question reaches the desk it was put to, and no other', async () => {
  const { rows } = await at('jiaowei_li').ask(verbs.questions, {})
  expect(rows).toMatchObject([{ sentence: '当前身份不能办理此事；有其他身份的，可以切换后再办理。' }])
  expect((await at('haihe_wang').ask(verbs.questions, {})).rows).toEqual([])
  const id = rows[0]?.id ?? ''
  expect((await at('haihe_wang').refused(verbs.answer, { id, version: 1, answer: '不是我的' })).status).toBe(404)
  expect((await at('jingu_ligong').refused(verbs.answer, { id, version: 1, answer: '不是我的' })).status).toBe(404)
})

test('nobody asks past those who stand behind him', async () => {
  expect((await at('haihe_wang').refused(verbs.ask, question('authority'))).code).toBe('help.nobody')
  expect((await at('haihe_yanjiu').refused(verbs.ask, question('unit'))).code).toBe('help.nobody')
})

test('what is asked about is a refusal of the platform in its own words: a made-up code reaches nobody', async () => {
  expect((await at('haihe_yanjiu').refused(verbs.ask, question('support', 'made.up'))).code).toBe('help.nobody')
  expect((await at('haihe_yanjiu').refused(verbs.ask, question('platform', 'units.registration_closed'))).code).toBe('help.nobody')
})

test('bad input gets a sentence beside its field', async () => {
  const refused = await at('haihe_yanjiu').refused(verbs.ask, { ...question('support', 'broken'), note: ' ' })
  expect(refused.status).toBe(422)
  expect(Object.keys(refused.fields)).toEqual(['note'])
})

test('the next day one may ask again', async () => {
  server.clock.advance({ seconds: 86_400 })
  await at('jingu_ligong').ask(accountsContract.signIn, { userName: 'jingu_ligong', password: townPassword })
  const { id } = await at('jingu_ligong').ask(verbs.ask, question('authority'))
  expect((await at('jingu_ligong').ask(verbs.mine, {})).questions[0]).toMatchObject({ id, state: 'open' })
})
