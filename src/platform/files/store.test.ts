import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { isRefusal, refuse } from '../../kernel/refusal.ts'
import { clamdScan } from './clamd.ts'
import { eicarWatch } from './eicar.ts'
import { localStore, sizeOf, sweepUploads } from './local.ts'
import type { StoredFile } from './store.ts'

const fresh = () => {
  const folder = mkdtempSync(join(tmpdir(), 'kehui-files-'))
  return { folder, store: localStore(folder) }
}
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => entry.name)
const piecewise = (bytes: Buffer, size: number) => Readable.from((function* () {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
})())
async function kept(stored: Promise<StoredFile | { code: string }>): Promise<StoredFile> {
  const file = await stored
  if (!('key' in file)) throw new Error(file.code)
  return file
}
const sample = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')

test('a file comes back as it went in, under a generated name, and goes for good', async () => {
  const { folder, store } = fresh()
  const bytes = randomBytes(300_000)
  const file = await kept(store.put(piecewise(bytes, 7777), { maxBytes: 300_000 }))
  expect(file).toEqual({
    key: expect.stringMatching(/^[0-9a-f]{2}\/[0-9a-f]{30}$/), bytes: 300_000,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  })
  const { stream, bytes: size } = await store.open(file.key)
  expect(size).toBe(300_000)
  expect((await buffer(stream)).equals(bytes)).toBe(true)
  await store.delete(file.key)
  await store.delete(file.key)
  await expect(store.open(file.key)).rejects.toThrow()
  expect(filesIn(folder)).toEqual([])
})

test('one byte too many is refused, with the limit in the sentence, and nothing stays', async () => {
  const { folder, store } = fresh()
  const refusal = await store.put(piecewise(randomBytes(1001), 100), { maxBytes: 1000 })
  expect(refusal).toMatchObject({ code: 'file.too_large', status: 413, params: { limit: '1 KB' } })
  expect(filesIn(folder)).toEqual([])
  await kept(store.put(piecewise(randomBytes(1000), 100), { maxBytes: 1000 }))
})

test('what is too large is read to its end so that the sender hears why, but not without end', async () => {
  const { store } = fresh()
  const stream = piecewise(randomBytes(3000), 100)
  await store.put(stream, { maxBytes: 1000 })
  expect(stream.readableEnded).toBe(true)
  const endless = new Readable({ read() { this.push(Buffer.alloc(65_536)) } })
  expect(await store.put(endless, { maxBytes: 1000 })).toMatchObject({ code: 'file.too_large' })
  expect(endless.destroyed).toBe(true)
})

test('a stream that the parser cut at its own limit is not taken for a whole file', async () => {
  const { folder, store } = fresh()
  const stream = Object.assign(piecewise(randomBytes(500), 100), { truncated: true })
  expect(await store.put(stream, { maxBytes: 1000 })).toMatchObject({ code: 'file.too_large' })
  expect(filesIn(folder)).toEqual([])
})

test('an upload that breaks off leaves nothing', async () => {
  const { folder, store } = fresh()
  for (const how of [new Error('aborted'), undefined]) {
    for (const isBegun of [true, false]) {
      const stream = new PassThrough()
      const put = store.put(stream, { maxBytes: 10_000 })
      const broken = put.then(() => 'kept', (error: unknown) => error)
      stream.write(randomBytes(5000))
      // Once it is read, and before anybody reads it.
      if (isBegun) await expect.poll(() => stream.readableLength, { interval: 2 }).toBe(0)
      stream.destroy(how)
      expect(await broken).toBeInstanceOf(Error)
    }
  }
  expect(filesIn(folder)).toEqual([])
})

test('an empty file, and one that is refused on a closer look, leave nothing', async () => {
  const { folder, store } = fresh()
  expect(await store.put(Readable.from([]), { maxBytes: 10 })).toMatchObject({ code: 'file.empty' })
  const seen: string[] = []
  const examine = async (path: string) => {
    seen.push(path)
    return refuse('file.kind_not_allowed')
  }
  expect(await store.put(piecewise(randomBytes(10), 3), { maxBytes: 10, examine })).toMatchObject({ code: 'file.kind_not_allowed' })
  expect(seen).toHaveLength(1)
  expect(filesIn(folder)).toEqual([])
})

