import { beforeAll, describe, expect, test } from 'vitest'
import { testServer, type TestServer } from '../../../checks/server.ts'
import { buildTown } from '../../../world/town.ts'
import { eventsOf } from '../../platform/journal.ts'
import { room } from './application-journal.ts'
import { evolvedOf } from './evolved.ts'
import { isSound, replay, type Happened } from './evolve.ts'
import { ownRows } from './store/facts.ts'

let server: TestServer

beforeAll(async () => {
  server = await testServer({ config: { demo: true } })
  await buildTown(server.tools, server.app, { units: 'all', persons: 'all' })
}, 180_000)

describe('the demo town', () => {
  test('has applications in every headline state that people look at first', async () => {
    const rows = await server.tools.db.selectFrom('application').select('state').execute()
    expect(rows.map(({ state }) => state).toSorted()).toEqual(['accepted', 'bureau', 'draft', 'draft', 'returned', 'unit'])
  })

  test('S2-76 replaying the journal gives every row', async () => {
    const { db, keyring } = server.tools
    const leaders = await db.selectFrom('application').select('account_id').distinct().execute()
    const rows = (await Promise.all(leaders.map(({ account_id }) => ownRows(db, account_id)))).flat()
    expect(rows).toHaveLength(6)
    for (const row of rows) {
      expect(row.title, 'also a draft has the title that its leader has written').not.toBe('')
      const events = await eventsOf(db, keyring, room, row.id)
      const evolved = replay(events.map(({ event, seq, body }) => ({ event, seq, body }) as unknown as Happened))
      expect(evolved, row.title).toEqual(evolvedOf(row))
      expect(evolved && isSound(evolved)).toBe(true)
    }
  })
})
