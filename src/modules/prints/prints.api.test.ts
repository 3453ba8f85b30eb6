import { createPublicKey, verify } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { applicationStage, begun, decided, leaderIn, sound, submits, submitted, versionOf, writes, type Stage } from '../../../checks/applications.ts'
import { testServer, Visitor } from '../../../checks/server.ts'
import { refuse } from '../../kernel/refusal.ts'
import { readPdf } from '../../platform/pdf/testing/read-pdf.ts'
import { applicationsContract } from '../applications/contract.ts'
import { printsContract as verbs } from './contract.ts'
import { mostDraftsPerHour } from './fields.ts'
import { makePrints, sweepPrints } from './jobs.ts'
import { makeNext } from './make.ts'

const server = await testServer()
let stage: Stage

beforeAll(async () => {
  stage = await applicationStage(server)
})

type Asker = Stage['leader']
const all = () => makePrints.run(server.tools)

/** The file as it comes through the door. */
async function fetched(who: Pick<Asker, 'visitor'>, link: string) {
  const answer = await server.app.inject({ method: 'GET', url: link, headers: { host: 'kehui.example.org', cookie: [...who.visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ') } })
  return { status: answer.statusCode, headers: answer.headers, pdf: answer.rawPayload }
}

describe('E63 the PDF of a submitted version', () => {
  test('is made after the submission, out of what was frozen, and says hash, number and time', async () => {
    const { leader, call } = stage
    const handed = await submitted(server, leader, call.id)
    const before = await leader.gets(verbs.of, { applicationId: handed.id, revision: 1 })
    expect(before).toMatchObject({ state: 'waiting', link: null, hash: handed.hash, number: handed.number, isLatest: true })
    expect(await leader.ask(verbs.file, { applicationId: handed.id, key: before.key })).toMatchObject({ status: 409, body: { code: 'prints.refused.not_ready' } })
    await all()
    const print = await leader.gets(verbs.of, { applicationId: handed.id, revision: 1 })
    expect(print).toMatchObject({ state: 'made', key: before.key })
    const file = await fetched(leader, print.link ?? '')
    expect(file).toMatchObject({ status: 200, headers: { 'content-type': 'application/pdf' } })
    expect(file.headers['content-disposition']).toContain(encodeURIComponent(`${handed.number} ${sound.title}.pdf`))
    const { pages, fonts } = await readPdf(file.pdf)
    expect(pages).toHaveLength(print.pages ?? 0)
    const text = pages.join('')
    for (const part of [handed.number, sound.title, sound.aims, '30.00万元', stage.unit.name, stage.department.name, '林知远', handed.hash.slice(0, 16), '（第1版）']) expect(text).toContain(part)
    expect(text).not.toContain('草稿')
    expect(fonts).toEqual(['NotoSansSC-Bold', 'NotoSansSC-Regular'])
  })

  test('one print per version and language, however often it is asked for; each version keeps its own', async () => {
    const { leader, manager, call } = stage
    const { id } = await submitted(server, leader, call.id)
    await Promise.all([1, 2, 3].map(() => leader.gets(verbs.of, { applicationId: id, revision: 1 })))
    const rows = () => server.tools.db.selectFrom('print').select(['revision', 'lang']).where('application_id', '=', id).orderBy('revision').execute()
    expect(await rows()).toEqual([{ revision: 1, lang: 'zh' }])
    await all()
    const first = await leader.gets(verbs.of, { applicationId: id, revision: 1 })
    await decided(server, manager, 'return', id)
    await writes(leader, id, { aims: '补充后的研究目标。' })
    await submits(server, leader, id)
    await all()
    expect(await rows()).toEqual([{ revision: 1, lang: 'zh' }, { revision: 2, lang: 'zh' }])
    expect(await leader.gets(verbs.of, { applicationId: id, revision: 1 })).toMatchObject({ link: first.link, isLatest: false })
    const second = await leader.gets(verbs.of, { applicationId: id, revision: 2 })
    expect((await readPdf((await fetched(leader, second.link ?? '')).pdf)).pages.join('')).toContain('补充后的研究目标')
    expect((await readPdf((await fetched(leader, first.link ?? '')).pdf)).pages.join('')).not.toContain('补充后的研究目标')
  })

  test('reaches whom the application reaches, and nobody else', async () => {
    const { leader, manager, unit, bureau, call } = stage
    const stranger = await leaderIn(server, unit.id, { name: '蒋旁人' })
    const { id } = await submitted(server, leader, call.id)
    await all()
    const { key, link } = await leader.gets(verbs.of, { applicationId: id, revision: 1 })
    const answers = async () => Object.fromEntries(await Promise.all(Object.entries({ leader, manager, unit: unit.account, bureau, stranger }).map(async ([name, who]) =>
      [name, [(await who.ask(verbs.of, { applicationId: id, revision: 1 })).status, (await fetched(who, link ?? '')).status]])))
    expect(await answers()).toEqual({ leader: [200, 200], manager: [200, 200], unit: [200, 200], bureau: [404, 404], stranger: [404, 404] })
    await decided(server, manager, 'pass', id)
    await decided(server, unit.account, 'pass', id)
    expect((await answers()).bureau).toEqual([200, 200])
    expect((await server.ask(verbs.of, { applicationId: id, revision: 1 }, new Visitor())).status).toBe(401)
    // The key of a print opens nothing but itself, under its own application.
    const other = await submitted(server, leader, call.id, { title: '另一项申报' })
    expect((await leader.ask(verbs.file, { applicationId: other.id, key })).status).toBe(404)
    expect((await leader.ask(verbs.of, { applicationId: id, revision: 9 })).status).toBe(404)
  })
})

describe('E63 the PDF of a draft', () => {
  test('says 草稿 on every page; another content is another file; leader and, before the first submission, unit', async () => {
    const { leader, unit, manager, call } = stage
    const id = await begun(leader, call.id)
    await writes(leader, id, { ...sound, title: '草稿的题目' })
    const asked = { applicationId: id, revision: null }
    expect(await leader.gets(verbs.of, asked)).toMatchObject({ state: 'waiting', hash: null, number: null })
    await all()
    const made = await leader.gets(verbs.of, asked)
    expect(made.title).toBe('草稿的题目')
    const file = await fetched(leader, made.link ?? '')
    expect(file.headers['content-disposition']).toContain(encodeURIComponent('草稿 草稿的题目.pdf'))
    const { pages } = await readPdf(file.pdf)
    for (const page of pages) expect(page).toContain('草稿')
    expect(pages.join('')).toContain('草稿的题目')
    expect((await unit.account.gets(verbs.of, asked)).key).toBe(made.key)
    expect((await manager.ask(verbs.of, asked)).status).toBe(200)
    await writes(leader, id, { title: '改过的题目' })
    const changed = await leader.gets(verbs.of, asked)
    expect(changed).toMatchObject({ state: 'waiting' })
    expect(changed.key).not.toBe(made.key)
    // Written on once more before it was made: what was asked for is no more, and is not made.
    await writes(leader, id, { title: '又改过的题目' })
    await all()
    expect(await server.tools.db.selectFrom('print').select('key').where('key', '=', changed.key).executeTakeFirst()).toBeUndefined()
    await submits(server, leader, id)
    expect((await leader.ask(verbs.of, asked)).status).toBe(404)
    expect((await fetched(leader, made.link ?? '')).status).toBe(404)
  })

  test('is made a limited number of times in an hour, and swept after a day', async () => {
    const { unit, call } = stage
    const leader = await leaderIn(server, unit.id, { name: '沈多印' })
    const id = await begun(leader, call.id)
    await writes(leader, id, { ...sound, title: '最多次数' })
    const { key } = await leader.gets(verbs.of, { applicationId: id, revision: null })
    await all()
    await sql`insert into print (key, application_id, lang, template, is_wanted, asked_by, asked_at)
      select md5(n::text) || md5(n::text), ${id}, 'zh', 1, true, ${leader.who.accountId}, ${server.clock.now()} from generate_series(1, ${mostDraftsPerHour - 1}) n`.execute(server.tools.db)
    expect((await leader.gets(verbs.of, { applicationId: id, revision: null })).state).toBe('made')
    await writes(leader, id, { title: '再改一次' })
    expect(await leader.ask(verbs.of, { applicationId: id, revision: null })).toMatchObject({ status: 429, body: { code: 'prints.refused.too_many' } })
    const { file_key: fileKey } = await server.tools.db.selectFrom('print').select('file_key').where('key', '=', key).executeTakeFirstOrThrow()
    await sql`update print set asked_at = asked_at - interval '2 days' where application_id = ${id}`.execute(server.tools.db)
    await sweepPrints.run(server.tools)
    expect(await server.tools.db.selectFrom('print').select('key').where('application_id', '=', id).execute()).toEqual([])
    await expect(server.tools.files.open(fileKey ?? '')).rejects.toThrow()
  })
})

test('E63 what cannot be made is tried three times, then said, and can be asked for again', async () => {
  const { leader, call } = stage
  const { id } = await submitted(server, leader, call.id)
  const { key } = await leader.gets(verbs.of, { applicationId: id, revision: 1 })
  const { tools } = server
  const broken = { ...tools, files: { ...tools.files, put: () => Promise.reject(new Error('the disk is full')) } }
  for (let n = 0; n < 3; n++) {
    await sql`update print set leased_until = null where key = ${key}`.execute(tools.db)
    expect(await makeNext(broken)).toBe(true)
  }
  expect(await leader.gets(verbs.of, { applicationId: id, revision: 1 })).toMatchObject({ state: 'failed', link: null })
  expect(await makeNext(tools)).toBe(false)
  expect(await leader.gets(verbs.again, { applicationId: id, key })).toEqual({ state: 'waiting' })
  await all()
  expect(await leader.gets(verbs.of, { applicationId: id, revision: 1 })).toMatchObject({ state: 'made' })
})

describe('E63 N19 anybody can verify', () => {
  test('a print: number, unit, call, arrival and whether it is the latest; neither title nor leader', async () => {
    const { leader, manager, call } = stage
    const { id, hash, number } = await submitted(server, leader, call.id, { title: '保密的题目' })
    const page = await server.visit(`/verify/${hash}`)
    expect(page.status).toBe(200)
    for (const part of [number, stage.unit.name, call.document.title.zh, '第1版', '是最后一次提交的版本', '平台收到过这一版本']) expect(page.text).toContain(part)
    for (const secret of ['保密的题目', '林知远', id]) expect(page.text).not.toContain(secret)
    expect((await server.visit(`/verify/${hash.toUpperCase()}`)).status).toBe(200)
    await leader.gets(applicationsContract.withdraw, { id, version: (await versionOf(server, id)).version })
    expect((await server.visit(`/verify/${hash}`)).text).toContain('已由负责人撤回')
    await writes(leader, id, { title: '第二版的题目' })
    const second = await submits(server, leader, id)
    expect((await server.visit(`/verify/${hash}`)).text).toContain('不是最后一次提交的版本')
    expect((await server.visit(`/verify/${second.body.hash}`)).text).toContain('第2版')
    await decided(server, manager, 'return', id)
    expect((await server.visit(`/verify/${second.body.hash}`)).text).toContain('已退回修改')
  })

  test('what was never submitted is not found, whatever is asked', async () => {
    for (const asked of ['0'.repeat(63), 'f'.repeat(64), 'x', '%00', '<script>', `${'a'.repeat(64)}'--`]) {
      const page = await server.visit(`/verify/${encodeURIComponent(asked)}`)
      expect([page.status, page.text.includes('<script>alert')], asked).toEqual([404, false])
    }
    expect((await server.visit('/verify?hash=abc')).status).toBe(422)
    expect(await server.visit(`/verify?hash=${'AB '.repeat(32).trim().replaceAll(' ', '+')}`)).toMatchObject({ status: 303, headers: { location: `/verify/${'ab'.repeat(32)}` } })
    expect((await server.visit('/verify')).status).toBe(200)
  })

  test('a receipt: valid as it was given, not valid after any change; with the public key also without us', async () => {
    const { leader, call } = stage
    const { receipt, number, hash } = await submitted(server, leader, call.id)
    const asked = (text: string) => server.visit('/verify/receipt', new Visitor(), { receipt: text })
    const valid = await asked(`${receipt.slice(0, 40)}\n  ${receipt.slice(40)}\n`)
    for (const part of ['回执有效', number, `/verify/${hash}`]) expect(valid.text).toContain(part)
    const [head = '', body = '', signature = ''] = receipt.split('.')
    const forged = Buffer.from(body, 'base64url').toString().replace(number, `${number}9`)
    for (const text of [`${head}.${Buffer.from(forged).toString('base64url')}.${signature}`, receipt.slice(0, -2), 'ey.ey.ey', '回执', `${receipt}.x`]) {
      const answer = await asked(text)
      expect([answer.status, answer.text.includes('回执无效'), answer.text.includes('回执有效')], text.slice(0, 20)).toEqual([200, true, false])
    }
    expect((await asked('')).status).toBe(422)
    const { body: { keys } } = await server.ask(verbs.keys, {}, new Visitor())
    const { kid } = JSON.parse(Buffer.from(head, 'base64url').toString()) as { kid: string }
    const key = keys.find((one) => one.kid === kid)
    expect(verify(null, Buffer.from(`${head}.${body}`), createPublicKey({ key: { ...key }, format: 'jwk' }), Buffer.from(signature, 'base64url'))).toBe(true)
    expect((await server.visit('/verify/key')).text).toContain(kid)
  })
})

test('E63 while the virus check does not answer a print waits, however often, and is made once it does', async () => {
  const { leader, call } = stage
  const { id } = await submitted(server, leader, call.id)
  const { key } = await leader.gets(verbs.of, { applicationId: id, revision: 1 })
  const { tools } = server
  const unscanned = { ...tools, files: { ...tools.files, put: () => Promise.resolve(refuse('file.scan_unavailable', { status: 503 })) } }
  for (let n = 0; n < 5; n++) {
    await sql`update print set leased_until = null where key = ${key}`.execute(tools.db)
    expect(await makeNext(unscanned)).toBe(false)
  }
  expect(await leader.gets(verbs.of, { applicationId: id, revision: 1 })).toMatchObject({ state: 'waiting' })
  await sql`update print set leased_until = null where key = ${key}`.execute(tools.db)
  await all()
  expect(await leader.gets(verbs.of, { applicationId: id, revision: 1 })).toMatchObject({ state: 'made' })
})

test('E63 what killed its process each time is given up, and a print is a look at what a leader writes (E60)', async () => {
  const { leader, unit, call } = stage
  await all()
  const id = await begun(leader, call.id)
  await writes(leader, id, sound)
  const asked = { applicationId: id, revision: null }
  const { key } = await unit.account.gets(verbs.of, asked)
  await sql`update print set leased_until = now() - interval '1 second', attempts = 3 where key = ${key}`.execute(server.tools.db)
  await all()
  expect((await unit.account.gets(verbs.of, asked)).state).toBe('failed')
  await unit.account.gets(verbs.again, { applicationId: id, key })
  await all()
  expect((await leader.gets(applicationsContract.show, { id })).looks).toEqual([])
  await fetched(unit.account, (await unit.account.gets(verbs.of, asked)).link ?? '')
  expect((await leader.gets(applicationsContract.show, { id })).looks).toHaveLength(1)
})

test('E63 a print goes on after the server was killed while it made it', async () => {
  const { leader, call } = stage
  await all()
  const { id } = await submitted(server, leader, call.id)
  const { key } = await leader.gets(verbs.of, { applicationId: id, revision: 1 })
  await sql`update print set leased_until = now() + interval '1 minute', attempts = 1 where key = ${key}`.execute(server.tools.db)
  expect(await makeNext(server.tools)).toBe(false)
  await sql`update print set leased_until = now() - interval '1 second' where key = ${key}`.execute(server.tools.db)
  await all()
  expect(await leader.gets(verbs.of, { applicationId: id, revision: 1 })).toMatchObject({ state: 'made' })
})
