import { sql, type RawBuilder } from 'kysely'
import { describe, expect, test } from 'vitest'
import { cursorOf } from '../../kernel/list.ts'
import { testDatabase } from '../../../checks/database.ts'
import { keysetPage, keysetTurn, type KeysetList, type PageAsk } from './keyset.ts'

const { db } = await testDatabase()
await sql`create table walk (place bigint primary key, colour text not null, at timestamptz not null)`.execute(db)
await sql`create table walk_total (block bigint primary key, n bigint not null)`.execute(db)

interface Row {
  place: number
  colour: string
}

const blockSize = 8

/** Rows of which several share a moment, in places with gaps. */
async function fill(places: readonly number[]): Promise<Row[]> {
  const rows = places.map((place) => ({ place, colour: place % 3 === 0 ? 'red' : 'blue' }))
  await sql`truncate walk, walk_total`.execute(db)
  await sql`
    insert into walk select place, case when place % 3 = 0 then 'red' else 'blue' end,
      timestamptz '2026-01-01T00:00:00Z' + (place / 4) * interval '1 microsecond'
    from unnest(${sql.val([...places])}::bigint[]) as p (place)`.execute(db)
  await keepTotals()
  return rows
}

const keepTotals = () => sql`
  with gone as (delete from walk_total returning 1)
  insert into walk_total select place / ${blockSize}::bigint, count(*) from walk, (select count(*) from gone) as g group by 1
  on conflict (block) do update set n = excluded.n`.execute(db)

/** Places from 0 with gaps that the seed decides. */
function places(n: number, seed: number): number[] {
  let [state, place] = [seed + 1, 0]
  return Array.from({ length: n }, () => {
    state = (state * 48_271) % 2_147_483_647
    place += 1 + (state % 7 === 0 ? 40 : state % 3)
    return place - 1
  })
}

const select = sql`w.place::int as place, w.colour`
const plain = (descending: boolean, ...where: RawBuilder<unknown>[]): KeysetList =>
  ({ select, from: sql`walk w`, where, keys: [{ kind: 'time', of: sql`w.at` }, { kind: 'whole', of: sql`w.place` }], descending })
const kept = (descending: boolean): KeysetList => ({
  select, from: sql`walk w`, where: [], keys: [{ kind: 'whole', of: sql`w.place` }], descending,
  kept: { blocks: sql`select block, n from walk_total`, blockSize },
})
const red = sql`w.colour = 'red'`

const ask = (list: KeysetList, more: PageAsk) => keysetPage<Row>(db, list, more)

/** Forward to the end, back to the beginning, and to every page by its number: the same pages as of the sorted rows. */
async function walksLike(list: KeysetList, expected: readonly Row[], size: number): Promise<void> {
  const pages = Math.max(1, Math.ceil(expected.length / size))
  const pageAt = (n: number) => ({ rows: expected.slice((n - 1) * size, n * size), page: n, pages, total: { n: expected.length, exact: true } })
  const shown = ({ rows, page, pages: of, total }: Awaited<ReturnType<typeof ask>>) => ({ rows, page, pages: of, total })

  let page = await ask(list, { size })
  for (let n = 1; n <= pages; n++) {
    expect(shown(page)).toEqual(pageAt(n))
    expect([page.previous === null, page.next === null]).toEqual([n === 1, n === pages])
    if (page.next !== null) page = await ask(list, { size, after: page.next })
  }
  for (let n = pages - 1; n >= 1; n--) {
    page = await ask(list, { size, before: page.previous ?? '' })
    expect(shown(page)).toEqual(pageAt(n))
    expect([page.previous === null, page.next === null]).toEqual([n === 1, false])
  }
  for (let n = 1; n <= pages + 2; n++) {
    const jumped = await ask(list, { size, page: n })
    const at = Math.min(n, pages)
    expect(shown(jumped)).toEqual(pageAt(at))
    expect([jumped.previous === null, jumped.next === null]).toEqual([at === 1, at === pages])
    if (jumped.next !== null) expect(shown(await ask(list, { size, after: jumped.next }))).toEqual(pageAt(at + 1))
    if (jumped.previous !== null) expect(shown(await ask(list, { size, before: jumped.previous }))).toEqual(pageAt(at - 1))
  }
}

describe('D22 S2-51 a list turns and jumps like the sorted rows', () => {
  for (const [n, size] of [[0, 5], [1, 5], [5, 5], [6, 5], [23, 4], [41, 20], [60, 7], [17, 1]] as const) {
    test(`${n} rows by ${size}`, async () => {
      const rows = await fill(places(n, n * 31 + size))
      expect(rows.length).toBe(n)
      const back = rows.toReversed()
      await walksLike(plain(false), rows, size)
      await walksLike(plain(true), back, size)
      await walksLike(plain(true, red), back.filter(({ colour }) => colour === 'red'), size)
      await walksLike(kept(false), rows, size)
      await walksLike(kept(true), back, size)
    })
  }
})

test('D22 a total above 10,000 is not exact where it is counted, and exact where it is kept', async () => {
  await fill(Array.from({ length: 10_030 }, (_, i) => i))
  const counted = await ask(plain(false), { size: 20 })
  expect([counted.total, counted.pages, counted.page]).toEqual([{ n: 10_000, exact: false }, null, 1])
  // An older link may still name a page: what is counted can be jumped to, and turned on from.
  const far = await ask(plain(false), { size: 20, page: 900 })
  expect([far.page, far.rows[0]?.place, far.pages]).toEqual([500, 9_980, null])
  const further = await ask(plain(false), { size: 20, after: far.next ?? '' })
  expect([further.page, further.rows[0]?.place]).toEqual([501, 10_000])
  const known = await ask(kept(false), { size: 20, page: 1_000_000 })
  expect([known.total, known.page, known.pages, known.rows.map(({ place }) => place)])
    .toEqual([{ n: 10_030, exact: true }, 502, 502, Array.from({ length: 10 }, (_, i) => 10_020 + i)])
  const middle = await ask(kept(true), { size: 20, page: 300 })
  expect([middle.rows[0]?.place, middle.rows.at(-1)?.place]).toEqual([10_029 - 299 * 20, 10_029 - 299 * 20 - 19])
})

