import { beforeAll, describe, expect, it } from 'vitest'
import { testServer, type TestServer } from '../../../checks/server.ts'
import { browserOf, type Browser } from '../../../world/browser.ts'
import { townPassword, units as cast } from '../../../world/cast.ts'
import { lettersTo } from '../../../world/mailbox.ts'
import { personInput, registerPerson, townPerson, type TownPerson } from '../../../world/register-person.ts'
import { buildTown, type Town } from '../../../world/town.ts'
import { accountsContract } from '../accounts/contract.ts'
import { inboxContract } from '../inbox/contract.ts'
import { unitsContract } from '../units/contract.ts'
import { peopleContract as verbs } from './contract.ts'
import { replayPerson } from './person-journal.ts'
import { personOfAccount } from './person-store.ts'

const [nameA = '', nameB = ''] = cast.filter((unit) => unit.until === 'approved').map((unit) => unit.userName)

let server: TestServer
let town: Town
let a: { browser: Browser; id: string; name: string; mail: string }
let b: typeof a
let next = 1

beforeAll(async () => {
  server = await testServer({ config: { demo: true } })
  town = await buildTown(server.tools, server.app, { units: [nameA, nameB] })
  const unitOf = async (userName: string) => {
    const browser = town.units[userName]
    if (!browser) throw new Error(`${userName} is not signed in`)
    const { id, name } = await browser.ask(unitsContract.home, {})
    return { browser, id, name, mail: cast.find((unit) => unit.userName === userName)?.mail ?? '' }
  }
  a = await unitOf(nameA)
  b = await unitOf(nameB)
})

async function comes(more: Partial<TownPerson> = {}): Promise<{ who: TownPerson; browser: Browser; id: string }> {
  const n = next++
  const who = townPerson(n, a.id, more)
  const browser = browserOf(server.app, `192.0.2.${n % 250}`)
  return { who, browser, id: await registerPerson(server.tools, browser, who) }
}
const versionOf = async (browser: Browser) => (await browser.ask(verbs.me, {})).version

describe('registration of a person', () => {
  it('S1-24 S1-25 S1-29 S1-30 D10 registers, is signed in, waits, and both sides are told', async () => {
    const { who, browser, id } = await comes()
    const mine = await browser.ask(verbs.me, {})
    expect(mine).toMatchObject({
      id, state: 'new', name: who.name, unit: { id: a.id, name: a.name, status: 'active' }, waiting: { usualDays: null, remindedAt: null },
      document: `${who.document[0]}${'*'.repeat(15)}${who.document.slice(-2)}`, can: ['choose', 'remind'], decidedBy: null,
    })
    expect(mine.timeline.map((e) => [e.event, e.unit])).toEqual([['registered', a.name]])
    expect((await browser.ask(accountsContract.me, {})).mandate).toMatchObject({ post: 'person' })
    expect((await lettersTo(server.tools, who.mail))[0]?.template).toBe('people.notice.registered')
    expect((await lettersTo(server.tools, a.mail))[0]?.template).toBe('people.notice.waiting')
    expect(await a.browser.ask(verbs.waiting, {})).toEqual({ n: 1 })
    // S1-30: signs in later as everybody does.
    const later = browserOf(server.app, '198.51.100.9')
    await later.ask(accountsContract.signIn, { userName: who.userName, password: townPassword })
    expect((await later.ask(verbs.me, {})).state).toBe('new')
  })

  it('S1-09 S1-48 is enabled by the unit, is told, and the journal replays to the row', async () => {
    const { who, browser, id } = await comes()
    const { version } = await a.browser.ask(verbs.person, { id })
    expect(await a.browser.ask(verbs.enable, { id, version })).toEqual({ id, state: 'enabled', version: 2 })
    expect(await browser.ask(verbs.me, {})).toMatchObject({ state: 'enabled', waiting: null, decidedBy: a.name, can: ['choose'] })
    expect((await lettersTo(server.tools, who.mail))[0]?.template).toBe('people.notice.enabled')
    expect((await lettersTo(server.tools, who.phone))[0]?.template).toBe('people.notice.enabled')
  })
})
