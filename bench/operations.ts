import type pg from 'pg'
import { newId } from '../src/kernel/ids.ts'
import { cursorOf } from '../src/kernel/list.ts'
import { applicationOperations } from './application-operations.ts'
import type { Ask } from './browser.ts'
import { draftOperations } from './draft-operations.ts'
import { password, tokens } from './fill/fill.ts'
import { commonWord, deskId, rareLast4, rareWord } from './fill/people.ts'
import { peopleOperations } from './people-operations.ts'
import { reviewOperations } from './review-operations.ts'

/** Something that people do all day, as a request that can be repeated. */
export interface Operation {
  name: string
  /** The n-th request; reads come round, writes need a fresh `n` each time. */
  ask(n: number): Ask
  /** A write says what belongs to its n-th input, so that its SQL can be said again for another one. */
  facts?(n: number): readonly string[]
  /** How many inputs there are, where each is good once. */
  inputs?: number
  /** What the answer must hold, so that nothing is measured that failed quickly. */
  expects: (body: Record<string, unknown>) => boolean
  /** Rows of the list it reads; absent: registrations. */
  among?: number
  /** Its statements carry values that the database itself gave out (a number of a sequence): they cannot be said again, and pgbench is left out. */
  isUnrepeatable?: true
  /** Of whose cost the growth is watched. */
  isWatched: boolean
}

interface User {
  id: string
  user_name: string
}

interface Waiting {
  id: string
  account_id: string
  licence_id: string
  credit_code: string
  name: string
  name_skeleton: string
}

/** The operations over what lies in the database now. */
export async function operationsOn(client: pg.Client): Promise<Operation[]> {
  const names = async (rest: number) => {
    const { rows } = await client.query<User>(
      `select id, user_name from account where user_name like 'danwei%' and substr(user_name, 8)::int % 10 = $1 order by id limit 400`, [rest])
    return rows
  }
  const [full, light] = [await names(1), await names(0)]
  const [big] = [deskId(0)]
  const { rows: waiting } = await client.query<Waiting>(`
    select id, account_id, licence_id, credit_code, name, name_skeleton from unit_registration
    where desk_id = $1 and state = 'submitted' order by submitted_at, id`, [big])
  const { rows: decided } = await client.query<{ id: string }>(
    `select id from unit_registration where desk_id = $1 and state = 'approved' order by submitted_at desc, id desc limit 200`, [big])
  // Where page 50 begins, or half of the list where it is shorter.
  const { rows: [place] } = await client.query<{ at: string; id: string }>(`
    select to_char(submitted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, id from unit_registration where desk_id = $1 order by submitted_at desc, id desc
    offset least(979, (select count(*) / 2 from unit_registration where desk_id = $1)) limit 1`, [big])

  const signIn = (name: string, users: readonly User[]): Operation => ({
    name, isWatched: true,
    ask: (n) => ({ method: 'POST', path: '/api/accounts/sign-in', body: { userName: users[n % users.length]?.user_name, password } }),
    facts: (n) => Object.values(users[n % users.length] ?? {}),
    expects: (body) => body.stage === 'full',
  })
  const list = (name: string, filters: object, atLeast: number, token = tokens.desk): Operation => ({
    name, isWatched: true,
    ask: () => ({ method: 'POST', path: '/api/units/reviews/search', token, body: filters }),
    expects: (body) => Array.isArray(body.rows) && body.rows.length >= atLeast,
  })
  const at = <T>(all: readonly T[], n: number): T => {
    const one = all[n]
    if (one === undefined) throw new Error(`there are only ${all.length} to go through`)
    return one
  }
  const detail = (name: string, all: readonly { id: string }[]): Operation => ({
    name, isWatched: true,
    ask: (n) => ({ method: 'GET', path: `/api/units/reviews/${at(all, n % Math.min(all.length, 200)).id}`, token: tokens.desk }),
    expects: (body) => Array.isArray(body.timeline) && body.timeline.length > 0,
  })

  return [
    signIn('sign-in', full),
    signIn('sign-in without the hash', light),
    list('list, first page', {}, 20),
    list('list, page 50', { after: cursorOf({ page: 50, key: [place?.at ?? '', place?.id ?? ''] }) }, 20),
    list('list, jump to page 50', { page: 50 }, 1),
    list('list, state waiting', { state: 'submitted' }, 20),
    list('list, state approved', { state: 'approved' }, 20),
    list('list, all 40 desks', { reach: 'below' }, 20, tokens.bureau),
    list('list, all 40 desks, waiting', { reach: 'below', state: 'submitted' }, 20, tokens.bureau),
    list('name, rare word', { name: rareWord }, 10),
    list('name, common word', { name: commonWord }, 20),
    list('name, common word, all 40 desks', { name: commonWord, reach: 'below' }, 20, tokens.bureau),
    list('phone, last four', { phone: rareLast4 }, 1),
    list('from-to', { from: '2024-09-01', to: '2026-06-01' }, 20),
    detail('detail, waiting', waiting.slice(-20)),
    detail('detail, approved', decided),
    {
      name: 'approve', isWatched: false, inputs: waiting.length,
      ask: (n) => ({ method: 'POST', path: `/api/units/reviews/${at(waiting, n).id}/approve`, token: tokens.desk, key: newId(), body: { version: 4 } }),
      facts: (n) => Object.values(at(waiting, n)),
      expects: (body) => body.state === 'approved',
    },
    ...(await peopleOperations(client)),
    ...(await reviewOperations(client)),
    ...(await applicationOperations(client)),
    ...(await draftOperations(client)),
  ]
}
