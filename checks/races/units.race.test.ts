import { beforeAll, describe, expect, it } from 'vitest'
import { testServer, type TestServer } from '../server.ts'
import { browserOf, type Browser } from '../../world/browser.ts'
import { townPassword, units as cast, type TownUnit } from '../../world/cast.ts'
import { acceptAgreement, proofOf, registerUnit, townAnswers } from '../../world/register.ts'
import { buildTown, type Town } from '../../world/town.ts'
import { demoCreditCode, demoMail, demoMobile } from '../../src/codes/demo-numbers.ts'
import { newId } from '../../src/kernel/ids.ts'
import { unitsContract as verbs } from '../../src/modules/units/contract.ts'
import type { Problem } from '../../src/platform/serve/problem.ts'

let server: TestServer
let town: Town
let next = 500

beforeAll(async () => {
  server = await testServer({ config: { demo: true } })
  town = await buildTown(server.tools, server.app, { units: [] })
})

async function waits(more: Partial<TownUnit> = {}): Promise<{ browser: Browser; id: string; version: number }> {
  const n = next++
  const [base] = cast
  if (!base) throw new Error('the cast is empty')
  const unit: TownUnit = {
    ...base, userName: `jingsai_danwei${n}`, name: `示例竞态${n}有限公司（演示）`, creditCode: demoCreditCode('tianjin', n), nature: '1', type: '11',
    authority: 'haihe', mail: demoMail(`jingsai${n}`), phone: demoMobile(n), until: 'submitted', ...more,
  }
  const browser = await registerUnit(server.tools, browserOf(server.app, `198.18.${n % 200}.${n % 250}`), unit, town)
  const mine = await browser.ask(verbs.mine, {})
  if (!mine) throw new Error('there is no registration')
  return { browser, id: mine.id, version: mine.version }
}

const officers = () => [town.staff.haihe_wang, town.staff.haihe_feng].filter((b) => b !== undefined)
const outcome = async (work: Promise<unknown>) => work.then(() => 'done', (error: Error & { problem?: { code: string } }) => error.problem?.code ?? error.message)

describe('I4 one active unit per credit code', () => {
  it('two officers approve two registrations of the same code at once: one wins, the other is told', async () => {
    for (let round = 0; round < 12; round++) {
      const creditCode = demoCreditCode('tianjin', next++)
      const [a, b] = [await waits({ creditCode }), await waits({ creditCode })]
      const [wang, feng] = officers()
      if (!wang || !feng) throw new Error('two officers are needed')
      const said = await Promise.all([
        outcome(wang.ask(verbs.approve, { id: a.id, version: a.version })), outcome(feng.ask(verbs.approve, { id: b.id, version: b.version })),
      ])
      expect(said.filter((s) => s === 'done')).toHaveLength(1)
      expect(said.filter((s) => s.startsWith('units.credit_code_active'))).toHaveLength(1)
      const active = await server.tools.db.selectFrom('unit').select('id').where('credit_code', '=', creditCode).where('status', '=', 'active').execute()
      expect(active).toHaveLength(1)
      // Nothing half-done: the loser waits as before, without a unit and without a mandate.
      const states = await server.tools.db.selectFrom('unit_registration').select(['state', 'unit_id']).where('credit_code', '=', creditCode).orderBy('state').execute()
      expect(states.map((s) => [s.state, s.unit_id !== null])).toEqual([['approved', true], ['submitted', false]])
    }
  })

  it('resuming a suspended unit while another one with its code is approved: one is active', async () => {
    for (let round = 0; round < 6; round++) {
      const creditCode = demoCreditCode('tianjin', next++)
      const [wang, feng] = officers()
      if (!wang || !feng) throw new Error('two officers are needed')
      const first = await waits({ creditCode })
      await wang.ask(verbs.approve, { id: first.id, version: first.version })
      const { id } = await first.browser.ask(verbs.home, {})
      const { version } = await wang.ask(verbs.suspend, { id, version: 1, reason: '测试停用' })
      const second = await waits({ creditCode })
      await Promise.all([
        outcome(wang.ask(verbs.resume, { id, version, reason: '测试恢复' })), outcome(feng.ask(verbs.approve, { id: second.id, version: second.version })),
      ])
      const active = await server.tools.db.selectFrom('unit').select('id').where('credit_code', '=', creditCode).where('status', '=', 'active').execute()
      expect(active).toHaveLength(1)
    }
  })
})

