import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { platformCall, well, within } from '../../../checks/people.ts'
import { twoUnits, type ChosenUnit, type Newcomer } from '../../../checks/people-of-units.ts'
import { testServer, type TestServer } from '../../../checks/server.ts'
import { lettersTo } from '../../../world/mailbox.ts'
import { demoMail, demoMobile, demoResidentId } from '../../codes/demo-numbers.ts'
import { adoptAccounts } from '../accounts/index.ts'
import { accountsContract } from '../accounts/contract.ts'
import { peopleContract as verbs } from './contract.ts'
import { adoptPeople, personOfAccount, personOfUnit } from './index.ts'
import { replayPerson } from './person-journal.ts'

let server: TestServer
let a: ChosenUnit
let b: ChosenUnit
let comes: (more?: Parameters<Awaited<ReturnType<typeof twoUnits>>['comes']>[0]) => Promise<Newcomer>

beforeAll(async () => {
  server = await testServer({ config: { demo: true } })
  ;({ a, b, comes } = await twoUnits(server))
})

const everybody = async (unit: ChosenUnit, filters: Record<string, unknown> = {}) => unit.browser.ask(verbs.people, { size: 100, ...filters })
const names = async (filters: Record<string, unknown>) => (await everybody(a, filters)).rows.map((row) => row.name)
const recorded = (event: string) => server.tools.db.selectFrom('journal').select(['body', 'account_id']).where('event', '=', event).execute()

/** People as an older system had them: quick, and many. */
async function adopted(unitId: string, all: readonly { name: string; document?: { type: string; number: string } | null; enabled?: boolean }[], from = 0) {
  const rows = all.map((one, i) => ({ userName: `laoxitong${from + i}`, displayName: one.name, mail: demoMail(`laoxitong${from + i}`), phone: demoMobile(5_000_000 + from + i), lang: 'zh' as const }))
  return well(await within(server, async (tx) => {
    const accounts = await adoptAccounts(tx, platformCall(server), rows)
    return adoptPeople(tx, platformCall(server), all.map((one, i) => ({
      accountId: accounts[i] ?? '', userName: rows[i]?.userName ?? '', name: one.name, document: one.document ?? null, unitId, enabled: one.enabled ?? true,
    })))
  }))
}

