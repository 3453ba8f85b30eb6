import { beforeAll, describe, expect, test } from 'vitest'
import { authorisedBy } from '../../../checks/authorised.ts'
import { twoUnits } from '../../../checks/people-of-units.ts'
import { testServer, type TestServer } from '../../../checks/server.ts'
import { peopleContract } from '../people/contract.ts'
import { subsystemsContract } from '../subsystems/contract.ts'
import { projectsContract as verbs } from './contract.ts'


let server: TestServer
let units: Awaited<ReturnType<typeof twoUnits>>

beforeAll(async () => {
  server = await testServer({ config: { demo: true, profile: 'both' } })
  units = await twoUnits(server)
})

/** The same program under another profile. */
const inProfile = (profile: 'tianjin' | 'chongqing' | 'both') => void (server.tools.config.profile = profile)

const verbsOf = async (browser: { ask: Awaited<ReturnType<typeof twoUnits>>['a']['browser']['ask'] }) => {
  const entry = await browser.ask(verbs.entry, {})
  return { ...entry, why: Object.fromEntries(entry.closed.map(({ verb, code }) => [verb, code])) }
}

describe('S2-05 S2-62 项目管理', () => {
  test('a person without personal information may enter, and reads what is missing before that no call is open', async () => {
    const { browser } = await units.comes()
    expect(await verbsOf(browser)).toMatchObject({
      profile: { isComplete: false, isApproved: false, state: null }, openCalls: 0, can: ['enter'],
      why: { begin: 'projects.profile_incomplete', submit: 'projects.profile_incomplete' },
    })
  })

  test('the unit account has no personal information to fill in; who acts for it has his own (S2-61, S2-62)', async () => {
    expect(await verbsOf(units.a.browser)).toMatchObject({ profile: null, can: ['enter'], why: { begin: 'projects.no_call', submit: 'projects.no_call' } })
    const authorised = await authorisedBy(server, units.a.id, await units.comes())
    expect((await verbsOf(authorised)).why.submit).toBe('projects.profile_incomplete')
  })

  test('staff have no part in it', async () => {
    const { zhichi_tang: support } = units.town.staff
    expect(await support?.refused(verbs.entry, {})).toMatchObject({ status: 403, code: 'not_your_post' })
  })
})

describe('D25 in the profile of Tianjin', () => {
  test('it is nobody’s while there is no such subsystem, and a person’s once his unit opened it', async () => {
    const { a, comes, town } = units
    const { browser, id } = await comes()
    inProfile('tianjin')
    for (const one of [browser, a.browser]) expect((await verbsOf(one)).why.enter).toBe('projects.not_here')
    const made = await town.staff.pingtai_zhou?.ask(subsystemsContract.add, {
      code: 'projects', name: '项目管理', nameEn: 'Projects', about: '', aboutEn: '', entryUrl: 'https://kehui.example.org/app/projects', redirectUris: ['https://kehui.example.org/app/projects'], logoutUris: [],
      backchannelLogoutUri: '', openTo: 'granted', sort: 1,
    })
    if (!made) throw new Error('the town has lost its administrator')
    expect((await verbsOf(a.browser)).can).toEqual(['enter'])
    expect((await verbsOf(browser)).why.enter).toBe('subsystems.access.waiting')
    await a.browser.ask(peopleContract.enable, { id, version: 1 })
    expect((await verbsOf(browser)).why.enter).toBe('subsystems.access.not_granted')
    await a.browser.ask(subsystemsContract.configure, { personId: id, version: 2, granted: [made.id], seen: [] })
    expect((await verbsOf(browser)).can).toEqual(['enter'])
    inProfile('chongqing')
    const { browser: other } = await comes()
    expect((await verbsOf(other)).can).toEqual(['enter'])
    inProfile('both')
  })
})
