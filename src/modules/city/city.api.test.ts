import { beforeAll, describe, expect, it } from 'vitest'
import { changed, cityPerson, cityServer, legalEntity, someone, type City } from '../../../checks/city.ts'
import { twoUnits } from '../../../checks/people-of-units.ts'
import { sql } from 'kysely'
import { demoCreditCode, demoMobile } from '../../codes/demo-numbers.ts'
import { accountsContract } from '../accounts/contract.ts'
import { peopleContract } from '../people/contract.ts'
import { personOfAccount } from '../people/person-store.ts'
import { structureContract } from '../structure/contract.ts'
import { unitProfilesContract } from '../unit-profiles/contract.ts'
import { unitsContract } from '../units/contract.ts'
import { replayUnit } from '../units/unit-journal.ts'
import { unitById } from '../units/unit-store.ts'

let city: City
let units: Awaited<ReturnType<typeof twoUnits>>

beforeAll(async () => {
  city = await cityServer()
  units = await twoUnits(city.server)
})

const { min } = Math
const wrongDigit = demoCreditCode('chongqing', 999).replace(/.$/, (c) => (c === '7' ? '8' : '7'))
const ask: City['server']['ask'] = (verb, input, visitor, more) => city.server.ask(verb, input, visitor, more)
const whyOf = (to: string) => new URL(to, 'http://x').searchParams.get('why')
const count = async (table: 'account' | 'unit' | 'person' | 'identity') =>
  (await city.server.tools.db.selectFrom(table).select((q) => q.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n
const eventsOf = async (room: string) =>
  (await city.server.tools.db.selectFrom('journal').select(['event', 'body', 'account_id']).where('room', '=', room).orderBy('at').execute()).map(({ event, body, account_id }) => ({ event, body: body as Record<string, unknown>, account_id }))

describe('S2-01 S2-02 the doors', () => {
  it('stand on the front page and beside the sign-in form, with the way to register there first', async () => {
    for (const path of ['/', '/sign-in?back=/app/people']) {
      const { text } = await city.server.visit(path)
      expect(text).toContain('通过渝快办登录')
      expect(text).toMatch(/href="\/city\/sign-in\/legal[^"]*">法人用户/)
      expect(text).toMatch(/href="\/city\/sign-in\/person[^"]*">个人用户/)
      expect(text).toContain('请先在渝快办注册')
    }
    expect((await city.server.visit('/sign-in?back=/app/people')).text).toContain('/city/sign-in/legal?back=%2Fapp%2Fpeople')
    expect((await city.server.visit('/?lang=en')).text).toContain('Sign in through Yukuaiban')
  })

  it('D1 are not there where no provider is configured', async () => {
    const { config } = city.server.tools
    const { identity } = config
    config.identity = null
    try {
      expect((await city.server.visit('/')).text).not.toContain('/city/sign-in/')
      const { headers } = await city.server.visit('/city/sign-in/legal')
      expect(headers.location).toBe('/city/refused?why=city.not_offered')
      expect((await city.server.visit('/city/refused?why=city.not_offered')).text).toContain('没有开放统一身份登录')
    } finally {
      config.identity = identity
    }
  })

  it('lead to the provider with code, PKCE, state and nonce, and the scope of the door', async () => {
    const visitor = someone()
    const url = new URL(await city.leaves('legal', visitor))
    expect(url.origin).toBe(city.simulation.origin)
    const q = Object.fromEntries(url.searchParams)
    expect(q).toMatchObject({ response_type: 'code', client_id: 'kehui-legal', redirect_uri: 'https://kehui.example.org/city/callback', scope: 'openid legal', code_challenge_method: 'S256', ui_locales: 'zh-CN' })
    expect(min(...['state', 'nonce', 'code_challenge'].map((name) => q[name]?.length ?? 0))).toBeGreaterThan(30)
    expect(new URL(await city.leaves('person', visitor)).searchParams.get('scope')).toBe('openid person')
    // Nothing of it lies in the database as it travelled.
    const rows = JSON.stringify(await city.server.tools.db.selectFrom('city_visit').selectAll().execute())
    for (const name of ['state', 'nonce'] as const) expect(rows).not.toContain(q[name])
  })
})

describe('S2-03 a legal entity', () => {
  it('that signs in first gets its unit, active, with the grey fields filled, and acts as it', async () => {
    const subject = legalEntity()
    const { visitor, to } = await city.signsIn(subject)
    expect(to).toBe('/app/')
    const me = await ask(accountsContract.me, {}, visitor)
    expect(me.body.mandate).toMatchObject({ post: 'unit_account', scopeName: subject.claims.unit_name })
    const home = (await ask(unitsContract.home, {}, visitor)).body
    expect(home).toMatchObject({ name: subject.claims.unit_name, creditCode: subject.claims.credit_code, legalRepresentative: '罗示范', status: 'active' })
    const unit = await unitById(city.server.tools.db, home.id)
    expect(unit).toMatchObject({ legalNature: '1', legalType: '11', registeredDistrict: '500199', registeredAddress: '科苑大道1号', creditCodeByHand: false })
    expect(await replayUnit(city.server.tools, home.id)).toEqual(unit)
    const profile = (await ask(unitProfilesContract.unitProfile, {}, visitor)).body
    expect(profile).toMatchObject({ registeredOn: '2009-05-20', registeredCapital: '1200' })
    expect(profile.fromRegistry).toEqual(expect.arrayContaining(['registeredOn', 'registeredCapital', 'legalDocument']))
    expect(JSON.stringify(await city.server.tools.db.selectFrom('identity').selectAll().execute())).not.toContain(subject.claims.legal_representative_document)
  })

  it('comes again as the same: what the registry says otherwise is taken over, and nothing is made twice', async () => {
    const subject = legalEntity()
    const first = await city.signsIn(subject)
    const before = [await count('unit'), await count('account')]
    const { id } = (await ask(unitsContract.home, {}, first.visitor)).body
    const other = changed(subject, { unit_name: (String(subject.claims.unit_name)).replace('有限公司', '股份有限公司'), legal_representative: '谭示范', registered_capital: 2400.5, phone_number: '16408999999' })
    const { visitor } = await city.signsIn(other)
    expect([await count('unit'), await count('account')]).toEqual(before)
    expect((await ask(unitsContract.home, {}, visitor)).body).toMatchObject({ id, name: other.claims.unit_name, legalRepresentative: '谭示范' })
    expect((await ask(unitProfilesContract.unitProfile, {}, visitor)).body.registeredCapital).toBe('2400.5')
    expect((await ask(accountsContract.me, {}, visitor)).body.phone).toBe('164****9999')
    expect(await replayUnit(city.server.tools, id)).toEqual(await unitById(city.server.tools.db, id))
    const names = await city.server.tools.db.selectFrom('unit_name').select('name').where('unit_id', '=', id).execute()
    expect(names.map(({ name }) => name).sort()).toEqual([subject.claims.unit_name, other.claims.unit_name].sort())
    expect((await eventsOf('city.identity')).at(-1)).toMatchObject({ event: 'said_otherwise', body: { taken: expect.arrayContaining(['name', 'legalRepresentative', 'registeredCapital', 'phone']) as unknown } })
    // Said once more it is no news.
    const { length } = await eventsOf('city.identity')
    await city.signsIn(other)
    expect(await eventsOf('city.identity')).toHaveLength(length)
  })

  it.each([
    [{ credit_code: wrongDigit }, 'city.credit_code'], [{ credit_code: '' }, 'city.claim.missing'], [{ unit_name: '' }, 'city.claim.missing'],
    [{ unit_name: '<script>' }, 'city.claim.odd'], [{ legal_representative: '' }, 'city.claim.missing'],
  ])('with %j is refused with a sentence, and nothing is made', async (more, why) => {
    const before = [await count('unit'), await count('account'), await count('identity')]
    const { to } = await city.signsIn(legalEntity(more))
    expect(whyOf(to)).toBe(why)
    expect([await count('unit'), await count('account'), await count('identity')]).toEqual(before)
  })

  it('whose registry says little or something odd beside comes in all the same', async () => {
    const { visitor, to } = await city.signsIn(legalEntity({ district: '999999', registered_on: 'gestern', registered_capital: 'viel', phone_number: '12', registered_address: '', name: '' }))
    expect(to).toBe('/app/')
    expect((await ask(unitProfilesContract.unitProfile, {}, visitor)).body).toMatchObject({ registeredOn: null, registeredCapital: null })
    expect((await ask(accountsContract.me, {}, visitor)).body.phone).toBeNull()
  })

  it('of a suspended or dissolved unit is told so', async () => {
    const subject = legalEntity({ district: '120199', credit_code: '' })
    const own = changed(subject, { credit_code: legalEntity().claims.credit_code ?? '' })
    const { visitor } = await city.signsIn(own)
    const { id } = (await ask(unitsContract.home, {}, visitor)).body
    const { officer } = units.b
    const version = async () => (await officer.ask(unitsContract.unit, { id })).version
    await officer.ask(unitsContract.suspend, { id, version: await version(), reason: '核查期间停用' })
    expect(whyOf((await city.signsIn(own)).to)).toBe('city.unit_suspended')
    expect(whyOf((await city.signsIn(changed({ ...own, sub: 'l-other' }, {}))).to)).toBe('city.unit_suspended')
    await officer.ask(unitsContract.dissolve, { id, version: await version(), reason: '已办理注销', ending: 'dissolved', successors: [] })
    expect(whyOf((await city.signsIn(own)).to)).toBe('city.unit_dissolved')
    expect(whyOf((await city.signsIn(changed({ ...own, sub: 'l-other' }, {}))).to)).toBe('city.unit_dissolved')
  })
})

describe('S2-04 a person', () => {
  it('that signs in first gets an account without a password, the post of a person, and a proven document', async () => {
    const subject = cityPerson()
    const { visitor, to } = await city.signsIn(subject)
    expect(to).toBe('/app/')
    const me = (await ask(peopleContract.me, {}, visitor)).body
    expect(me).toMatchObject({ state: 'unbound', name: '向晚晴', unit: null, phone: expect.stringMatching(/^164\*{4}/) as unknown, can: ['choose'] })
    expect((await ask(accountsContract.me, {}, visitor)).body.mandate).toMatchObject({ post: 'person' })
    const { account_id } = await city.server.tools.db.selectFrom('person').select('account_id').where('id', '=', me.id).executeTakeFirstOrThrow()
    expect((await personOfAccount(city.server.tools.db, city.server.tools.keyring, account_id))?.provenAt).not.toBeNull()
    expect(await city.server.tools.db.selectFrom('profile').select('person_id').where('person_id', '=', me.id).execute()).toHaveLength(1)
    const again = await city.signsIn(subject)
    expect((await ask(peopleContract.me, {}, again.visitor)).body.id).toBe(me.id)
  })

  it('goes on to where he wanted to go, never out of the platform', async () => {
    const subject = cityPerson()
    await city.knows(subject)
    for (const [back, to] of [['/app/people', '/app/people'], ['https://evil.example/', '/app/'], ['//evil.example', '/app/'], ['/\\evil.example', '/app/']] as const) {
      const visitor = someone()
      const path = await city.chooses(await city.leaves('person', visitor, back), subject)
      expect((await city.server.visit(path, visitor)).headers.location).toBe(to)
    }
  })

  it('whom a unit has authorised beforehand acts for it from his first sign-in on, where name, phone and document agree', async () => {
    const [subject, other] = [cityPerson(), cityPerson()]
    const named = (of: typeof subject) => ({ name: String(of.claims.name), phone: String(of.claims.phone_number), documentType: 'ID', document: String(of.claims.document_number) })
    await units.a.browser.ask(structureContract.authorise, named(subject))
    await units.b.browser.ask(structureContract.authorise, { ...named(other), phone: demoMobile(9_999_999) })
    const postsOf = async (one: typeof subject) => {
      await city.signsIn(one)
      const { rows } = await sql<{ post: string }>`
        select m.post from mandate m join identity i on i.account_id = m.account_id where i.subject = ${one.sub} and upper_inf(m.during) order by m.post`.execute(city.server.tools.db)
      return rows.map(({ post }) => post)
    }
    expect(await postsOf(subject)).toEqual(['authorised_person', 'person'])
    // One digit of the phone is another one: the unit is told, and nothing is opened.
    expect(await postsOf(other)).toEqual(['person'])
  })

  it('whose account is disabled is told so', async () => {
    const subject = cityPerson()
    await city.signsIn(subject)
    const { account_id } = await city.server.tools.db.selectFrom('identity').select('account_id').where('subject', '=', subject.sub).executeTakeFirstOrThrow()
    await city.server.tools.db.updateTable('account').set({ state: 'disabled' }).where('id', '=', account_id).execute()
    expect(whyOf((await city.signsIn(subject)).to)).toBe('city.account_disabled')
  })

  it('who declines at the provider is told so', async () => {
    const visitor = someone()
    const path = await city.chooses(await city.leaves('person', visitor), null)
    const { headers } = await city.server.visit(path, visitor)
    expect(headers.location).toBe('/city/refused?why=city.cancelled')
    expect((await city.server.visit('/city/refused?why=city.cancelled', visitor)).text).toContain('渝快办没有完成登录')
  })
})

describe('what happened stands in the journal', () => {
  it('each refusal once, with its code and door, and without anything about the person', async () => {
    const subject = cityPerson({ name: '' })
    const before = (await eventsOf('city.refused')).length
    const visitor = someone()
    await city.knows(subject)
    const path = await city.chooses(await city.leaves('person', visitor), subject)
    for (let n = 0; n < 3; n++) await city.server.visit(path, visitor)
    const events = (await eventsOf('city.refused')).slice(before)
    expect(events.map(({ event, body }) => ({ event, body }))).toEqual([{ event: 'sign_in_refused', body: { code: 'city.claim.missing', door: 'person', claim: 'name' } }])
    expect(JSON.stringify(events)).not.toContain(String(subject.claims.document_number))
  })

  it('whoever else is signed in in this browser is not the one who came', async () => {
    const { visitor } = await city.signsIn(cityPerson())
    const mine = (await ask(accountsContract.me, {}, visitor)).body.userName
    const other = cityPerson()
    await city.signsIn(other, visitor)
    expect((await ask(accountsContract.me, {}, visitor)).body.userName).not.toBe(mine)
    expect((await eventsOf('city.identity')).at(-1)).toMatchObject({ event: 'linked', account_id: null })
  })
})