describe("the unit's list", () => {
  it('S1-44 S1-46 S1-47 S1-48 S1-54 all of the own people in the order of their coming, contact data masked, with what may be done', async () => {
    const [first, second, third] = [await comes({ name: '欧阳文静' }), await comes({ name: '林知远' }), await comes({ name: '阿卜杜·克力木' })]
    const other = await comes({ unitId: b.id })
    await a.browser.ask(verbs.enable, { id: second.id, version: 1 })
    const page = await everybody(a)
    expect(page.rows.map((row) => [row.id, row.name, row.status, row.state])).toEqual([
      [first.id, '欧阳文静', 'disabled', 'new'], [second.id, '林知远', 'enabled', 'enabled'], [third.id, '阿卜杜·克力木', 'disabled', 'new'],
    ])
    expect(page).toMatchObject({ total: { n: 3, exact: true }, page: 1, pages: 1, counts: { all: 3, new: 2, enabled: 1, disabled: 2 } })
    expect(page.rows[1]).toMatchObject({
      userName: second.who.userName, mail: `t***@example.com`, phone: `164****${second.who.phone.slice(-4)}`, duplicate: null, can: ['disable', 'release', 'resetPassword'],
    })
    expect(page.rows[0]?.can).toEqual(['enable', 'refuse', 'resetPassword'])
    expect((await everybody(b)).rows.map((row) => row.id)).toEqual([other.id])
    expect(await a.browser.ask(verbs.waiting, {})).toEqual({ n: 2 })
  })

  it('S1-45 filters by user name and name: parts of two characters and more, one character too', async () => {
    expect(await names({ name: '文静' })).toEqual(['欧阳文静'])
    expect(await names({ name: '欧' })).toEqual(['欧阳文静'])
    expect(await names({ name: '静文' })).toEqual([])
    expect(await names({ name: ' 克力木 ' })).toEqual(['阿卜杜·克力木'])
    expect(await names({ name: '阿卜杜•克' })).toEqual(['阿卜杜·克力木'])
    const { userName } = (await everybody(a)).rows[1] ?? { userName: '' }
    expect(await names({ userName: userName.toUpperCase() })).toEqual(['林知远'])
    expect(await names({ userName: 'tianbao', name: '林知' })).toEqual(['林知远'])
    expect(await names({ name: '%' })).toEqual([])
    expect(await names({ userName: 'tianbao_' })).toHaveLength(3)
    expect((await everybody(a, { name: '文静' })).total).toEqual({ n: 1, exact: true })
  })

  it('S1-48 已禁用 holds who is new as well; who waits can be seen alone', async () => {
    expect(await names({ status: 'enabled' })).toEqual(['林知远'])
    expect(await names({ status: 'disabled' })).toEqual(['欧阳文静', '阿卜杜·克力木'])
    expect(await names({ waiting: true, name: '文静' })).toEqual(['欧阳文静'])
    expect(await everybody(a, { waiting: true, status: 'enabled' })).toMatchObject({ rows: [], total: { n: 0 }, counts: { all: 3 } })
  })

  it('S1-51 turns and jumps through pages with exact totals, through gaps that people left', async () => {
    const ids = await adopted(b.id, Array.from({ length: 1_300 }, (_, i) => ({ name: `王示例${String(i).padStart(4, '0')}`, enabled: i % 3 > 0 })), 1000)
    // Two of the places are given up.
    for (const id of [ids[3], ids[900]]) await b.browser.ask(verbs.release, { id: id ?? '', version: 1, reason: '已调离' })
    const expected = (await server.tools.db.selectFrom('person').select('id').where('unit_id', '=', b.id).orderBy('place').execute()).map(({ id }) => id)
    const at = async (ask: Record<string, unknown>) => b.browser.ask(verbs.people, { size: 20, ...ask })
    const jumped = await at({ page: 47 })
    expect(jumped).toMatchObject({ page: 47, pages: Math.ceil(expected.length / 20), total: { n: expected.length, exact: true } })
    expect(jumped.rows.map(({ id }) => id)).toEqual(expected.slice(46 * 20, 47 * 20))
    const turned = await at({ after: jumped.next })
    expect([turned.page, turned.rows.map(({ id }) => id)]).toEqual([48, expected.slice(47 * 20, 48 * 20)])
    const last = await at({ page: 9_999, status: 'disabled' })
    expect(last.total.n).toBe(1 + Math.ceil(1_300 / 3) - 2)
    expect(last.page).toBe(last.pages)
    expect((await at({ name: '示例00' })).total).toEqual({ n: 99, exact: true })
    expect((await at({ name: '示例00', page: 3 })).rows.map((row) => row.name)[0]).toBe('王示例0041')
    expect((await at({ name: '王示例' })).total.n).toBe(1_298)
  })

  it('D22 the kept totals are what counting would give', async () => {
    const counted = await sql`select unit_id, place / 512 as block, state, count(*) as n from person where unit_id is not null group by 1, 2, 3 order by 1, 2, 3`.execute(server.tools.db)
    const kept = await sql`select unit_id, block, state, n from person_total where n <> 0 order by 1, 2, 3`.execute(server.tools.db)
    expect(kept.rows).toEqual(counted.rows)
  })
})

