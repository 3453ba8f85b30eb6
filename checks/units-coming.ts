import { expect } from 'vitest'
import { demoCreditCode, demoMail, demoMobile } from '../src/codes/demo-numbers.ts'
import { unitsContract } from '../src/modules/units/contract.ts'
import { replay } from '../src/modules/units/registration-journal.ts'
import { registrationById } from '../src/modules/units/registration-store.ts'
import { replayUnit } from '../src/modules/units/unit-journal.ts'
import { unitById } from '../src/modules/units/unit-store.ts'
import { browserOf, type Browser } from '../world/browser.ts'
import { townPassword, units as cast, type TownUnit } from '../world/cast.ts'
import { acceptAgreement, proofOf, registerUnit, townAnswers } from '../world/register.ts'
import { buildTown } from '../world/town.ts'
import { testServer, type TestServer } from './server.ts'

/** A town without units, and all that a test needs to let units come to it. */
export async function unitsComing() {
  const server = await testServer({ config: { demo: true } })
  const town = await buildTown(server.tools, server.app, { units: [] })
  let next = 100
  /** A number that nobody has yet. */
  const another = () => next++
  const elsewhere = () => browserOf(server.app, `192.0.2.${next % 250}`)

  /** A unit that nobody registered yet, with numbers of its own. */
  function aUnit(more: Partial<TownUnit> = {}): TownUnit {
    const n = another()
    const base = cast.find((unit) => unit.userName === 'shili_keji4')
    if (!base) throw new Error('the cast has lost shili_keji4')
    return {
      ...base, userName: `ceshi_danwei${n}`, name: `示例测试${n}有限公司（演示）`, creditCode: demoCreditCode('tianjin', n),
      mail: demoMail(`ceshi${n}`), phone: demoMobile(n), until: 'submitted', ...more,
    }
  }
  /** It registers as far as its `until` says. */
  const comes = (unit: TownUnit): Promise<Browser> => registerUnit(server.tools, elsewhere(), unit, town)
  const officer = (name = 'haihe_wang'): Browser => {
    const browser = town.staff[name]
    if (!browser) throw new Error(`${name} is not signed in`)
    return browser
  }
  async function mineOf(browser: Browser) {
    const mine = await browser.ask(unitsContract.mine, {})
    if (!mine) throw new Error('there is no registration')
    return mine
  }
  /** A browser with everything that the first step asks for, and nothing sent yet. */
  async function begun(unit: TownUnit) {
    const browser = elsewhere()
    return {
      browser,
      input: {
        acceptanceId: await acceptAgreement(browser), userName: unit.userName, password: townPassword, passwordAgain: townPassword, contactName: unit.contact,
        mailProofId: await proofOf(server.tools, browser, 'mail', unit.mail), phoneProofId: await proofOf(server.tools, browser, 'phone', unit.phone), questions: townAnswers,
      },
    }
  }
  /** A unit that was approved. */
  async function active(unit = aUnit()) {
    const browser = await comes(unit)
    const mine = await mineOf(browser)
    await officer().ask(unitsContract.approve, { id: mine.id, version: mine.version })
    return { browser, unit, ...(await browser.ask(unitsContract.home, {})) }
  }
  const countOf = async (table: 'account' | 'unit_registration' | 'unit') =>
    (await server.tools.db.selectFrom(table).select((q) => q.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n

  return { server, town, another, aUnit, comes, officer, mineOf, begun, active, countOf }
}

/** Every registration and every unit is what the journal alone tells of it; gives how many there were. */
export async function replayed({ tools }: TestServer): Promise<{ registrations: number; units: number }> {
  const registrations = await tools.db.selectFrom('unit_registration').select('id').execute()
  for (const { id } of registrations) expect(await replay(tools, id)).toEqual(await registrationById(tools.db, tools.keyring, id))
  const units = await tools.db.selectFrom('unit').select('id').execute()
  for (const { id } of units) expect(await replayUnit(tools, id)).toEqual(await unitById(tools.db, id))
  return { registrations: registrations.length, units: units.length }
}
