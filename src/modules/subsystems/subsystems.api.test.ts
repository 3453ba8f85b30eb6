import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { register, stage, tick, type Registered, type Stage } from '../../../checks/subsystem-entry.ts'
import { townPassword } from '../../../world/cast.ts'
import { lettersTo } from '../../../world/mailbox.ts'
import { newId } from '../../kernel/ids.ts'
import { peopleContract } from '../people/contract.ts'
import { settingsContract } from '../settings/contract.ts'
import { mostAsksADay } from './access.ts'
import { subsystemsContract as verbs } from './contract.ts'

let s: Stage
let one: Registered
let two: Registered
let everybodys: Registered

beforeAll(async () => {
  s = await stage()
  ;[one, two] = [await register(s.admin), await register(s.admin)]
  everybodys = await register(s.admin, { openTo: 'everybody' })
})
afterAll(() => s.server.close())

const lineOf = async (personId: string, id: string) => (await s.a.browser.ask(verbs.modules, { personId })).modules.find((line) => line.id === id)
/** Oldest first. */
const mailsTo = async (mail: string) => (await lettersTo(s.server.tools, mail)).toReversed().filter(({ template }) => template.startsWith('subsystems.')).map(({ template, params }) => [template, params.added, params.ended])
const grantsOf = (personId: string) => s.server.tools.db.selectFrom('subsystem_grant').selectAll().where('person_id', '=', personId).execute()
const journalOf = async (room: string, subject: string) =>
  (await s.server.tools.db.selectFrom('journal').select('event').where('room', '=', room).where('subject', '=', subject).orderBy('seq').execute()).map(({ event }) => event)

describe('the registry of subsystems', () => {
  const more = (n: number, changed: object = {}) => ({
    code: `dengji-${n}`, name: `登记${n}`, nameEn: '', about: '', aboutEn: '', entryUrl: 'https://a.example.org/', redirectUris: ['https://a.example.org/callback'], logoutUris: [],
    backchannelLogoutUri: '', openTo: 'granted' as const, sort: 1, ...changed,
  })

  it('S1-50 a secret is shown once and kept as a digest; another one replaces it; every deed stands in 变更记录', async () => {
    const made = await s.admin.ask(verbs.add, more(1))
    expect(made.secret).toMatch(/^[\w-]{43}$/)
    expect(JSON.stringify(await s.server.tools.db.selectFrom('subsystem').selectAll().execute())).not.toContain(made.secret)
    const renewed = await s.admin.ask(verbs.renewSecret, { id: made.id, version: 1 })
    expect(renewed.secret).not.toBe(made.secret)
    const { code: _, ...facts } = more(1, { name: '登记一号', redirectUris: ['https://a.example.org/callback', 'https://a.example.org/callback'] })
    await s.admin.ask(verbs.change, { ...facts, id: made.id, version: 2 })
    await s.admin.ask(verbs.close, { id: made.id, version: 3 })
    await s.admin.ask(verbs.open, { id: made.id, version: 4 })
    const { issuer, subsystems } = await s.admin.ask(verbs.registry, {})
    expect(issuer).toBe(s.origin)
    expect(subsystems.find(({ id }) => id === made.id)).toMatchObject({ name: '登记一号', version: 5, isOpen: true, redirectUris: ['https://a.example.org/callback'], granted: 0 })
    const { rows } = await s.admin.ask(settingsContract.changes, { room: 'subsystems', subject: made.id })
    expect(rows.map((row) => row.sentence)).toEqual([
      '启用子系统“登记一号”', '停用子系统“登记一号”', '修改子系统“登记一号”：原为 登记1，改为 登记一号', '更换子系统“登记1”的密钥', '登记子系统“登记1”（dengji-1）',
    ])
  })

  it('code and name are nobody else’s; addresses are whole, and https or of this machine', async () => {
    await s.admin.ask(verbs.add, more(2))
    expect((await s.admin.refused(verbs.add, more(3, { code: 'dengji-2' }))).fields).toMatchObject({ code: { code: 'subsystems.code_taken' } })
    expect((await s.admin.refused(verbs.add, more(3, { name: '登记２' }))).fields).toMatchObject({ name: { code: 'subsystems.name_taken' } })
    for (const [field, value, code] of [
      ['redirectUris', ['http://a.example.org/'], 'subsystems.address.https'], ['redirectUris', ['https://a.example.org/#x'], 'subsystems.address'],
      ['redirectUris', ['https://u:p@a.example.org/'], 'subsystems.address'], ['redirectUris', ['javascript:alert(1)'], 'subsystems.address.https'],
      ['redirectUris', [], 'field.required'], ['backchannelLogoutUri', 'http://10.0.0.1/', 'subsystems.address.https'], ['code', 'Ä', 'subsystems.code.format'],
    ] as const) {
      const { fields } = await s.admin.refused(verbs.add, more(4, { [field]: value }))
      expect(Object.values(fields).map((finding) => finding.code), `${field} ${String(value)}`).toEqual([code])
    }
    const { id } = await s.admin.ask(verbs.add, more(5, { redirectUris: ['http://127.0.0.1:9000/callback'] }))
    // Where people come by https, nothing goes to whatever else listens on this machine.
    const { config } = s.server.tools
    const trial = { demo: config.demo, publicUrl: config.publicUrl }
    Object.assign(config, { demo: false, publicUrl: 'https://kehui.example.org' })
    try {
      const plain = { redirectUris: ['https://a.example.org/callback', 'http://127.0.0.1:9000/callback'], backchannelLogoutUri: 'http://localhost:9000/' }
      const findings = { 'redirectUris.1': { code: 'subsystems.address.https' }, backchannelLogoutUri: { code: 'subsystems.address.https' } }
      expect((await s.admin.refused(verbs.add, more(6, plain))).fields).toMatchObject(findings)
      const { code: _, ...facts } = more(5, plain)
      expect((await s.admin.refused(verbs.change, { ...facts, id, version: 1 })).fields).toMatchObject(findings)
    } finally {
      Object.assign(config, trial)
    }
  })

  it('is the platform’s alone', async () => {
    expect((await s.a.browser.refused(verbs.registry, {})).status).toBe(403)
    expect((await s.a.browser.refused(verbs.add, more(6))).status).toBe(403)
  })
})