describe('one person of the unit', () => {
  it('S1-54 S1-N4 contact and document come in clear on request, which is recorded; another unit finds nobody', async () => {
    const { who, id } = await comes({ name: '诸葛联系' })
    expect(await a.browser.ask(verbs.person, { id })).toMatchObject({ mail: 't***@example.com', document: `1${'*'.repeat(15)}${who.document.slice(-2)}`, duplicates: [] })
    expect(await a.browser.ask(verbs.reveal, { id })).toEqual({ mail: who.mail, phone: who.phone })
    expect(await a.browser.ask(verbs.revealDocument, { id, reason: '核对身份' })).toEqual({ document: who.document })
    expect((await recorded('contact_revealed')).at(-1)?.body).toMatchObject({ personId: id, unitId: a.id })
    expect((await recorded('document_revealed')).at(-1)?.body).toEqual({ personId: id, accountId: expect.any(String) as string, unitId: a.id })
    expect((await a.browser.refused(verbs.revealDocument, { id, reason: ' ' })).fields).toHaveProperty('reason')
    const looks = (await recorded('contact_revealed')).length
    for (const [verb, input] of [
      [verbs.person, {}], [verbs.reveal, {}], [verbs.revealDocument, { reason: '核对身份' }], [verbs.enable, { version: 1 }], [verbs.disable, { version: 1, reason: '不相干' }],
      [verbs.refuse, { version: 1, reason: '不相干' }], [verbs.release, { version: 1, reason: '不相干' }], [verbs.resetPassword, { version: 1 }],
    ] as const) {
      expect((await b.browser.refused(verb, { id, ...input })).status).toBe(404)
    }
    expect(await recorded('contact_revealed')).toHaveLength(looks)
  })

  it('S1-N1 points out the same document anywhere and the same name in the unit; of other units only that there is somebody', async () => {
    const twin = await comes({ name: '司马双生' })
    const [same, elsewhere] = [await comes({ name: '司马双生' }), await comes({ name: '司马别处', unitId: b.id, document: twin.who.document })]
    const shown = await a.browser.ask(verbs.person, { id: twin.id })
    expect(shown.duplicates).toEqual([
      { by: 'document', of: 'another', id: null, userName: null, name: null, status: null, vouched: false },
      { by: 'name', of: 'own', id: same.id, userName: same.who.userName, name: '司马双生', status: 'disabled', vouched: false },
    ])
    const rows = new Map((await everybody(a, { name: '司马' })).rows.map((row) => [row.id, row.duplicate]))
    expect([rows.get(twin.id), rows.get(same.id)]).toEqual(['document', 'name'])
    // I15: whoever vouches first has the document; the other unit is told how to go on, not who it was.
    await a.browser.ask(verbs.enable, { id: twin.id, version: 1 })
    const problem = await b.browser.refused(verbs.enable, { id: elsewhere.id, version: 1 })
    expect(problem).toMatchObject({ status: 409, code: 'people.document_vouched' })
    expect(JSON.stringify(problem)).not.toContain(a.name)
    expect((await b.browser.ask(verbs.person, { id: elsewhere.id })).duplicates).toMatchObject([{ by: 'document', id: null, vouched: true }])
    // Released there, it can be enabled here.
    await a.browser.ask(verbs.release, { id: twin.id, version: 2, reason: '已调离' })
    expect((await b.browser.ask(verbs.person, { id: elsewhere.id })).duplicates).toMatchObject([{ by: 'document', of: 'none', id: null, status: null, vouched: false }])
    expect((await b.browser.ask(verbs.enable, { id: elsewhere.id, version: 1 })).state).toBe('enabled')
  })

  it('S1-N1 within one unit the refusal names the account that has the document', async () => {
    const first = await comes()
    const second = await comes({ document: first.who.document })
    await a.browser.ask(verbs.enable, { id: first.id, version: 1 })
    const problem = await a.browser.refused(verbs.enable, { id: second.id, version: 1 })
    expect(problem.code).toBe('people.document_vouched.here')
    expect(JSON.stringify(problem)).toContain(first.who.userName)
  })

  it('S1-11 S1-12 S1-53 D8 resets the password: a link to the mailbox, all sessions end, the unit never sees either', async () => {
    const { who, browser, id } = await comes()
    const answer = await a.browser.ask(verbs.resetPassword, { id, version: 1 })
    expect(answer).toEqual({ id, mail: 't***@example.com' })
    expect((await browser.refused(verbs.me, {})).status).toBe(401)
    const [letter] = await lettersTo(server.tools, who.mail)
    expect(letter?.params).toMatchObject({ unit: a.name })
    expect(String(letter?.params.link)).toMatch(/^\/set-password\?token=/)
    expect((await browser.refused(accountsContract.signIn, { userName: who.userName, password: 'Yanshi-Cheng-7' })).status).toBe(422)
  })

  it('S1-53 a reset stands in the timeline of the unit and of the person, between the decisions, and overtakes none', async () => {
    const { who, browser, id } = await comes()
    await a.browser.ask(verbs.resetPassword, { id, version: 1 })
    await a.browser.ask(verbs.enable, { id, version: 1 })
    for (let n = 0; n < 2; n++) await a.browser.ask(verbs.resetPassword, { id, version: 2 })
    const shown = await a.browser.ask(verbs.person, { id })
    const events = ['registered', 'password_reset', 'enabled', 'password_reset', 'password_reset']
    expect(shown.timeline.map(({ event }) => event)).toEqual(events)
    expect(shown.timeline.filter(({ event }) => event === 'password_reset').map(({ by }) => by)).toEqual(Array(3).fill(shown.timeline[2]?.by))
    const token = new URL(String((await lettersTo(server.tools, who.mail))[0]?.params.link), server.tools.config.publicUrl).searchParams.get('token') ?? ''
    const password = 'Luo-Ye9feng'
    await browser.send('/set-password', { token, password, passwordAgain: password })
    await browser.ask(accountsContract.signIn, { userName: who.userName, password })
    const own = await browser.ask(verbs.me, {})
    expect(own.timeline.map(({ event, by, unit }) => [event, by, unit])).toEqual(events.map((event) => [event, event === 'registered' ? own.name : a.name, event === 'registered' ? a.name : null]))
    const person = await personOfUnit(server.tools.db, server.tools.keyring, a.id, id)
    expect(await replayPerson(server.tools, id)).toEqual(person)
  })
})

