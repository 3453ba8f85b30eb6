import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkImport } from '../../src/modules/legacy/check-work.ts'
import { legacyContract as verbs } from '../../src/modules/legacy/contract.ts'
import { runImport } from '../../src/modules/legacy/import-work.ts'
import { peopleContract } from '../../src/modules/people/contract.ts'
import { unitsContract } from '../../src/modules/units/contract.ts'
import { browserOf, type Browser } from '../../world/browser.ts'
import { comer, personInput } from '../newcomer.ts'
import { personLine, textOf, type OldLine } from '../old-accounts.ts'
import { twoUnits, type ChosenUnit, type Newcomer } from '../people-of-units.ts'
import { testServer, type TestServer } from '../server.ts'

let server: TestServer
let desk: Browser
let a: ChosenUnit
let b: ChosenUnit
let comes: Awaited<ReturnType<typeof twoUnits>>['comes']

beforeAll(async () => {
  server = await testServer({ config: { demo: true } })
  const found = await twoUnits(server)
  ;({ a, b, comes } = found)
  const administrator = found.town.staff.pingtai_zhou
  if (!administrator) throw new Error('the administrator is not signed in')
  desk = administrator
})

async function started(lines: readonly OldLine[]): Promise<string> {
  const { id } = await desk.upload(verbs.upload, {}, { name: 'a.csv', bytes: Buffer.from(textOf(lines)) })
  await checkImport(server.tools, id)
  const one = await desk.ask(verbs.look, { id })
  await desk.ask(verbs.start, { id, version: one.version, count: one.counts.ok_new })
  return id
}

const codeOf = async ({ browser }: ChosenUnit): Promise<OldLine> => {
  const { name, creditCode } = await browser.ask(unitsContract.home, {})
  return { unitName: name, unitCode: creditCode ?? '' }
}

/** How often PostgreSQL had to break a circle in this database; a backend tells it within a second. */
async function deadlocks(): Promise<number> {
  await sleep(1500)
  const { rows } = await sql<{ n: number }>`select deadlocks::int as n from pg_stat_database where datname = current_database()`.execute(server.tools.db)
  return rows[0]?.n ?? 0
}

describe('S1-05 an import of several units while their people move', () => {
  it('S1-05 an import of many batches, people who choose another unit and one who registers meanwhile never wait crosswise', async () => {
    const [ofA, ofB] = [await codeOf(a), await codeOf(b)]
    const movers: Newcomer[] = []
    for (let n = 0; n < 6; n++) {
      const unit = n % 2 ? a : b
      const one = await comes({ unitId: unit.id })
      await unit.browser.ask(peopleContract.enable, { id: one.id, version: 1 })
      movers.push(one)
    }
    const before = await deadlocks()
    for (let round = 0; round < 3; round++) {
      const lines = Array.from({ length: 24 }, (_, n) => personLine(5000 + round * 100 + n, 1, { ...(n % 2 ? ofA : ofB), status: n % 3 ? '已启用' : '已禁用' }))
      const id = await started(lines)
      const browser = browserOf(server.app, `198.51.100.${200 + round}`)
      const registers = await personInput(server.tools, browser, comer(700 + round, b.id, { userName: lines.at(-1)?.userName ?? '', name: '江见秋' }))
      // A mail may go to either unit, and noting so is a lock.
      await sql`update unit_people set mailed_at = null`.execute(server.tools.db)
      const moved = movers.map((one, n) => sleep(n * 8).then(() => one.browser.ask(peopleContract.choose, { version: 2 + round, unitId: (n + round) % 2 ? b.id : a.id })))
      const said = await Promise.allSettled([...moved, browser.ask(peopleContract.register, registers), runImport(server.tools, id, 2)])
      expect(said.slice(0, movers.length).map(({ status }) => status)).toEqual(movers.map(() => 'fulfilled'))
      for (let tries = 0; (await desk.ask(verbs.look, { id })).state === 'importing' && tries < 3; tries++) await runImport(server.tools, id, 2)
      const done = await desk.ask(verbs.look, { id })
      expect(done.state).toBe('imported')
      expect(done.counts.ok_new).toBe(said[movers.length]?.status === 'fulfilled' ? 23 : 24)
    }
    expect(await deadlocks()).toBe(before)
  })
})
