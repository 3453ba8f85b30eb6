import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../../checks/database.ts'
import type { Actor } from '../../kernel/actor.ts'
import { newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import type { Call } from '../../platform/serve/call.ts'
import { inboxContract } from './contract.ts'
import { inboxHandlers } from './server.ts'

const { db } = await testDatabase()
const wang = newId()
const zhao = newId()

const as = (accountId: string): Actor => ({ accountId, userName: 'somebody', displayName: '某人', sessionId: newId(), mandate: null })

function call<I>(accountId: string, input: I): Call<I, Actor> {
  return { input, actor: as(accountId), tools: { db, clock: { now: () => new Date() } } } as unknown as Call<I, Actor>
}

async function told<T>(answer: Promise<T>) {
  const value = await answer
  if (isRefusal(value)) throw new Error(value.code)
  return value as Exclude<T, { code: string; status: number }>
}

const list = (accountId: string, input: Record<string, unknown> = {}) =>
  told(inboxHandlers.list(call(accountId, inboxContract.list.input.parse(input))))

/** All of one millisecond and less, so that only the microseconds and the id keep them apart. */
async function deliver(accountId: string, n: number): Promise<string[]> {
  const ids = Array.from({ length: n }, (_, i) => newId(1_700_000_000_000 + i))
  for (const [i, id] of ids.entries()) {
    await sql`insert into inbox (id, account_id, title, body, link, created_at)
      values (${id}, ${accountId}, ${`第${i + 1}条`}, '请查看：/app/registration', '/app/registration',
        timestamptz '2024-01-30 10:13:00+08' + ${Math.floor(i / 3)} * interval '1 microsecond')`.execute(db)
  }
  return ids
}

beforeEach(async () => {
  await sql`delete from inbox`.execute(db)
})

test('S1-56 notices are shown newest first, page by page, each once, there and back', async () => {
  const ids = await deliver(wang, 45)
  const first = await list(wang)
  const second = await list(wang, { after: first.next })
  const third = await list(wang, { after: second.next })
  expect([...first.rows, ...second.rows, ...third.rows].map((row) => row.id)).toEqual(ids.toReversed())
  expect([first.previous, third.next]).toEqual([null, null])
  expect(first.total).toEqual({ n: 45, exact: true })
  const back = await list(wang, { before: third.previous })
  expect(back.rows).toEqual(second.rows)
  const top = await list(wang, { before: back.previous })
  expect(top.rows).toEqual(first.rows)
  expect(top.previous).toBe(null)
})

test('nobody sees or marks what was told to somebody else', async () => {
  const [hers] = await deliver(wang, 1)
  expect((await list(zhao)).rows).toEqual([])
  await told(inboxHandlers.read(call(zhao, { ids: [hers ?? ''] })))
  await told(inboxHandlers.readAll(call(zhao, { upTo: hers ?? '' })))
  expect(await told(inboxHandlers.unread(call(wang, {})))).toEqual({ unread: 1 })
})

test('a notice is read once, and the first time stays', async () => {
  const [a, b] = await deliver(wang, 2)
  expect(await told(inboxHandlers.read(call(wang, { ids: [a ?? ''] })))).toEqual({ unread: 1 })
  const before = (await list(wang)).rows.find((row) => row.id === a)?.readAt
  await told(inboxHandlers.read(call(wang, { ids: [a ?? '', b ?? ''] })))
  const rows = (await list(wang)).rows
  expect(before).not.toBe(null)
  expect(rows.find((row) => row.id === a)?.readAt).toBe(before)
  expect(rows.every((row) => row.readAt)).toBe(true)
})

test('全部标为已读 leaves unread what arrived after the page was shown', async () => {
  const ids = await deliver(wang, 4)
  expect(await told(inboxHandlers.readAll(call(wang, { upTo: ids[2] ?? '' })))).toEqual({ unread: 1 })
  expect((await list(wang, { show: 'unread' })).rows.map((row) => row.id)).toEqual([ids[3]])
})

test('a cursor that somebody made up is no cursor', async () => {
  await deliver(wang, 2)
  const made = btoa(JSON.stringify(['yesterday', "'; drop table inbox"]))
  expect((await list(wang, { after: made })).rows).toHaveLength(2)
})