describe('people of an older system', () => {
  it('S1-05 S1-06 come with their status and binding, set-based, and the journal replays to each row', async () => {
    const document = { type: 'ID', number: demoResidentId('tianjin', '1975-01-02', 77) }
    const [open = '', shut = ''] = await adopted(a.id, [{ name: '赵转入', document }, { name: '钱转入', enabled: false }])
    const { db, keyring } = server.tools
    const person = await personOfUnit(db, keyring, a.id, open)
    expect(person).toMatchObject({ name: '赵转入', state: 'enabled', document })
    expect((await personOfUnit(db, keyring, a.id, shut))?.state).toBe('disabled')
    for (const id of [open, shut]) expect(await replayPerson(server.tools, id)).toEqual(await personOfUnit(db, keyring, a.id, id))
    expect(await personOfAccount(db, keyring, person?.accountId ?? '')).toEqual(person)
    // Whose document some unit vouches for cannot be taken over a second time: nobody of the set is.
    const before = (await everybody(a)).total.n
    const again = await within(server, async (tx) => {
      const accounts = await adoptAccounts(tx, platformCall(server), [{ userName: 'laoxitong_z', displayName: '赵又来', mail: null, phone: null, lang: 'zh' }])
      return adoptPeople(tx, platformCall(server), [{ accountId: accounts[0] ?? '', userName: 'laoxitong_z', name: '赵又来', document, unitId: a.id, enabled: true }])
    })
    expect(again).toMatchObject({ code: 'people.document_vouched' })
    expect((await everybody(a)).total.n).toBe(before)
  })
})