test('what is taken is examined under its temporary name alone, and nothing of it stays', async () => {
  const { folder, store } = fresh()
  const bytes = randomBytes(3000)
  const seen: string[] = []
  const examine = async (path: string) => {
    seen.push(...readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)), path)
    return null
  }
  expect(await store.take(piecewise(bytes, 100), { maxBytes: 3000, examine })).toEqual({ bytes, sha256: createHash('sha256').update(bytes).digest('hex') })
  expect(seen).toEqual([seen[1], seen[1]])
  expect(seen[0]?.startsWith(join(folder, 'tmp'))).toBe(true)
  expect(await store.take(piecewise(bytes, 100), { maxBytes: 2999 })).toMatchObject({ code: 'file.too_large' })
  expect(await store.take(Readable.from([Buffer.from(sample)]), { maxBytes: 2999 })).toMatchObject({ code: 'file.infected' })
  expect(filesIn(folder)).toEqual([])
})

test('files of a drawer lie together and are listed by their age', async () => {
  const { folder, store } = fresh()
  const now = new Date()
  expect(await store.keysIn('legacy', now)).toEqual([])
  const [old, fresher, elsewhere] = [
    await kept(store.put(piecewise(randomBytes(10), 3), { maxBytes: 10, drawer: 'legacy' })),
    await kept(store.put(piecewise(randomBytes(10), 3), { maxBytes: 10, drawer: 'legacy' })),
    await kept(store.put(piecewise(randomBytes(10), 3), { maxBytes: 10 })),
  ]
  expect(old.key).toMatch(/^legacy\/[0-9a-f]{2}\/[0-9a-f]{30}$/)
  for (const { key } of [old, elsewhere]) utimesSync(join(folder, key), now, new Date(now.getTime() - 60_000))
  expect(await store.keysIn('legacy', new Date(now.getTime() - 30_000))).toEqual([old.key])
  expect((await store.open(fresher.key)).bytes).toBe(10)
  await store.delete(old.key)
  expect(await store.keysIn('legacy', new Date(now.getTime() + 60_000))).toEqual([fresher.key])
  await expect(store.put(piecewise(randomBytes(10), 3), { maxBytes: 10, drawer: 'tmp' })).rejects.toThrow('not a key')
  await expect(store.put(piecewise(randomBytes(10), 3), { maxBytes: 10, drawer: '../x' })).rejects.toThrow('not a key')
})

test('no key leads out of the folder', async () => {
  const { store } = fresh()
  for (const key of ['../secret', '/etc/passwd', 'ab/../../x', '', 'tmp/x', `tmp/ab/${'0'.repeat(30)}`, `ab/${'0'.repeat(30)}/..`]) {
    await expect(store.open(key)).rejects.toThrow('not a key')
    await expect(store.delete(key)).rejects.toThrow('not a key')
  }
})

test('the scanner\'s sample is refused, wherever the chunks break', async () => {
  const { store } = fresh()
  for (const size of [1, 7, 67, 68, 4096]) {
    const bytes = Buffer.from(`%PDF-1.7 ${'x'.repeat(size)}${sample} %%EOF`)
    expect(await store.put(piecewise(bytes, size), { maxBytes: 10_000 })).toMatchObject({ code: 'file.infected' })
  }
  expect(eicarWatch()(Buffer.from(sample.slice(1)))).toBe(false)
})

test('what a killed process left behind is swept after a day', async () => {
  const { folder } = fresh()
  const now = new Date()
  for (const [name, hours] of [['old.part', 25], ['new.part', 1]] as const) {
    const path = join(folder, 'tmp', name)
    writeFileSync(path, 'x')
    utimesSync(path, now, new Date(now.getTime() - hours * 3_600_000))
  }
  expect(await sweepUploads(folder, now)).toBe(1)
  expect(filesIn(folder)).toEqual(['new.part'])
})

