import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, type DatabaseConnection } from 'kysely'
import { expect, test } from 'vitest'
import { databaseClock } from './clock.ts'
import type { Db } from './db/database.ts'

const hour = 3_600_000

/** Answers every question with what its clock says then. */
function databaseThat(says: () => number): Db {
  const connection = { executeQuery: async () => ({ rows: [{ at: new Date(says()) }] }) } as unknown as DatabaseConnection
  class Driver extends DummyDriver {
    override acquireConnection = async () => connection
  }
  return new Kysely({
    dialect: {
      createAdapter: () => new PostgresAdapter(), createDriver: () => new Driver(), createIntrospector: (db) => new PostgresIntrospector(db), createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
}

test('E64 where this machine and the database differ, the database is right', async () => {
  for (const ahead of [hour, -hour]) {
    const clock = await databaseClock(databaseThat(() => Date.now() + ahead))
    expect(Math.abs(clock.now().getTime() - Date.now() - ahead)).toBeLessThan(1_000)
    expect(Math.abs(clock.behind() - ahead)).toBeLessThan(1_000)
  }
})

test('E64 it is measured again and again: a clock that drifts is followed', async () => {
  let ahead = 0
  const clock = await databaseClock(databaseThat(() => Date.now() + ahead))
  ahead = hour
  expect(Math.abs(clock.now().getTime() - Date.now())).toBeLessThan(1_000)
  await clock.measure()
  expect(Math.abs(clock.now().getTime() - Date.now() - hour)).toBeLessThan(1_000)
})

test('E64 what the round trip leaves open is no difference: a clock that is right stays as it is', async () => {
  let asked = 0
  // It answers with the time at which the question was asked.
  const slow = databaseThat(() => asked)
  const executor = slow.getExecutor()
  const execute = executor.executeQuery.bind(executor)
  executor.executeQuery = async (query) => {
    asked = Date.now()
    await new Promise((go) => setTimeout(go, 30))
    return execute(query)
  }
  const clock = await databaseClock(Object.assign(slow, { getExecutor: () => executor }))
  expect(clock.behind()).toBe(0)
})