describe('I5 one decision per registration', () => {
  it('approve, return and refuse at once: one is done, the others are overtaken, one event stands in the journal', async () => {
    for (let round = 0; round < 10; round++) {
      const { id, version } = await waits()
      const [wang, feng] = officers()
      if (!wang || !feng) throw new Error('two officers are needed')
      const said = await Promise.all([
        outcome(wang.ask(verbs.approve, { id, version })), outcome(feng.ask(verbs.return, { id, version, marks: [], note: '请核对' })),
        outcome(wang.ask(verbs.refuse, { id, version, reason: '不符合' })), outcome(feng.ask(verbs.approve, { id, version })),
      ])
      expect(said.filter((s) => s === 'done')).toHaveLength(1)
      expect(said.filter((s) => s === 'overtaken')).toHaveLength(3)
      const decided = await server.tools.db.selectFrom('journal').select('event').where('subject', '=', id).where('seq', '>', version).execute()
      expect(decided).toHaveLength(1)
    }
  })

  it('a withdrawal collides with an approval: first commit wins, the other gets a clear message', async () => {
    for (let round = 0; round < 8; round++) {
      const { browser, id, version } = await waits()
      const said = await Promise.all([
        outcome(browser.ask(verbs.withdraw, { id, version })), outcome(town.staff.haihe_wang?.ask(verbs.approve, { id, version }) ?? Promise.reject(new Error('no officer'))),
      ])
      expect(said.filter((s) => s === 'done')).toHaveLength(1)
      expect(['overtaken', 'not_found']).toContain(said.find((s) => s !== 'done'))
    }
  })
})

describe('I9 idempotent submission', () => {
  it('the same key eight times at once: one submission, eight equal answers', async () => {
    for (let round = 0; round < 8; round++) {
      const { browser, id, version } = await waits()
      const taken = await browser.ask(verbs.withdraw, { id, version })
      const key = newId()
      const answers = await Promise.all(Array.from({ length: 8 }, () => browser.ask(verbs.submit, { id, version: taken.version }, { key })))
      expect(new Set(answers.map((a) => JSON.stringify(a))).size).toBe(1)
      const submits = await server.tools.db.selectFrom('journal').select('seq').where('subject', '=', id).where('event', '=', 'submitted').where('seq', '>', taken.version).execute()
      expect(submits).toHaveLength(1)
    }
  })
})

describe('I14 I16 one account per name and per proof', () => {
  it('the same step 1 six times at once makes one account and one registration', async () => {
    const before = await server.tools.db.selectFrom('account').select('id').execute()
    const visitor = browserOf(server.app, '198.18.250.1')
    const input = {
      acceptanceId: await acceptAgreement(visitor), userName: 'jingsai_yici', password: townPassword, passwordAgain: townPassword, contactName: '竞态演示',
      mailProofId: await proofOf(server.tools, visitor, 'mail', demoMail('jingsai_yici')),
      phoneProofId: await proofOf(server.tools, visitor, 'phone', demoMobile(999)), questions: townAnswers,
    }
    const said = await Promise.all(Array.from({ length: 6 }, () => outcome(browserOf(server.app, '198.18.250.1').ask(verbs.begin, input))))
    expect(said.filter((s) => s === 'done')).toHaveLength(1)
    expect(await server.tools.db.selectFrom('account').select('id').execute()).toHaveLength(before.length + 1)
  })

  it('two step 1 with one mailbox at once: one account, the other is told beside the field of the form', async () => {
    for (let round = 0; round < 8; round++) {
      const mail = demoMail(`jingsai_youxiang${round}`)
      const comers = []
      for (const n of [0, 1]) {
        const visitor = browserOf(server.app, `198.18.251.${round * 2 + n}`)
        comers.push({ visitor, input: {
          acceptanceId: await acceptAgreement(visitor), userName: `jingsai_xiang${round}_${n}`, password: townPassword, passwordAgain: townPassword, contactName: '竞态演示',
          mailProofId: await proofOf(server.tools, visitor, 'mail', mail), phoneProofId: await proofOf(server.tools, visitor, 'phone', demoMobile(2_000_000 + round * 2 + n)),
          questions: townAnswers,
        } })
        server.clock.advance({ seconds: 61 })
      }
      const fields = await Promise.all(comers.map(({ visitor, input }) => visitor.ask(verbs.begin, input).then(() => 'done', (error: Error & { problem?: Problem }) => error.problem?.fields)))
      expect(fields.filter((one) => one === 'done')).toHaveLength(1)
      expect(fields.filter((one) => one !== 'done')).toMatchObject([{ mailProofId: { code: 'account.mail_bound' } }])
    }
  })
})

describe('the kept totals', () => {
  it('D22 after all these races they are what counting would give', async () => {
    const counted = await server.tools.db.selectFrom('unit_registration').select(['desk_id', 'state']).select((q) => q.fn.countAll<number>().as('n'))
      .where('desk_id', 'is not', null).groupBy(['desk_id', 'state']).orderBy('desk_id').orderBy('state').execute()
    const kept = await server.tools.db.selectFrom('unit_registration_total').select(['desk_id', 'state', 'n']).where('n', '<>', 0).orderBy('desk_id').orderBy('state').execute()
    expect(kept.map((k) => ({ ...k, n: k.n }))).toEqual(counted.map((c) => ({ ...c, n: c.n })))
  })
})
