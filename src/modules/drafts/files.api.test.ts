import { createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'
import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { draftOf, openCall, uploads } from '../../../checks/draft-stage.ts'
import { well, within } from '../../../checks/people.ts'
import { filler, reviewedUnit, type Filler } from '../../../checks/profile-stage.ts'
import { testServer, type TestServer } from '../../../checks/server.ts'
import { addDays } from '../../kernel/clock.ts'
import { draftsContract as verbs } from './contract.ts'
import { replayDraft } from './draft-journal.ts'
import { contentOf, lockDraft, openFile, unlockDraft } from './index.ts'
import { checkFiles, sweepFiles } from './jobs.ts'

let server: TestServer
let leader: Filler
let callId: string
/** What the virus check says now, of anything or by what is sent; null: it does not answer. */
let says: string | null | ((sent: string) => string) = 'stream: OK\0'
/** How often somebody came to it. */
let asked = 0

const clamd = createServer((socket: Socket) => {
  asked++
  if (says === null) return void socket.destroy()
  let sent = Buffer.alloc(0)
  socket.on('data', (data: Buffer) => {
    sent = Buffer.concat([sent, data])
    if (sent.toString('latin1') === 'zPING\0') socket.end('PONG\0')
    else if (sent.subarray(-4).equals(Buffer.alloc(4))) socket.end(typeof says === 'function' ? says(sent.toString('latin1')) : (says ?? ''))
  })
  socket.on('error', () => undefined)
})

beforeAll(async () => {
  await new Promise<void>((resolve) => clamd.listen(0, '127.0.0.1', resolve))
  server = await testServer({ config: { clamd: `127.0.0.1:${(clamd.address() as AddressInfo).port}` } })
  const unit = await reviewedUnit(server, '渝江示范大学')
  leader = await filler(server, unit.id, { name: '林知远' })
  callId = await openCall(server)
})
afterAll(() => clamd.close())

const pdf = (more = '') => Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${more} >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n`)
const picture = (format: 'png' | 'jpeg' | 'webp' = 'png') => sharp({ create: { width: 60, height: 40, channels: 3, background: '#36c' } }).toFormat(format).toBuffer()
const attach = (id: string, field: string, name: string, bytes: Buffer) => {
  server.clock.advance({ seconds: 1 })
  return uploads(server, leader, verbs.attach, { id, field }, { name, bytes })
}
const said = async (id: string, name: string, bytes: Buffer, field = 'proof') => {
  const answer = await attach(id, field, name, bytes)
  return answer.status === 200 ? answer.body.file.state : answer.problem.code
}
const download = (id: string, fileId: string, as: 'original' | 'preview' = 'original') => leader.ask(verbs.file, { id, fileId, as })
const stored = async () => (await server.tools.files.keysIn('drafts', addDays(new Date(), 1))).length
const showing = (fileId: string) => ({ type: 'doc', content: [{ type: 'image', attrs: { fileId } }] })

describe('attachments', () => {
  it('E61 come as they are, with hash and pages, pictures drawn anew for the eye; taken out they are not part of it any more', async () => {
    const id = await draftOf(server, leader, callId)
    const answer = await attach(id, 'proof', '../证明\u202E材料.PDF', pdf())
    expect(answer.body.file).toMatchObject({ fieldId: 'proof', name: '证明材料.pdf', kind: 'pdf', pages: 1, state: 'clean', refusal: null, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
    const image = (await attach(id, 'proof', '照片.jpg', await picture('jpeg'))).body.file
    const whole = await download(id, answer.body.file.id)
    expect([whole.status, whole.headers['content-type'], whole.text]).toEqual([200, 'application/pdf', pdf().toString()])
    expect(whole.headers['content-disposition']).toMatch(/^attachment;/)
    expect((await download(id, image.id, 'preview')).headers['content-type']).toBe('image/jpeg')
    expect(await said(id, '第三份.pdf', pdf())).toBe('drafts.file.most')
    expect((await contentOf(server.tools.db, server.tools, id))?.files.map(({ name }) => name)).toEqual(['证明材料.pdf', '照片.jpg'])
    const left = await leader.gets(verbs.removeFile, { id, fileId: image.id })
    expect(left.files).toHaveLength(1)
    expect((await leader.ask(verbs.removeFile, { id, fileId: image.id })).status).toBe(404)
    // Versions that were submitted before go on showing it.
    const kept = await openFile(server.tools.db, server.tools, id, image.id, 'original')
    kept?.stream.resume()
    expect(kept?.bytes).toBe(image.bytes)
    const other = await filler(server, (await reviewedUnit(server, '别处')).id)
    expect((await other.ask(verbs.file, { id, fileId: answer.body.file.id })).status).toBe(404)
    expect((await uploads(server, other, verbs.attach, { id, field: 'proof' }, { name: 'a.pdf', bytes: pdf() })).status).toBe(404)
  })

  it('what lies about itself, is damaged, locked, empty, too large or infected is refused with its sentence, and nothing of it stays', async () => {
    const id = await draftOf(server, leader, callId)
    const before = await stored()
    const bomb = await picture()
    bomb.writeUInt32BE(30_000, 16)
    bomb.writeUInt32BE(30_000, 20)
    bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29)
    const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')
    expect([
      await said(id, 'a.png', pdf()), await said(id, 'a.pdf', await picture()), await said(id, 'a.zip', Buffer.from('PK\x03\x04xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx')),
      await said(id, 'a.svg', Buffer.from('<svg onload="x()"/>')), await said(id, 'a.png', await picture('webp')), await said(id, 'a.pdf', Buffer.alloc(0)),
      await said(id, 'a.pdf', pdf('/Encrypt 9 0 R')), await said(id, 'a.pdf', pdf('/OpenAction << /S /JavaScript /JS (x) >>')), await said(id, 'a.pdf', pdf().subarray(0, 40)),
      await said(id, 'a.png', bomb), await said(id, 'a.png', (await picture()).subarray(0, 60)), await said(id, 'a.pdf', Buffer.concat([pdf(), Buffer.alloc(1_100_000)])),
      await said(id, 'a.pdf', Buffer.concat([pdf(), Buffer.from(eicar)])),
    ]).toEqual([
      'file.name_lies', 'file.name_lies', 'file.kind_not_allowed', 'file.kind_not_allowed', 'file.kind_not_allowed', 'file.empty',
      'file.pdf_encrypted', 'file.pdf_active', 'file.pdf_unreadable', 'file.image_too_many_pixels', 'file.image_unreadable', 'file.too_large', 'file.infected',
    ])
    says = 'stream: Win.Test FOUND\0'
    expect(await said(id, 'a.pdf', pdf())).toBe('file.infected')
    says = 'stream: OK\0'
    expect([await said(id, 'a.pdf', pdf(), 'title'), await said(id, 'a.pdf', pdf(), 'nowhere'), await said(id, 'a.pdf', pdf(), 'aims')]).toEqual(['drafts.field_unknown', 'drafts.field_unknown', 'file.name_lies'].with(2, 'file.kind_not_allowed'))
    expect((await leader.gets(verbs.open, { id })).files).toEqual([])
    expect(await stored()).toBe(before)
  })

  it('E39 D18 not while it is under way, and after a return only where it was marked', async () => {
    const id = await draftOf(server, leader, callId)
    const { file } = (await attach(id, 'proof', 'a.pdf', pdf())).body
    well(await within(server, async (tx) => (await lockDraft(tx, id), true)))
    expect([await said(id, 'b.pdf', pdf()), (await leader.ask(verbs.removeFile, { id, fileId: file.id })).problem.code]).toEqual(['drafts.locked', 'drafts.locked'])
    well(await within(server, async (tx) => (await unlockDraft(tx, id, ['title']), true)))
    expect([await said(id, 'b.pdf', pdf()), (await leader.ask(verbs.removeFile, { id, fileId: file.id })).problem.code]).toEqual(['drafts.not_marked', 'drafts.not_marked'])
    well(await within(server, async (tx) => (await unlockDraft(tx, id, ['proof']), true)))
    expect(await said(id, 'b.pdf', pdf())).toBe('clean')
  })
})

describe('I23 quarantine', () => {
  it('while the virus check does not answer a file waits unseen; then it is clean, or refused with a word to its owner', async () => {
    const id = await draftOf(server, leader, callId)
    says = null
    const [good, bad] = [(await attach(id, 'proof', '好.png', await picture())).body.file, (await attach(id, 'proof', '坏.pdf', pdf())).body.file]
    expect([good.state, bad.state]).toEqual(['checking', 'checking'])
    for (const as of ['original', 'preview'] as const) expect((await download(id, good.id, as)).status).toBe(404)
    expect((await contentOf(server.tools.db, server.tools, id))?.files.map(({ state }) => state)).toEqual(['checking', 'checking'])
    await checkFiles.run(server.tools)
    expect((await leader.gets(verbs.open, { id })).files.map(({ state }) => state)).toEqual(['checking', 'checking'])
    says = 'stream: OK\0'
    await sql`update draft_file set uploaded_at = uploaded_at + interval '1 hour' where id = ${bad.id}`.execute(server.tools.db)
    const answers = ['stream: OK\0', 'stream: Win.Test FOUND\0']
    const { rescan } = server.tools.files
    server.tools.files.rescan = async (key) => {
      says = answers.shift() ?? 'stream: OK\0'
      return rescan(key)
    }
    try {
      await checkFiles.run(server.tools)
    } finally {
      server.tools.files.rescan = rescan
      says = 'stream: OK\0'
    }
    const { files } = await leader.gets(verbs.open, { id })
    expect(files).toMatchObject([{ id: good.id, state: 'clean', refusal: null }, { id: bad.id, state: 'refused', refusal: 'file.infected' }])
    expect((await download(id, good.id, 'preview')).headers['content-type']).toBe('image/jpeg')
    expect((await download(id, bad.id)).status).toBe(404)
    expect((await server.sent('mail')).at(-1)).toMatchObject({ template: 'drafts.notice.file_refused', params: { file: '坏.pdf' }, address: leader.who.mail })
    expect((await contentOf(server.tools.db, server.tools, id))?.files.map(({ id: one }) => one)).toEqual([good.id])
    // What was refused takes no place.
    expect(await said(id, 'c.pdf', pdf())).toBe('clean')
    await leader.gets(verbs.removeFile, { id, fileId: good.id })
    const rows = await server.tools.db.selectFrom('draft_file').selectAll().where('draft_id', '=', id).orderBy('uploaded_at').execute()
    const told = (await replayDraft(server.tools, id)).files
    expect(told.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(rows.map(({ id: one, field, name, kind, bytes, sha256, state, refusal, removed_at }) => (
      { id: one, field, name, kind, bytes, sha256, state, refusal, isRemoved: removed_at !== null })).toSorted((a, b) => (a.id < b.id ? -1 : 1)))
  })
})

describe('I23 D19 many that waited', () => {
  it('are looked at in one run; what is the matter with one holds up none behind it; what was taken out comes last', async () => {
    const drafts: string[] = []
    const ids: string[] = []
    for (let n = 0; n < 24; n++) {
      if (n % 2 === 0) drafts.push(await draftOf(server, leader, callId))
      says = null
      try {
        ids.push((await attach(drafts.at(-1) ?? '', 'proof', `第${n}份.pdf`, pdf(`/Nth ${n}.`))).body.file.id)
      } finally {
        says = 'stream: OK\0'
      }
    }
    const { db, files } = server.tools
    const states = async () => Object.fromEntries((await db.selectFrom('draft_file').select(['id', 'state', 'refusal']).where('id', 'in', ids).execute())
      .map(({ id, state, refusal }) => [ids.indexOf(id), refusal ?? state]))
    const all = (state: string, but: Record<number, string> = {}) => ({ ...Object.fromEntries(ids.map((_, n) => [n, state])), ...but })
    // The first is lost on the disk, the third makes the check stumble, the sixth is more than it takes, the second was taken out.
    await files.delete((await db.selectFrom('draft_file').select('file_key').where('id', '=', ids[0] ?? '').executeTakeFirstOrThrow()).file_key)
    await leader.gets(verbs.removeFile, { id: drafts[0] ?? '', fileId: ids[1] ?? '' })
    expect(await states()).toEqual(all('checking'))
    says = null
    asked = 0
    await checkFiles.run(server.tools)
    // The lost one, the one behind it, and whether it answers anything at all: the others are not asked about.
    expect(asked).toBeLessThanOrEqual(3)
    expect(await states()).toEqual(all('checking'))

    const order: number[] = []
    says = (sent) => {
      const n = Number(/\/Nth (\d+)\./.exec(sent)?.[1])
      order.push(n)
      return { 2: 'stream: Allocation failed ERROR\0', 5: 'INSTREAM size limit exceeded. ERROR\0' }[n] ?? 'stream: OK\0'
    }
    try {
      await checkFiles.run(server.tools)
      expect(order).toEqual([...Array.from({ length: 22 }, (_, n) => n + 2), 1])
      expect(await states()).toEqual(all('clean', { 0: 'checking', 2: 'checking', 5: 'file.scan_too_large' }))
      expect((await server.sent('mail')).at(-1)).toMatchObject({ template: 'drafts.notice.file_unchecked', params: { file: '第5份.pdf' }, address: leader.who.mail })
    } finally {
      says = 'stream: OK\0'
    }
    await checkFiles.run(server.tools)
    expect(await states()).toEqual(all('clean', { 0: 'checking', 5: 'file.scan_too_large' }))
  })
})

describe('pictures in texts', () => {
  it('are those of this draft and of this text; they count while the text shows them', async () => {
    const [id, elsewhere] = [await draftOf(server, leader, callId), await draftOf(server, leader, callId)]
    const own = (await attach(id, 'aims', '图1.png', await picture())).body.file
    const foreign = (await attach(elsewhere, 'aims', '图2.png', await picture())).body.file
    const attached = (await attach(id, 'proof', '图3.png', await picture())).body.file
    const save = (fileId: string, base = 0) => leader.gets(verbs.save, { id, fields: [{ field: 'aims', base, value: showing(fileId) }] })
    for (const one of [foreign.id, attached.id]) expect(await save(one)).toMatchObject({ saved: [], refused: [{ field: 'aims', code: 'drafts.picture_unknown' }] })
    expect((await contentOf(server.tools.db, server.tools, id))?.files.map((one) => one.id)).toEqual([attached.id])
    expect((await save(own.id)).saved).toEqual([{ field: 'aims', version: 1 }])
    expect((await contentOf(server.tools.db, server.tools, id))?.files.map((one) => one.id)).toEqual([own.id, attached.id])
    expect(await leader.gets(verbs.save, { id, fields: [{ field: 'aims', base: 1, value: { type: 'doc', content: [{ type: 'image', attrs: { src: 'https://evil.example/x.png' } }] } }] })).toMatchObject({ refused: [{ field: 'aims', code: 'calls.value.rich_attribute' }] })
  })
})

describe('the store', () => {
  it('forgets what was taken out a month ago and no version shows, and files that no row names', async () => {
    const id = await draftOf(server, leader, callId)
    const kept = (await attach(id, 'proof', 'a.pdf', pdf())).body.file
    const gone = (await attach(id, 'proof', 'b.png', await picture())).body.file
    await leader.gets(verbs.removeFile, { id, fileId: gone.id })
    const count = await stored()
    await sweepFiles.run(server.tools)
    expect(await stored()).toBe(count)
    server.clock.advance({ days: 31 })
    await sql`delete from draft_file where draft_id <> ${id}`.execute(server.tools.db)
    await sweepFiles.run(server.tools)
    expect(await stored()).toBe(1)
    expect((await download(id, kept.id)).status).toBe(200)
    expect((await download(id, gone.id)).status).toBe(404)
    server.clock.advance({ days: -31 })
  })
})
