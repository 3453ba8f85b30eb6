import { beforeAll, expect, it } from 'vitest'
import { helpContract as verbs } from '../../src/modules/help/contract.ts'
import { Refused, type Browser } from '../../world/browser.ts'
import { buildTown, type Town } from '../../world/town.ts'
import { testServer, type TestServer } from '../server.ts'

let server: TestServer
let town: Town

beforeAll(async () => {
  server = await testServer({ config: { demo: true } })
  town = await buildTown(server.tools, server.app, { units: ['haihe_yanjiu'] })
})

const at = (name: string): Browser => {
  const browser = town.units[name] ?? town.staff[name]
  if (!browser) throw new Error(`${name} is not signed in`)
  return browser
}
const outcome = (work: Promise<unknown>) => work.then(() => 'done', (error: unknown) => (error instanceof Refused ? error.problem.code : String(error)))
const eight = (work: () => Promise<unknown>) => Promise.all(Array.from({ length: 8 }, () => outcome(work())))

it('one question a day on one refusal, from eight windows at once', async () => {
  const said = await eight(() => at('haihe_yanjiu').ask(verbs.ask, { helper: 'authority', code: 'not_your_post', path: '/app/units/reviews', note: '需要查看注册材料' }))
  expect(said.toSorted()).toEqual(['done', ...Array<string>(7).fill('help.asked_today')])
  expect((await at('haihe_wang').ask(verbs.questions, {})).rows).toHaveLength(1)
})

it('two officers of one desk answer at once: one answer stands, and it is the one that was sent', async () => {
  const { id, version } = (await at('haihe_wang').ask(verbs.questions, {})).rows[0] ?? { id: '', version: 0 }
  const officers = ['haihe_wang', 'haihe_feng']
  const said = await Promise.all(officers.map((name) => outcome(at(name).ask(verbs.answer, { id, version, answer: `由${name}答复` }))))
  expect(said.toSorted()).toEqual(['done', 'overtaken'])
  const winner = officers[said.indexOf('done')] ?? ''
  expect((await at('haihe_yanjiu').ask(verbs.mine, {})).questions).toMatchObject([{ state: 'answered', version: 2, answer: `由${winner}答复` }])
})
