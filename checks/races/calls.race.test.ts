import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { isRefusal } from '../../src/kernel/refusal.ts'
import { authoritiesContract } from '../../src/modules/authorities/contract.ts'
import { callsContract as verbs } from '../../src/modules/calls/contract.ts'
import { callForShare } from '../../src/modules/calls/index.ts'
import { addWindows, windowsOf } from '../../src/modules/calls/window-store.ts'
import { ruanKexue } from '../../world/calls/ruan-kexue.ts'
import { person, signedIn, within } from '../people.ts'
import { testServer, type TestServer, type Visitor } from '../server.ts'
import { somebodyWaits } from './eight.ts'

let server: TestServer
let bureau: Visitor
let call: { id: string; version: number; draftVersion: number }
let n = 0

beforeAll(async () => {
  server = await testServer()
  const admin = await signedIn(server, await person(server, { post: 'platform_admin' }))
  const facts = { name: '竞态科技局（演示）', nameEn: null, region: null, contactPhone: null }
  const { id: scopeId } = (await server.ask(authoritiesContract.add, { kind: 'bureau', parentId: null, ...facts }, admin)).body
  bureau = await signedIn(server, await person(server, { post: 'authority_officer', scopeId }))
})
beforeEach(async () => {
  const begun = (await server.ask(verbs.beginCall, { code: `JT${100 + n++}`, title: '竞态指南' }, bureau)).body
  const document = JSON.stringify(ruanKexue(server.clock.now()))
  call = { ...begun, ...(await server.ask(verbs.saveDraft, { id: begun.id, draftVersion: begun.draftVersion, document }, bureau)).body }
})

const on = () => ({ id: call.id, version: call.version, draftVersion: call.draftVersion })
const publish = () => server.ask(verbs.publish, { ...on(), note: null }, bureau)
const eight = <T>(work: (i: number) => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: 8 }, (_, i) => work(i)))
const outcome = async (asked: Promise<{ status: number; problem: { code: string } }>) => {
  const { status, problem } = await asked
  return status === 200 ? 'done' : problem.code
}
const count = (said: readonly string[]) => Object.fromEntries([...new Set(said)].toSorted().map((one) => [one, said.filter((s) => s === one).length]))
const published = async () => void (call.version = (await publish()).body.version)
async function move(days: number) {
  const { version, current } = (await server.ask(verbs.windows, { id: call.id }, bureau)).body
  const { opensAt = '', closesAt = '' } = current.bureau ?? {}
  const levels = [{ level: 'bureau' as const, opensAt, closesAt: new Date(Date.parse(closesAt) + days * 86_400_000).toISOString() }]
  return { id: call.id, version, levels, begunBefore: null, reason: '同时调整时间' }
}

describe('a call is published once', () => {
  it('eight publish what they saw: one version, one row per window', async () => {
    expect(count(await eight(() => outcome(publish())))).toEqual({ done: 1, overtaken: 7 })
    const versions = await server.tools.db.selectFrom('call_version').select('version').where('call_id', '=', call.id).execute()
    expect([versions, (await windowsOf(server.tools.db, call.id)).length]).toEqual([[{ version: 1 }], 4])
  })

  it('one code begins one call', async () => {
    const code = `JTD${n++}`
    expect(count(await eight(() => outcome(server.ask(verbs.beginCall, { code, title: '同一代码' }, bureau))))).toEqual({ done: 1, 'input.invalid': 7 })
  })

  it('eight windows of an editor save over the same state: one is kept', async () => {
    const save = (i: number) => server.ask(verbs.saveDraft, { id: call.id, draftVersion: call.draftVersion, document: `{"title":{"zh":"第${i}个"}}` }, bureau)
    expect(count(await eight((i) => outcome(save(i))))).toEqual({ 'calls.draft_overtaken': 7, done: 1 })
  })
})

describe('I12 windows', () => {
  it('eight moves at once: one is made', async () => {
    await published()
    const wanted = await Promise.all(Array.from({ length: 8 }, (_, i) => move(i + 1)))
    expect(count(await eight((i) => outcome(server.ask(verbs.moveWindows, wanted[i] ?? wanted[0]!, bureau))))).toEqual({ done: 1, overtaken: 7 })
    expect((await windowsOf(server.tools.db, call.id)).filter(({ level }) => level === 'bureau').map(({ nth }) => nth)).toEqual([1, 2])
  })

  it('two who got past the call meet at the key', async () => {
    await published()
    const [first] = (await windowsOf(server.tools.db, call.id)).filter(({ level }) => level === 'bureau')
    if (!first) throw new Error('the call has no window')
    const added = await eight((i) => within(server, async (tx) => {
      await addWindows(tx, call.id, [{ ...first, nth: 2, reason: '绕过锁定', closesAt: new Date(first.closesAt.getTime() + i * 1000) }], null)
      return 'done'
    }))
    expect(count(added.map((one) => (isRefusal(one) ? one.code : one)))).toEqual({ done: 1, overtaken: 7 })
  })

  it('whoever holds the call while he submits is not overtaken by a move', async () => {
    await published()
    const wanted = await move(1)
    const seen: number[] = []
    const { db } = server.tools
    const { moving } = await db.transaction().execute(async (tx) => {
      seen.push((await callForShare(tx, call.id))?.windows.length ?? 0)
      const moving = server.ask(verbs.moveWindows, wanted, bureau)
      await somebodyWaits(db)
      seen.push((await windowsOf(tx, call.id)).length)
      return { moving }
    })
    expect([seen, (await moving).status]).toEqual([[4, 4], 200])
    expect(await windowsOf(server.tools.db, call.id)).toHaveLength(5)
  })
})