describe('rows come and go between two requests', () => {
  test('who turns back past the beginning sees the first page whole', async () => {
    const rows = await fill(places(30, 3))
    const second = await ask(kept(false), { size: 10, page: 2 })
    await sql`delete from walk where place in (${rows[2]?.place}, ${rows[3]?.place})`.execute(db)
    await keepTotals()
    const first = await ask(kept(false), { size: 10, before: second.previous ?? '' })
    expect([first.page, first.previous, first.rows]).toEqual([1, null, rows.filter((_, i) => i !== 2 && i !== 3).slice(0, 10)])
  })

  test('who comes from further back than was counted is told a page that is not the first', async () => {
    const rows = await fill(places(30, 5).map((place) => place + 500))
    const second = await ask(plain(false), { size: 10, page: 2 })
    await sql`insert into walk select i, 'blue', timestamptz '2025-01-01T00:00:00Z' from generate_series(1, 15) as i`.execute(db)
    const back = await ask(plain(false), { size: 10, before: second.previous ?? '' })
    expect([back.page, back.previous === null, back.rows]).toEqual([2, false, rows.slice(0, 10)])
    const top = await ask(plain(false), { size: 10, before: back.previous ?? '' })
    expect([top.page, top.previous === null]).toEqual([2, false])
    expect((await ask(plain(false), { size: 10, before: top.previous ?? '' })).page).toBe(1)
  })

  test('who turns on past the end sees the last page', async () => {
    const rows = await fill(places(25, 8))
    const second = await ask(plain(false), { size: 10, page: 2 })
    await sql`delete from walk where place > ${rows[19]?.place}`.execute(db)
    const last = await ask(plain(false), { size: 10, after: second.next ?? '' })
    expect([last.page, last.pages, last.next, last.rows]).toEqual([2, 2, null, rows.slice(10, 20)])
    await sql`delete from walk`.execute(db)
    const none = await ask(plain(false), { size: 10, after: second.next ?? '' })
    expect([none.page, none.pages, none.rows, none.previous, none.next, none.total.n]).toEqual([1, 1, [], null, null, 0])
  })

  test('the last page is called the last, wherever the turning began', async () => {
    const rows = await fill(places(25, 2))
    const first = await ask(plain(false), { size: 10 })
    await sql`delete from walk where place in (${sql.join(rows.slice(10, 18).map(({ place }) => place))})`.execute(db)
    const next = await ask(plain(false), { size: 10, after: first.next ?? '' })
    expect([next.page, next.pages, next.next]).toEqual([2, 2, null])
  })
})

test('a cursor that somebody made up is the beginning', async () => {
  const rows = await fill(places(30, 11))
  const time = '2026-01-01T00:00:00.000001Z'
  const madeUp = [
    '', 'x', '%%%', 'bnVsbA', 'e30', 'W10',
    ...[[time], [time, '1', '2'], ['2026-02-30T00:00:00.000000Z', '1'], [time, "1'; drop table walk"], [time, '9'.repeat(30)], ['now', '1'], [time, '\0']]
      .map((key) => cursorOf({ page: 2, key })),
    ...[0, -1, 1.5, 1e12, NaN].map((page) => cursorOf({ page, key: [time, '1'] })),
    ...[['2', time, '1'], [2, time, { a: 1 }], [2, [time], 1], [null, time, 1]].map((parts) => btoa(JSON.stringify(parts))),
  ]
  for (const cursor of madeUp) {
    for (const where of [{ after: cursor }, { before: cursor }, { after: cursor, page: 2 }]) {
      const page = await ask(plain(false), { size: 10, ...where })
      expect([cursor, page.page, page.previous, page.rows]).toEqual([cursor, 1, null, rows.slice(0, 10)])
    }
  }
})

test('a well-formed number of a page that cannot be is corrected by what is there', async () => {
  const rows = await fill(places(30, 13))
  const key = [`2026-01-01T00:00:00.${String(Math.floor((rows[9]?.place ?? 0) / 4)).padStart(6, '0')}Z`, String(rows[9]?.place)]
  const page = await ask(plain(false), { size: 10, after: cursorOf({ page: 999, key }) })
  expect([page.page, page.rows]).toEqual([2, rows.slice(10, 20)])
})

test('rows hold what was selected and nothing else', async () => {
  await fill([1, 2])
  expect(Object.keys((await ask(plain(false), { size: 1 })).rows[0] ?? {})).toEqual(['place', 'colour'])
  const turn = await keysetTurn<Row>(db, plain(true), { size: 1 })
  expect([turn.rows, turn.previous]).toEqual([[{ place: 2, colour: 'blue' }], null])
  const next = await keysetTurn<Row>(db, plain(true), { size: 1, after: turn.next ?? '' })
  expect([next.rows, next.next, next.page]).toEqual([[{ place: 1, colour: 'blue' }], null, 2])
  expect((await keysetTurn<Row>(db, plain(true), { size: 1, before: next.previous ?? '' })).rows).toEqual(turn.rows)
})
