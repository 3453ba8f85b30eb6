import { openDatabase } from '../../src/platform/db/database.ts'

/**
 * A program that writes row after row, each in a transaction of its own, and says a row's number only after the
 * database has acknowledged it. It goes on until it is killed. Beside each row stands its sum, so that half a row shows.
 */
const [kind = '', place = ''] = process.argv.slice(2)
const database = await openDatabase(kind === 'url' ? { url: place } : { dataDir: place })
await database.pool.query('create table if not exists written (n int primary key, twice int not null, filler text not null)')
const { rows } = await database.pool.query<{ last: number | null }>('select max(n) as last from written')
const { rows: own } = await database.pool.query<{ pid: number }>('select pg_backend_pid() as pid')
console.log(`pid ${own[0]?.pid}`)
for (let n = (rows[0]?.last ?? 0) + 1; ; n++) {
  await database.pool.query('insert into written (n, twice, filler) values ($1, $2, $3)', [n, 2 * n, 'x'.repeat(n % 900)])
  console.log(`${n}`)
}
