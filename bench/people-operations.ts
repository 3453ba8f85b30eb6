import type pg from 'pg'
import { newId } from '../src/kernel/ids.ts'
import { unitToken as token } from './fill/fill-people.ts'
import { commonGiven, rareGiven, unitId } from './fill/persons.ts'
import type { Operation } from './operations.ts'

interface Totals {
  all: number
  enabled: number
  waiting: number
  common: number
}

/** What the account of the big unit does with its people, over what lies in the database now. */
export async function peopleOperations(client: pg.Client): Promise<Operation[]> {
  const unit = unitId(0)
  const { rows: [counted] } = await client.query<Totals>(`
    select count(*)::int as all, count(*) filter (where is_enabled)::int as enabled, count(*) filter (where state = 'new')::int as waiting,
      count(*) filter (where name like '%' || $2 || '%')::int as common
    from person where unit_id = $1`, [unit, commonGiven])
  if (!counted) throw new Error('the big unit has no people')
  const { rows: waiting } = await client.query<{ id: string; account_id: string; document_blind: string }>(`select id, account_id, document_blind from person where unit_id = $1 and state = 'new' order by place`, [unit])
  // Not the leader whose drafts are measured: nothing has happened to him.
  const { rows: some } = await client.query<{ id: string }>(`select id from person where unit_id = $1 and state = 'enabled' and place < 999999999 order by place desc limit 200`, [unit])

  /** The total must be exact: neither a cap nor a guess. Writes between two lists move it a little. */
  const list = (name: string, filters: object, total: number, atLeast = 20): Operation => ({
    name, isWatched: true,
    ask: () => ({ method: 'POST', path: '/api/people/search', token, body: filters }),
    expects: ({ rows, total: said }) => {
      const { n, exact } = said as { n: number; exact: boolean }
      return Array.isArray(rows) && rows.length >= atLeast && exact && Math.abs(n - total) <= waiting.length
    },
  })
  const at = (n: number) => {
    const one = waiting[n]
    if (!one) throw new Error(`only ${waiting.length} wait`)
    return one
  }
  return [
    list('people, first page', {}, counted.all),
    list('people, page 700', { page: 700 }, counted.all, 1),
    list('people, 已启用', { status: 'enabled' }, counted.enabled),
    list('people, 已启用, page 500', { status: 'enabled', page: 500 }, counted.enabled, 1),
    list('people, waiting', { waiting: true }, counted.waiting, 1),
    list('people, rare name', { name: rareGiven }, 20),
    list('people, common name', { name: commonGiven }, counted.common),
    list('people, user name', { userName: 'tianbao_777' }, 1, 1),
    {
      name: 'person', isWatched: true,
      ask: (n) => ({ method: 'GET', path: `/api/people/by-id/${some[n % some.length]?.id}`, token }),
      expects: (body) => Array.isArray(body.timeline) && body.timeline.length > 0,
    },
    {
      name: 'enable', isWatched: false, inputs: waiting.length,
      ask: (n) => ({ method: 'POST', path: `/api/people/by-id/${at(n).id}/enable`, token, key: newId(), body: { version: 1 } }),
      facts: (n) => Object.values(at(n)),
      expects: (body) => body.state === 'enabled',
    },
  ]
}
