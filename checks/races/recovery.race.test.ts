import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { claim, claimInput, resting, supportOfficer, townUnit, type Claim } from '../claims.ts'
import { testServer, Visitor, type TestServer } from '../server.ts'
import { townPassword } from '../../world/cast.ts'
import { buildTown } from '../../world/town.ts'
import { lettersTo } from '../../world/mailbox.ts'
import { accountsContract } from '../../src/modules/accounts/contract.ts'
import { recoveryContract as verbs } from '../../src/modules/recovery/contract.ts'

let server: TestServer
let officers: { accountId: string; visitor: Visitor }[]
const unit = townUnit('shili_keji3')

beforeAll(async () => {
  server = await testServer({ config: { demo: true } })
  await buildTown(server.tools, server.app, { units: ['shili_keji3'] })
  officers = []
  for (const name of ['甲支持', '乙支持', '丙支持']) {
    const { who, visitor } = await supportOfficer(server, name)
    officers.push({ accountId: who.accountId, visitor })
  }
})

const officer = (i: number): { accountId: string; visitor: Visitor } => {
  const found = officers[i]
  if (!found) throw new Error('there is no such officer')
  return found
}

async function verified(): Promise<Claim> {
  const c = await claim(server, unit)
  const done = await server.ask(verbs.verify, { id: c.id, version: 1, checks: ['name', 'code', 'seal'], reason: '一致' }, officer(0).visitor)
  if (done.status !== 200) throw new Error(done.text)
  await resting(server, unit)
  return c
}

const said = ({ status, problem }: { status: number; problem: { code: string } }) => (status === 200 ? 'done' : problem.code)
const keepers = async () => (await sql<{ n: number }>`
  select count(*)::int as n from mandate m join unit u on u.id = m.scope_id where m.post = 'unit_account' and upper_inf(m.during) and u.name = ${unit.name}`.execute(server.tools.db)).rows[0]?.n

/** The new keeper at his first sign-in. */
async function comesIn(c: Claim): Promise<Visitor> {
  const letter = (await lettersTo(server.tools, c.mail)).find(({ template }) => template === 'recovery.notice.claimant_handed_over')
  const visitor = new Visitor('198.18.95.1')
  await server.visit('/set-password', visitor, { token: new URL(String(letter?.params.link), 'http://town').searchParams.get('token') ?? '', password: townPassword, passwordAgain: townPassword })
  await server.ask(accountsContract.signIn, { userName: c.userName, password: townPassword }, visitor)
  return visitor
}

describe('E12 two officers hand over an account', () => {
  it('E12 two confirm at once: it is handed over once, one account is made, one keeper keeps it', async () => {
    for (let round = 0; round < 6; round++) {
      const c = await verified()
      const answers = await Promise.all([1, 2, 1, 2].map((i) => server.ask(verbs.confirm, { id: c.id, version: 2 }, officer(i).visitor)))
      expect(answers.map(said).sort()).toEqual(['done', 'overtaken', 'overtaken', 'overtaken'])
      expect(await server.tools.db.selectFrom('account').select('id').where('user_name', '=', c.userName).execute()).toHaveLength(1)
      expect(await keepers()).toBe(1)
    }
  })

  it('E12 two claims to one account are confirmed at once: one goes over, the other goes back to be verified again', async () => {
    for (let round = 0; round < 6; round++) {
      const [a, b] = [await verified(), await verified()]
      const answers = await Promise.all([server.ask(verbs.confirm, { id: a.id, version: 2 }, officer(1).visitor), server.ask(verbs.confirm, { id: b.id, version: 2 }, officer(2).visitor)])
      expect(answers.map(said).sort()).toEqual(['done', 'recovery.keeper_changed'])
      expect(await keepers()).toBe(1)
      const loser = said(answers[0]) === 'done' ? b : a
      expect(said(await server.ask(verbs.sendBack, { id: loser.id, version: 2, reason: '管理员已更换' }, officer(1).visitor))).toBe('done')
    }
  })

  it('E12 a confirmation collides with the keeper’s objection: either nothing is handed over, or the keeper is out', async () => {
    let keeper = await comesIn(await (async () => {
      const c = await verified()
      await server.ask(verbs.confirm, { id: c.id, version: 2 }, officer(1).visitor)
      return c
    })())
    for (let round = 0; round < 6; round++) {
      const c = await verified()
      const [confirmed, objected] = await Promise.all([
        server.ask(verbs.confirm, { id: c.id, version: 2 }, officer(1).visitor), server.ask(verbs.object, { id: c.id, version: 2, reason: '不属实' }, keeper),
      ])
      const { state } = await server.tools.db.selectFrom('recovery_case').select('state').where('id', '=', c.id).executeTakeFirstOrThrow()
      if (confirmed.status === 200) {
        expect(state).toBe('handed_over')
        expect(objected.status).not.toBe(200)
        keeper = await comesIn(c)
      } else {
        expect([state, said(objected), said(confirmed)]).toEqual(['objected', 'done', 'overtaken'])
        expect(await server.tools.db.selectFrom('account').select('id').where('user_name', '=', c.userName).execute()).toHaveLength(0)
      }
      expect(await keepers()).toBe(1)
    }
  })

  it('E12 verified by A and confirmed by A is refused by the database itself', async () => {
    const c = await verified()
    const a = officer(0).accountId
    expect(said(await server.ask(verbs.confirm, { id: c.id, version: 2 }, officer(0).visitor))).toBe('recovery.two_officers')
    const alone = sql`update recovery_case set state = 'handed_over', confirmed_by = ${a}, successor_id = ${a}, course = 'new', closed_at = now() where id = ${c.id}`.execute(server.tools.db)
    await expect(alone).rejects.toMatchObject({ constraint: 'two_officers_hand_over_an_account' })
  })

  it('S1-10 the same mailbox claims the same unit six times at once: one case is open', async () => {
    const { browser, input } = await claimInput(server, unit)
    const answers = await Promise.all(Array.from({ length: 6 }, () => browser.ask(verbs.open, input).then(() => 'done', () => 'refused')))
    expect(answers.filter((one) => one === 'done')).toHaveLength(1)
    const first = await server.tools.db.selectFrom('recovery_case').selectAll().where('user_name', '=', input.userName).executeTakeFirstOrThrow()
    // Nothing but the index stands between two rows that the program did not see of each other.
    const twin = sql`insert into recovery_case select (jsonb_populate_record(null::recovery_case, to_jsonb(c) || jsonb_build_object('id', gen_random_uuid(), 'number', '000000000', 'token_digest', 'x', 'evidence_id', null))).* from recovery_case c where id = ${first.id}`
    await expect(twin.execute(server.tools.db)).rejects.toMatchObject({ constraint: 'one_open_case_per_unit_and_mailbox' })
  })

  it('N12 two confirm one piece at once: it counts once', async () => {
    const c = await verified()
    await server.ask(verbs.confirm, { id: c.id, version: 2 }, officer(1).visitor)
    const keeper = await comesIn(c)
    const { handover } = (await server.ask(verbs.handover, {}, keeper)).body
    const item = handover?.items[0]?.item ?? ''
    const answers = await Promise.all(Array.from({ length: 6 }, () => server.ask(verbs.confirmItem, { id: handover?.id ?? '', item }, keeper)))
    expect(answers.map(said)).toEqual(Array.from({ length: 6 }, () => 'done'))
    expect(await server.tools.db.selectFrom('handover_item').select('item').where('handover_id', '=', handover?.id ?? '').where('item', '=', item).execute()).toHaveLength(1)
  })
})