test('a clamd has its say about every file, and without its answer nothing is taken', async () => {
  const got: Buffer[] = []
  let answer = 'stream: OK\0'
  const clamd = createServer((socket) => {
    let all = Buffer.alloc(0)
    socket.on('data', (data) => {
      all = Buffer.concat([all, data])
      if (!all.subarray(-4).equals(Buffer.alloc(4))) return
      got.push(all)
      socket.end(answer)
    })
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => clamd.once('listening', resolve))
  const folder = mkdtempSync(join(tmpdir(), 'kehui-files-'))
  const store = localStore(folder, clamdScan(`127.0.0.1:${(clamd.address() as AddressInfo).port}`))
  const bytes = Buffer.alloc(200_000, 0x61)

  const file = await kept(store.put(piecewise(bytes, 50_000), { maxBytes: 1e6 }))
  expect(got[0]!.subarray(0, 10).toString()).toBe('zINSTREAM\0')
  let content = 0
  for (let at = 10; ; ) {
    const length = got[0]!.readUInt32BE(at)
    if (length === 0) break
    content += length
    at += 4 + length
  }
  expect(content).toBe(200_000)
  answer = 'stream: Win.Test.EICAR_HDB-1 FOUND\0'
  expect(await store.put(piecewise(bytes, 50_000), { maxBytes: 1e6 })).toMatchObject({ code: 'file.infected' })
  answer = 'stream: Allocation failed ERROR\0'
  expect(await store.put(piecewise(bytes, 50_000), { maxBytes: 1e6 })).toMatchObject({ code: 'file.scan_failed', status: 503 })
  await expect(store.rescan(`ab/${'0'.repeat(30)}`)).rejects.toThrow('ENOENT')
  await new Promise((resolve) => clamd.close(resolve))
  const refused = await store.put(piecewise(bytes, 50_000), { maxBytes: 1e6 })
  expect(isRefusal(refused) && refused.code).toBe('file.scan_unavailable')
  expect(filesIn(folder)).toEqual([file.key.slice(3)])
})

test('a clamd that does not take so much says so in the middle; one that answers others has trouble with this file alone', async () => {
  let answersFiles = true
  const clamd = createServer((socket) => {
    let seen = 0
    socket.on('error', () => undefined)
    socket.on('data', (data) => {
      seen += data.length
      if (data.toString('latin1').startsWith('zPING')) return void socket.end('PONG\0')
      if (!answersFiles) return void socket.destroy()
      // As clamd does it: it reads no further, answers and closes at once.
      if (seen < 300_000) return
      socket.pause()
      socket.end('INSTREAM size limit exceeded. ERROR\0', () => socket.destroy())
    })
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => clamd.once('listening', resolve))
  const folder = mkdtempSync(join(tmpdir(), 'kehui-files-'))
  const store = localStore(folder, clamdScan(`127.0.0.1:${(clamd.address() as AddressInfo).port}`))
  const put = () => store.put(piecewise(Buffer.alloc(5_000_000, 0x61), 50_000), { maxBytes: 1e7, quarantine: true })
  expect(await put()).toMatchObject({ code: 'file.scan_too_large' })
  expect(filesIn(folder)).toEqual([])
  answersFiles = false
  const { key } = await kept(put())
  expect(await store.rescan(key)).toMatchObject({ code: 'file.scan_failed' })
  await new Promise((resolve) => clamd.close(resolve))
  expect(await store.rescan(key)).toMatchObject({ code: 'file.scan_unavailable' })
})

test('I23 where its caller keeps a quarantine, a file waits there for the virus check', async () => {
  const said: (ReturnType<typeof refuse> | null)[] = []
  const store = localStore(mkdtempSync(join(tmpdir(), 'kehui-files-')), async () => said.shift() ?? null)
  const put = () => store.put(piecewise(randomBytes(100), 10), { maxBytes: 1000, quarantine: true })
  said.push(refuse('file.scan_unavailable', { status: 503 }))
  const waiting = await kept(put())
  expect(waiting).toMatchObject({ isUnscanned: true })
  said.push(refuse('file.scan_unavailable', { status: 503 }), refuse('file.infected'))
  expect([(await store.rescan(waiting.key))?.code, (await store.rescan(waiting.key))?.code, await store.rescan(waiting.key)]).toEqual(['file.scan_unavailable', 'file.infected', null])
  expect(await put()).not.toHaveProperty('isUnscanned')
  said.push(refuse('file.infected'))
  expect(await put()).toMatchObject({ code: 'file.infected' })
})

test('sizes are said as people say them', () => {
  expect([sizeOf(10 * 1_048_576), sizeOf(1_572_864), sizeOf(2048)]).toEqual(['10 MB', '1.5 MB', '2 KB'])
})