describe('模块配置 (S1-49, S1-50)', () => {
  it('S1-09 S1-50 D10 the first module offers to enable; what is ticked is open at once, and the person is told once', async () => {
    const lin = await s.comes()
    const { person, modules } = await s.a.browser.ask(verbs.modules, { personId: lin.id })
    expect([person.state, person.can.includes('enable')]).toEqual(['new', true])
    expect(modules.map(({ code, granted }) => [code, granted])).toContainEqual([one.code, false])
    const saved = await s.a.browser.ask(verbs.configure, { personId: lin.id, version: person.version, granted: [one.id, two.id], seen: [], enable: true })
    expect([saved.state, saved.added.length, saved.ended]).toEqual(['enabled', 2, []])
    expect(await mailsTo(lin.who.mail)).toEqual([['subsystems.notice.opened', `${one.name}、${two.name}`, '']])
    const { subsystems } = await lin.browser.ask(verbs.mine, {})
    expect(subsystems.filter(({ refusal }) => refusal === null).map(({ code }) => code)).toEqual([one.code, two.code, everybodys.code])
    expect((await lineOf(lin.id, one.id))?.since).toBeTruthy()
    const next = await s.a.browser.ask(verbs.configure, { personId: lin.id, version: saved.version, granted: [two.id], seen: [one.id, two.id] })
    expect([next.added, next.ended]).toEqual([[], [one.id]])
    expect((await mailsTo(lin.who.mail)).at(-1)).toEqual(['subsystems.notice.ended', '', one.name])
    // And back: a tick that was taken away can be given again.
    await tick(s.a, lin.id, [one])
    expect((await mailsTo(lin.who.mail)).at(-1)).toEqual(['subsystems.notice.changed', one.name, two.name])
    const grants = await grantsOf(lin.id)
    expect(grants).toHaveLength(3)
    for (const { id } of grants) expect(['granted', 'granted,ended']).toContain(String(await journalOf('subsystems.grant', id)))
  })

  it('D25 nothing changed: nothing happens, nobody is told; what is everybody’s is not the unit’s to tick', async () => {
    const lin = await s.comesWith(one)
    const { version } = (await s.a.browser.ask(verbs.modules, { personId: lin.id })).person
    const saved = await s.a.browser.ask(verbs.configure, { personId: lin.id, version, granted: [one.id, everybodys.id] })
    expect([saved.added, saved.ended]).toEqual([[], []])
    expect(await mailsTo(lin.who.mail)).toHaveLength(1)
    expect(await grantsOf(lin.id)).toHaveLength(1)
  })

  it('E48 two tabs: the second one learns that it was overtaken, by the person or by the ticks', async () => {
    const lin = await s.comesWith()
    const { version } = (await s.a.browser.ask(verbs.modules, { personId: lin.id })).person
    await s.a.browser.ask(verbs.configure, { personId: lin.id, version, granted: [one.id], seen: [] })
    expect((await s.a.browser.refused(verbs.configure, { personId: lin.id, version, granted: [two.id], seen: [] })).code).toBe('overtaken')
    await s.a.browser.ask(peopleContract.disable, { id: lin.id, version, reason: '借调停用' })
    expect((await s.a.browser.refused(verbs.configure, { personId: lin.id, version, granted: [], seen: [one.id] })).code).toBe('overtaken')
  })

  it('another unit’s person is not there, nor an unknown subsystem', async () => {
    const lin = await s.comesWith(one)
    expect((await s.b.browser.refused(verbs.modules, { personId: lin.id })).status).toBe(404)
    expect((await s.b.browser.refused(verbs.configure, { personId: lin.id, version: 2, granted: [] })).status).toBe(404)
    const { version } = (await s.a.browser.ask(verbs.modules, { personId: lin.id })).person
    expect((await s.a.browser.refused(verbs.configure, { personId: lin.id, version, granted: [newId()] })).code).toBe('subsystems.unknown')
  })

  it('E09 who leaves takes nothing along: grants end, questions are void', async () => {
    const lin = await s.comesWith(one)
    const { id } = await lin.browser.ask(verbs.ask, { id: two.id })
    const { version } = (await s.a.browser.ask(verbs.modules, { personId: lin.id })).person
    await s.a.browser.ask(peopleContract.release, { id: lin.id, version, reason: '已离职' })
    const [grant] = await grantsOf(lin.id)
    expect(grant?.ended_by).toBeNull()
    expect(await journalOf('subsystems.grant', grant?.id ?? '')).toEqual(['granted', 'ended'])
    expect(await journalOf('subsystems.request', id)).toEqual(['asked', 'gone'])
    const { subsystems } = await lin.browser.ask(verbs.mine, {})
    expect(new Set(subsystems.map(({ refusal, can }) => `${refusal} ${can.join()}`))).toEqual(new Set(['subsystems.access.no_unit ']))
  })
})

