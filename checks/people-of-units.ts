import { unitsContract } from '../src/modules/units/contract.ts'
import { browserOf, type Browser } from '../world/browser.ts'
import { units as cast } from '../world/cast.ts'
import { buildTown, type Town } from '../world/town.ts'
import { comer, registers, type Comer } from './newcomer.ts'
import type { TestServer } from './server.ts'

/** A unit that people may choose, with its account at a browser. */
export interface ChosenUnit {
  browser: Browser
  id: string
  name: string
  mail: string
  userName: string
  officer: Browser
}

export interface Newcomer {
  who: Comer
  browser: Browser
  id: string
}

/** The same with somebody at the support's desk. */
export async function twoUnitsAndSupport(server: TestServer) {
  const units = await twoUnits(server)
  const support = units.town.staff.zhichi_tang
  if (!support) throw new Error('zhichi_tang is not signed in')
  return { ...units, support }
}

/** The town with the first two of its active units, and a way for people to come to them. */
export async function twoUnits(server: TestServer): Promise<{ town: Town; a: ChosenUnit; b: ChosenUnit; comes(more?: Partial<Comer>): Promise<Newcomer> }> {
  const chosen = cast.filter((unit) => unit.until === 'approved').slice(0, 2)
  const town = await buildTown(server.tools, server.app, { units: chosen.map((unit) => unit.userName) })
  const desks: Record<string, string> = { education: 'jiaowei_li', haihe: 'haihe_wang', liangjiang: 'liangjiang_he' }
  const [a, b] = await Promise.all(chosen.map(async ({ userName, mail, authority }) => {
    const [browser, officer] = [town.units[userName], town.staff[desks[authority] ?? '']]
    if (!browser || !officer) throw new Error(`${userName} or its officer is not signed in`)
    const { id, name } = await browser.ask(unitsContract.home, {})
    return { browser, id, name, mail, userName, officer }
  }))
  if (!a || !b) throw new Error('the cast has too few active units')
  let n = 0
  return {
    town, a, b,
    async comes(more = {}) {
      const who = comer(++n, a.id, more)
      const browser = browserOf(server.app, `198.51.${100 + (n % 100)}.${n % 250}`)
      return { who, browser, id: await registers(server.tools, browser, who) }
    },
  }
}
