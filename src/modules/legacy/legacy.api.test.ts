import { readdirSync } from 'node:fs'
import { utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { gb18030, oldUnit, personLine, textOf, unitLine, type OldLine } from '../../../checks/old-accounts.ts'
import { legacyDesk } from '../../../checks/legacy-desk.ts'
import { browserOf, type Browser } from '../../../world/browser.ts'
import { demoMail } from '../../codes/demo-numbers.ts'
import { addDays } from '../../kernel/clock.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { filesFolder } from '../../platform/files/local.ts'
import { accountsContract } from '../accounts/contract.ts'
import { answerRequests } from '../accounts/index.ts'
import { peopleContract } from '../people/contract.ts'
import { replayPerson } from '../people/person-journal.ts'
import { unitsContract } from '../units/contract.ts'
import { replayUnit } from '../units/unit-journal.ts'
import { unitById } from '../units/unit-store.ts'
import { legacyContract as verbs } from './contract.ts'
import { eraseOld } from './erase.ts'
import { keepFile } from './file.ts'

const { server, town, desk, work, send } = await legacyDesk()
let next = 0
const linesOf = async (id: string) => (await desk.ask(verbs.lines, { id, size: 100 })).rows
/** `3 conflict mail:legacy.conflict.mail.line` */
const said = async (id: string) => (await linesOf(id)).map((row) => [row.line, row.outcome, ...row.found.map((one) => `${one.field}:${one.code}`)].join(' '))
const start = async (one: Awaited<ReturnType<typeof send>>, sendMail = false) => {
  await desk.ask(verbs.start, { id: one.id, version: one.version, count: one.counts.ok_new, sendMail })
  await work()
  return desk.ask(verbs.look, { id: one.id })
}
const bring = async (...lines: OldLine[]) => start(await send(textOf(lines)))
const countOf = async (table: 'account' | 'unit' | 'person' | 'mandate') =>
  (await server.tools.db.selectFrom(table).select((q) => q.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n
const everything = async () => Promise.all((['account', 'unit', 'person', 'mandate'] as const).map(countOf))
const fresh = () => ++next * 10

async function setsPassword(mail: string, password: string): Promise<Browser> {
  const browser = browserOf(server.app, `198.51.100.${++next}`)
  await browser.send('/forgotten', { mail })
  await answerRequests(server.tools)
  const letter = (await server.sent('mail')).filter((one) => one.address === mail && one.params.link?.toString().includes('token=')).at(-1)
  const token = new URL(String(letter?.params.link), 'http://x').searchParams.get('token') ?? ''
  await browser.send('/set-password', { token, password, passwordAgain: password })
  return browser
}

describe('S1-05 accounts of the older system', () => {
  it('S1-05 S1-06 come over with their unit; first sign-in through /forgotten lands where the unit and the person can go on', async () => {
    const n = fresh()
    const one = await send(textOf([unitLine(n), personLine(n, n), personLine(n + 1, n, { status: '已禁用', phone: '' })]))
    expect(one).toMatchObject({ state: 'checked', total: 3, units: 1, counts: { ok_new: 3, already_there: 0, conflict: 0, defect: 0 }, encoding: 'utf-8', separator: 'comma', can: ['recheck', 'start', 'discard'] })
    const before = await everything()
    const done = await start(one, true)
    expect(done).toMatchObject({ state: 'imported', problem: null, counts: { ok_new: 3 }, can: [] })
    expect((await everything()).map((now, i) => now - (before[i] ?? 0))).toEqual([3, 1, 2, 3])

    // Mails go to those who can sign in, and hold no token.
    const letters = (await server.sent('mail')).filter((letter) => letter.template === 'legacy.welcome')
    expect(letters.map((letter) => letter.address)).toEqual(expect.arrayContaining([demoMail(`yuan.danwei${n}`), demoMail(`yuan.geren${n}`)]))
    expect(letters[0]?.body).toContain('/forgotten')
    expect(letters[0]?.body).not.toContain('token')

    const unit = await setsPassword(demoMail(`yuan.danwei${n}`), 'luo9-Ye-feng')
    expect(await unit.ask(accountsContract.signIn, { userName: `yuan_danwei${n}`, password: 'luo9-Ye-feng' })).toMatchObject({ stage: 'full' })
    const home = await unit.ask(unitsContract.home, {})
    expect(home).toMatchObject({ name: oldUnit(n).unitName, creditCode: oldUnit(n).unitCode, status: 'active' })
    const people = await unit.ask(peopleContract.people, { size: 20 })
    expect(people.rows.map((row) => [row.userName, row.status]).sort()).toEqual([[`yuan_geren${n}`, 'enabled'], [`yuan_geren${n + 1}`, 'disabled']])

    const person = await setsPassword(demoMail(`yuan.geren${n}`), 'luo9-Ye-feng')
    expect(await person.ask(accountsContract.signIn, { userName: `yuan_geren${n}`, password: 'luo9-Ye-feng' })).toMatchObject({ stage: 'full' })
    expect((await person.ask(accountsContract.me, {})).mandate).toMatchObject({ post: 'person' })
    expect(await person.ask(peopleContract.me, {})).toMatchObject({ state: 'enabled', unit: { name: oldUnit(n).unitName } })

    // Replaying the journals gives the rows.
    expect(await replayUnit(server.tools, home.id)).toEqual(await unitById(server.tools.db, home.id))
    for (const row of people.rows) expect(await replayPerson(server.tools, row.id)).toMatchObject({ id: row.id, state: row.state, unitId: home.id, userName: row.userName })
  })

  it('S1-05 the same file twice: everybody is already there and nothing changes; GB 18030 says the same', async () => {
    const n = fresh()
    const text = textOf([unitLine(n), personLine(n, n, { name: '阿依努尔·买买提' }), personLine(n + 1, n, { name: '𠮷田' })])
    await start(await send(text))
    const before = await everything()
    const again = await send(text)
    expect(again.counts).toEqual({ ok_new: 0, already_there: 3, conflict: 0, defect: 0 })
    expect(again.can).not.toContain('start')
    expect((await desk.refused(verbs.start, { id: again.id, version: again.version, count: 3 })).code).toBe('legacy.nothing_new')
    const inGb = await send(gb18030(text))
    expect(inGb).toMatchObject({ encoding: 'gb18030', counts: again.counts })
    expect(await said(inGb.id)).toEqual(await said(again.id))
    expect(await everything()).toEqual(before)
  })

  it('S1-05 no person twice: who registered here already, with any of the signs, is found; a stranger with one of them is a conflict', async () => {
    const n = fresh()
    await bring(unitLine(n), unitLine(n + 1), personLine(n, n))
    const one = await send(textOf([
      personLine(n, n, { userName: `another_${n}`, mail: demoMail(`a${n}`), phone: '' }),
      personLine(n + 2, n, { userName: `yuan_geren${n}`, phone: '', document: personLine(n, n).document }),
      personLine(n + 3, n, { name: '江见秋', userName: `yuan_geren${n}` }),
      personLine(n + 4, n, { name: '江见秋', mail: demoMail(`yuan.geren${n}`).toUpperCase() }),
      personLine(n + 5, n, { phone: personLine(n, n).phone }),
      personLine(n, n + 1, { userName: `third_${n}`, mail: demoMail(`c${n}`), phone: '' }),
      personLine(n + 6, n, { document: personLine(n, n).document, name: '江见秋' }),
      personLine(n + 7, n, { unitName: '另一单位（演示）' }),
      personLine(n + 8, 99_999),
      unitLine(n, { userName: `second_${n}`, mail: demoMail(`d${n}`), phone: '', name: '另一人'.slice(0, 2) }),
    ]))
    expect(await said(one.id)).toEqual([
      '2 already_there',
      '3 conflict userName:legacy.conflict.repeated.line',
      '4 conflict userName:legacy.conflict.user_name.line',
      '5 conflict mail:legacy.conflict.mail.line',
      '6 conflict phone:legacy.conflict.phone.line',
      '7 conflict document:legacy.conflict.vouched_elsewhere.line',
      '8 conflict document:legacy.conflict.document.line',
      '9 conflict unitName:legacy.conflict.unit_name.line',
      '10 conflict unitCode:legacy.conflict.unit_unknown',
      '11 conflict unitCode:legacy.conflict.unit_has_account',
    ])
  })

  it('C2 an organisation code of nine characters stands for the unit whose credit code holds it, and for no other', async () => {
    const n = fresh()
    const old = oldUnit(n).unitCode.slice(8, 17)
    const one = await send(textOf([
      personLine(n, n, { unitCode: `${old.slice(0, 8)}-${old.slice(8)}` }), unitLine(n), unitLine(n + 1, { unitCode: oldUnit(n + 1).unitCode.slice(8, 17) }), personLine(n + 1, n, { unitCode: `${old.slice(0, 8)}Q` }),
    ]))
    expect(await said(one.id)).toEqual(['2 ok_new', '3 ok_new', '4 conflict unitCode:legacy.conflict.unit_old_code', '5 defect unitCode:organisation_code.format'])
    await start(one)
    expect((await send(textOf([personLine(n + 2, n, { unitCode: old })]))).counts.ok_new).toBe(1)
  })

  it('confirms what was seen: another number, an old version, another import under way are refused', async () => {
    const n = fresh()
    const one = await send(textOf([unitLine(n)]))
    expect((await desk.refused(verbs.start, { id: one.id, version: one.version, count: 2 })).fields.count?.code).toBe('legacy.count.repeat')
    expect((await desk.refused(verbs.start, { id: one.id, version: one.version - 1, count: 1 })).code).toBe('overtaken')
    const other = await send(textOf([unitLine(n + 1)]))
    await desk.ask(verbs.start, { id: one.id, version: one.version, count: 1 })
    expect((await desk.refused(verbs.start, { id: other.id, version: other.version, count: 1 })).code).toBe('legacy.one_at_a_time')
    await work()
    expect((await start(other)).state).toBe('imported')
  })

  it('what happened between check and import is seen: the line is left out and the desk is told', async () => {
    const n = fresh()
    const first = await send(textOf([unitLine(n), personLine(n, n)]))
    const second = await send(textOf([unitLine(n), personLine(n, n), personLine(n + 1, n)]))
    await start(first)
    const done = await start(second)
    expect(done).toMatchObject({ state: 'imported', counts: { ok_new: 1, already_there: 2 }, problem: { code: 'legacy.problem.changed', params: { n: 2 } } })
  })

  it('only the desk of the platform; strangers, units and officers are refused', async () => {
    const officer = town.staff.haihe_wang
    expect((await officer?.refused(verbs.imports, {}))?.status).toBe(403)
    expect((await browserOf(server.app).refused(verbs.imports, {})).status).toBe(401)
    expect((await desk.refused(verbs.look, { id: '01890000-0000-7000-8000-000000000000' })).status).toBe(404)
  })
})

describe('personal data of the upload', () => {
  it('lies sealed, goes with the import, and the report forgets the names after its days', async () => {
    const n = fresh()
    const one = await send(textOf([unitLine(n), personLine(n, n)]))
    const keyOf = async (id: string) => (await server.tools.db.selectFrom('legacy_import').select('file_key').where('id', '=', id).executeTakeFirstOrThrow()).file_key
    const key = await keyOf(one.id)
    const { stream } = await server.tools.files.open(key ?? '')
    const kept = Buffer.concat(await stream.toArray()).toString()
    expect(kept.startsWith('v1.')).toBe(true)
    expect(kept).not.toContain('yuan')
    await start(one)
    expect(await keyOf(one.id)).toBeNull()
    await expect(server.tools.files.open(key ?? '')).rejects.toThrow()

    const left = await send(textOf([unitLine(n + 1)]))
    const discarded = await desk.ask(verbs.discard, { id: left.id, version: left.version })
    expect(discarded.state).toBe('discarded')
    expect(await keyOf(left.id)).toBeNull()
    const forgotten = await send(textOf([unitLine(n + 2)]))
    const now = server.clock.now()
    server.clock.set(addDays(now, 15))
    await eraseOld(server.tools)
    server.clock.set(now)
    expect((await desk.ask(verbs.look, { id: forgotten.id })).state).toBe('discarded')
    expect((await linesOf(one.id)).map((row) => [row.line, row.outcome, row.userName])).toEqual([[2, 'ok_new', ''], [3, 'ok_new', '']])
  })

  it('S1-05 a process that is killed between upload and note leaves nothing to read, and what it sealed is swept', async () => {
    const { config, files, keyring, db } = server.tools
    const plain = textOf([unitLine(fresh()), personLine(fresh(), 1)])
    const folder = filesFolder(config)
    const named = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !entry.parentPath.endsWith('tmp')).map((entry) => entry.name)
    const upload = () => ({ stream: Readable.from([Buffer.from(plain)]), name: 'a.csv' })
    // While it is sealed: what lies there then is what a kill leaves.
    const before = named()
    const lying: string[][] = []
    const watched = { ...keyring, seal: (text: string, context: string) => (lying.push(named()), keyring.seal(text, context)) }
    const kept = await keepFile({ files, keyring: watched }, upload(), 100_000)
    if (isRefusal(kept)) throw new Error(kept.code)
    expect(lying).toEqual([before])

    const old = addDays(server.clock.now(), -2)
    const waiting = await send(textOf([unitLine(fresh())]))
    const { file_key: its } = await db.selectFrom('legacy_import').select('file_key').where('id', '=', waiting.id).executeTakeFirstOrThrow()
    const late = await keepFile({ files, keyring }, upload(), 100_000)
    if (isRefusal(late)) throw new Error(late.code)
    for (const key of [kept.key, its ?? '']) await utimes(join(folder, key), old, old)
    await utimes(join(folder, late.key), server.clock.now(), server.clock.now())
    await eraseOld(server.tools)
    await expect(files.open(kept.key)).rejects.toThrow()
    for (const key of [its ?? '', late.key]) (await files.open(key)).stream.destroy()
  })
})