describe('many at once (S1-50)', () => {
  it('S1-50 E49 each is judged by itself, with an outcome for each; the statements do not grow with the people', async () => {
    const people = []
    for (let n = 0; n < 6; n++) people.push(await s.comes())
    const [first, second, third, twin, foreign, gone] = people
    if (!first || !second || !third || !twin || !foreign || !gone) throw new Error('too few')
    await tick(s.a, second.id, [one])
    const versions = new Map(await Promise.all(people.map(async ({ id }) => [id, (await s.a.browser.ask(verbs.modules, { personId: id })).person.version] as const)))
    const rows = people.map(({ id }) => ({ id, version: versions.get(id) ?? 0 }))
    const unknown = newId()
    const { done, outcomes } = await s.a.browser.ask(verbs.configureMany, {
      people: [...rows.map((row) => (row.id === third.id ? { ...row, version: row.version + 1 } : row)), { id: unknown, version: 1 }], add: [one.id], enable: true,
    })
    const of = (id: string) => outcomes.find((outcome) => outcome.id === id)?.outcome
    expect([of(first.id), of(second.id), of(third.id), of(twin.id), of(unknown)]).toEqual(['done', 'unchanged', 'overtaken', 'done', 'not_found'])
    expect(done).toBe(4)
    expect((await s.a.browser.ask(verbs.modules, { personId: first.id })).person.state).toBe('enabled')
    expect((await mailsTo(first.who.mail))).toEqual([['subsystems.notice.opened', one.name, '']])
    expect((await first.browser.ask(verbs.mine, {})).subsystems.find(({ id }) => id === one.id)?.can).toEqual(['enter'])
    expect((await s.b.browser.ask(verbs.configureMany, { people: rows, add: [one.id], enable: true })).outcomes.every(({ outcome }) => outcome === 'not_found')).toBe(true)
  })

  it('S1-N1 of two with one document the first is enabled, the other is named', async () => {
    const first = await s.comes()
    const twin = await s.comes({ document: first.who.document } as never)
    const { outcomes } = await s.a.browser.ask(verbs.configureMany, { people: [{ id: first.id, version: 1 }, { id: twin.id, version: 1 }], add: [one.id], enable: true })
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['done', 'document_vouched'])
    expect(await grantsOf(twin.id)).toEqual([])
  })

  it('as many statements for ten people as for two', async () => {
    const people: { id: string; version: number }[] = []
    for (let n = 0; n < 12; n++) people.push({ id: (await s.comes()).id, version: 1 })
    const counted = async (some: typeof people) => {
      let n = 0
      const { pool } = s.server.tools.database
      const undo = new Map<object, () => void>()
      const listen = (client: { query: (...given: never[]) => unknown }) => {
        if (undo.has(client)) return
        const { query } = client
        undo.set(client, () => (client.query = query))
        client.query = function count(...given) {
          n++
          return query.apply(this, given)
        }
      }
      pool.on('acquire', listen)
      await s.a.browser.ask(verbs.configureMany, { people: some, add: [one.id, two.id], enable: true })
      pool.off('acquire', listen)
      for (const back of undo.values()) back()
      return n
    }
    // What registering leaves to be done afterwards begins within a second, and must not be counted with it: it has ended once
    // nobody has asked the database for longer than that.
    const { pool } = s.server.tools.database
    let last = performance.now()
    const heard = () => void (last = performance.now())
    pool.on('acquire', heard).on('release', heard)
    await expect.poll(() => performance.now() - last, { timeout: 30_000 }).toBeGreaterThan(1_200)
    pool.off('acquire', heard).off('release', heard)
    const few = await counted(people.slice(0, 2))
    expect(few).toBeGreaterThan(5)
    expect(await counted(people.slice(2))).toBe(few)
  })
})

