import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { listStage, put } from '../../../checks/application-rows.ts'
import { testServer } from '../../../checks/server.ts'
import { remind } from './remind.ts'

const server = await testServer()

test('E53 however many correction windows close soon, all their leaders are told: who was told does not stand before the others', async () => {
  const { db } = server.tools
  const stage = await listStage(server)
  const now = server.clock.now()
  const closes = (hours: number) => new Date(Math.floor(now.getTime() / 1000) * 1000 + hours * 3_600_000)
  const [many, few] = [await put(server, stage, { state: 'returned', n: 520, returnedBy: 'bureau' }), await put(server, stage, { state: 'returned', n: 3, returnedBy: 'bureau' })]
  await sql`update application set correct_until = ${closes(20)} where id = any(${many.map(({ id }) => id)}::uuid[])`.execute(db)
  await sql`update application set correct_until = ${closes(22)} where id = any(${few.map(({ id }) => id)}::uuid[])`.execute(db)
  // More than one round holds were told before.
  await sql`
    insert into desk_reminder (id, kind, subject_id, call_id, closes_at, hours, told_at)
    select gen_random_uuid(), 'leader', id, call_id, correct_until, 24, ${now} from application where id = any(${many.slice(15).map(({ id }) => id)}::uuid[])`.execute(db)
  await remind(server.tools)
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from desk_reminder where kind = 'leader' and hours = 24 and closes_at = ${closes(22)}`.execute(db)
  expect(rows).toEqual([{ n: 3 }])
  expect((await server.sent('inbox')).filter(({ template }) => template === 'desk.notice.returned')).toHaveLength(18)
  await remind(server.tools)
  expect((await server.sent('inbox')).filter(({ template }) => template === 'desk.notice.returned')).toHaveLength(18)
})
