import type pg from 'pg'
import { newId } from '../src/kernel/ids.ts'
import { applicationsContract as verbs } from '../src/modules/applications/contract.ts'
import { bureauId } from './fill/people.ts'
import { unitToken } from './fill/fill-people.ts'
import { unitId } from './fill/persons.ts'
import type { Bench } from './measure/block.ts'
import { readCounters, resetCounters } from './measure/counters.ts'
import { cpuOf, cpuOfFamily } from './measure/cpu.ts'
import { delivered } from './measure/rest.ts'
import { onDatabase } from './place.ts'

interface Cost {
  ms: number
  program: number
  postgres: number
  queries: number
  pages: number
}

type Item = { id: string; version: number }

/** 批量提交 of 500 and of 5,000 (or of fewer): the frozen set is run by the program, said by hand as plain SQL over as many others, and run again (A B A'). */
export async function measureBatches(bench: Bench, sizes: readonly number[]): Promise<string> {
  const lines: string[] = []
  for (const n of sizes) {
    const frozen: Cost[] = []
    const run = async (): Promise<Cost> => {
      const items = await onDatabase(bench.place, async (client) => {
        await delivered(client)
        return waiting(client, n)
      })
      let batchId = ''
      frozen.push(await costOf(bench, async () => void (batchId = String((await asked(bench, verbs.preflightBatch.path, { verb: 'pass', of: { items } })).batchId))))
      return costOf(bench, async () => {
        const answer = await asked(bench, verbs.runBatch.path.replace(':batchId', batchId), { batchId, warnedToo: true })
        if (answer.done !== n) throw new Error(`of ${n} ${String(answer.done)} were passed: ${JSON.stringify(answer).slice(0, 300)}`)
      })
    }
    // Warm, on a set of its own.
    if (n === sizes[0]) await run()
    const a = await run()
    const b = await onDatabase(bench.place, async (client) => {
      await delivered(client)
      const items = await waiting(client, n)
      return costOf(bench, () => plainly(client, items))
    })
    const again = await run()
    const row = (name: string, { ms, program, postgres, queries, pages }: Cost) => `| ${name} | ${ms.toFixed(0)} | ${program.toFixed(0)} | ${postgres.toFixed(0)} | ${queries} | ${pages} | ${(ms / b.ms).toFixed(2)} × |`
    lines.push(row(`freeze ${n}`, frozen.at(-1) ?? a), row(`run ${n} (A)`, a), row(`plain SQL ${n} (B)`, b), row(`run ${n} (A')`, again))
  }
  return `## Batches\n\n| | ms | CPU program | CPU PostgreSQL | statements | pages | ms : plain |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n${lines.join('\n')}\n`
}

async function asked({ browser }: Bench, path: string, body: object): Promise<Record<string, unknown>> {
  const answer = await browser.ask({ method: 'POST', path, token: unitToken, key: newId(), body })
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(answer.body).slice(0, 300)}`)
  return answer.body as Record<string, unknown>
}

async function costOf({ place, program }: Bench, work: () => Promise<void>): Promise<Cost> {
  await resetCounters(place.control)
  const before = { program: cpuOf(program.processId), postgres: cpuOfFamily(place.server.processId) }
  const begun = performance.now()
  await work()
  const ms = performance.now() - begun
  const { queries, hit, read } = await readCounters(place.control, 'bench')
  return { ms, program: cpuOf(program.processId) - before.program, postgres: cpuOfFamily(place.server.processId) - before.postgres, queries, pages: hit + read }
}

/** So many of the big unit are brought to its desk, out of whichever state they are in, and given with their versions. */
async function waiting(client: pg.Client, n: number): Promise<Item[]> {
  await client.query(`
    update application set state = 'unit', desk_id = unit_id, arrived_at = now(), queued_at = coalesce(queued_at, now())
    where id in (select id from application where unit_id = $1 and revision = 1 and state <> 'unit' order by version, id limit $2)`, [unitId(0), n])
  const { rows } = await client.query<Item>(`select id, version from application where unit_id = $1 and state = 'unit' and revision = 1 order by version, id limit $2`, [unitId(0), n])
  if (rows.length < n) throw new Error(`only ${rows.length} wait`)
  await client.query('vacuum analyze application')
  return rows
}

/** What must be written whatever says it: locks, rows with their counts, decisions, journal, a notice per leader (which nobody delivers). */
async function plainly(client: pg.Client, items: readonly Item[]): Promise<void> {
  const ids = items.map(({ id }) => id)
  await client.query('begin')
  await client.query('select id from application where id = any($1::uuid[]) order by id for update', [ids])
  await client.query(`
    update application set state = 'bureau', desk_id = $2, arrived_at = now(), changed_at = now(), version = version + 1, place = nextval('application_place') where id = any($1::uuid[])`, [ids, bureauId])
  await client.query(`
    insert into application_decision (application_id, seq, revision, level, desk_id, outcome, decided_by, leader_id, decided_at)
    select id, version, revision, 'unit', unit_id, 'passed', account_id, leader_id, now() from application where id = any($1::uuid[])`, [ids])
  await client.query(`
    insert into journal (room, subject, seq, event, body, account_id, actor_name, address, at)
    select 'applications.application', id, version, 'passed', jsonb_build_object('at', now(), 'revision', revision, 'to', 'bureau', 'toDeskId', $2::uuid), account_id, '钱管理', '203.0.113.7', now()
    from application where id = any($1::uuid[])`, [ids, bureauId])
  await client.query(`
    insert into outbox (id, journal_room, journal_subject, journal_seq, event, channel, recipient_id, recipient, lang, template, params, state)
    select gen_random_uuid(), 'applications.application', id, version, 'passed', 'inbox', account_id, account_id::text, 'zh', 'applications.notice.passed', jsonb_build_object('title', title, 'number', number)::text, 'sent'
    from application where id = any($1::uuid[])`, [ids])
  await client.query('commit')
}