describe('whoever is refused can ask, and gets an answer', () => {
  it('S1-05 S1-30 S1-50 asks once, the unit is told, and grants or says why not', async () => {
    const lin = await s.comesWith()
    const asked = await lin.browser.ask(verbs.ask, { id: one.id, note: ' 承担项目需要 ' })
    expect((await lin.browser.refused(verbs.ask, { id: one.id })).code).toBe('subsystems.asked_already')
    const { rows } = await s.a.browser.ask(verbs.requests, {})
    const row = rows.find(({ id }) => id === asked.id)
    expect(row).toMatchObject({ note: '承担项目需要', version: 1, subsystem: { code: one.code }, person: { id: lin.id, status: 'enabled' } })
    expect((await lineOf(lin.id, one.id))?.request?.id).toBe(asked.id)
    expect((await s.b.browser.refused(verbs.answer, { id: asked.id, version: 1, grant: true, answer: '' })).status).toBe(404)
    expect((await s.a.browser.refused(verbs.answer, { id: asked.id, version: 1, grant: false, answer: ' ' })).fields).toMatchObject({ answer: { code: 'subsystems.answer_required' } })
    await s.a.browser.ask(verbs.answer, { id: asked.id, version: 1, grant: false, answer: '由项目负责人统一填报' })
    expect((await lin.browser.ask(verbs.mine, {})).subsystems.find(({ id }) => id === one.id)).toMatchObject({ request: null, declined: { answer: '由项目负责人统一填报' }, can: ['ask'] })
    expect((await lettersTo(s.server.tools, lin.who.mail)).at(0)?.template).toBe('subsystems.notice.declined')
    const again = await lin.browser.ask(verbs.ask, { id: one.id })
    expect((await s.a.browser.ask(verbs.answer, { id: again.id, version: 1, grant: true, answer: '' })).state).toBe('granted')
    expect((await lin.browser.ask(verbs.mine, {})).subsystems.find(({ id }) => id === one.id)).toMatchObject({ refusal: null, can: ['enter'] })
    expect((await lin.browser.refused(verbs.ask, { id: one.id })).code).toBe('subsystems.nothing_to_ask')
    expect((await s.a.browser.refused(verbs.answer, { id: again.id, version: 1, grant: true, answer: '' })).status).toBe(404)
  })

  it('a tick of 模块配置 answers the question as well; a question can be taken back', async () => {
    const lin = await s.comesWith()
    const { id } = await lin.browser.ask(verbs.ask, { id: one.id })
    await tick(s.a, lin.id, [one])
    expect(await journalOf('subsystems.request', id)).toEqual(['asked', 'granted'])
    const other = await lin.browser.ask(verbs.ask, { id: two.id })
    await lin.browser.ask(verbs.withdraw, { id: two.id })
    expect(await journalOf('subsystems.request', other.id)).toEqual(['asked', 'withdrawn'])
    expect((await lin.browser.refused(verbs.withdraw, { id: two.id })).status).toBe(404)
    expect((await lin.browser.refused(verbs.ask, { id: everybodys.id })).code).toBe('subsystems.nothing_to_ask')
    expect((await lin.browser.refused(verbs.ask, { id: newId() })).status).toBe(404)
  })

  it('the mailbox of the unit hears of one question in an hour, though each is taken back; the inbox of each', async () => {
    const lin = await s.comesWith()
    const heard = async (channel: 'mail' | 'inbox') =>
      (await s.server.sent(channel)).filter(({ template }) => template === 'subsystems.notice.asked').length
    const since = async (work: () => Promise<unknown>) => {
      const before = [await heard('mail'), await heard('inbox')] as const
      await work()
      return [await heard('mail') - before[0], await heard('inbox') - before[1]]
    }
    const askAndTakeBack = async () => {
      await lin.browser.ask(verbs.ask, { id: one.id })
      await lin.browser.ask(verbs.withdraw, { id: one.id })
    }
    await askAndTakeBack()
    expect(await since(askAndTakeBack)).toEqual([0, 1])
    // A question in every half hour does not keep the mailbox from hearing of one in each.
    const later: number[][] = []
    for (let n = 0; n < 4; n++) {
      for (let m = 0; m < 2; m++) {
        s.server.clock.advance({ minutes: 16 })
        await lin.browser.ask(verbs.mine, {})
      }
      later.push(await since(askAndTakeBack))
    }
    expect(later).toEqual([[0, 1], [1, 1], [0, 1], [1, 1]])
  })

  it('one person asks twenty times in 24 hours at most', async () => {
    await s.a.browser.send('/sign-in', { userName: s.a.userName, password: townPassword })
    const lin = await s.comesWith()
    for (let n = 0; n < mostAsksADay; n++) {
      await lin.browser.ask(verbs.ask, { id: one.id })
      await lin.browser.ask(verbs.withdraw, { id: one.id })
    }
    expect(await lin.browser.refused(verbs.ask, { id: two.id })).toMatchObject({ status: 429, code: 'subsystems.asked_too_often', title: expect.stringContaining('最多申请20次') })
    const su = await s.comesWith()
    await su.browser.ask(verbs.ask, { id: two.id })
  })
})
