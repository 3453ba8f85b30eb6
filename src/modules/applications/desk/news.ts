import { sql } from 'kysely'
import { addMinutes } from '../../../kernel/clock.ts'
import type { Db, Tx } from '../../../platform/db/database.ts'
import { transact } from '../../../platform/db/transaction.ts'
import type { Job } from '../../../platform/jobs.ts'
import { notifyAll, type Notice } from '../../../platform/outbox/notify.ts'
import type { Tools } from '../../../platform/tools.ts'
import { accountsIn, accountsOfUnit, type Reached } from '../../accounts/index.ts'

const minutesBetween = 60
/** What arrived is committed a little later, a batch of thousands by a second: what is younger than this is told the next time. */
const secondsToSettle = 30
/** The stream of a desk: what it was told, one after the other. */
const deskRoom = 'applications.desk'

interface News {
  desk_id: string
  name: string
  unit_id: string | null
  kind: 'department' | 'unit' | 'authority'
  n: number
}

/**
 * Desks to which something has come that they have not heard of, and that were told of nothing within the hour. From desk to desk along the
 * index of the queues: only what lies at a desk whose hour is over is read.
 */
async function newsOf(db: Db, until: Date): Promise<News[]> {
  const { rows } = await sql<News>`
    with recursive desk (id) as (
      (select desk_id from application where desk_id is not null order by desk_id limit 1)
      union all
      select (select a.desk_id from application a where a.desk_id > desk.id order by a.desk_id limit 1) from desk where desk.id is not null
    ),
    news as (
      select k.id as desk_id, n.n from desk k left join application_desk d on d.desk_id = k.id
      cross join lateral (select count(*)::int as n from application a where a.desk_id = k.id and a.arrived_at > coalesce(d.told_at, '-infinity') and a.arrived_at <= ${until}) n
      where k.id is not null and coalesce(d.told_at, '-infinity') <= ${addMinutes(until, -minutesBetween)} and n.n > 0
    )
    select w.desk_id, coalesce(s.name, u.name, h.name) as name, coalesce(s.unit_id, u.id) as unit_id,
      case when s.id is not null then 'department' when u.id is not null then 'unit' else 'authority' end as kind, w.n
    from news w left join secondary_unit s on s.id = w.desk_id left join unit u on u.id = w.desk_id left join authority h on h.id = w.desk_id order by w.desk_id`.execute(db)
  return rows
}

/** I18: told once: the row of the desk says of what arrived until when, in the transaction that writes the notices. */
async function tellDesk(tx: Tx, tools: Tools, news: News, until: Date): Promise<true> {
  const { rows: [row] } = await sql<{ told: number }>`
    insert into application_desk as d (desk_id, told, told_at) values (${news.desk_id}, 1, ${until})
    on conflict (desk_id) do update set told = d.told + 1, told_at = excluded.told_at where d.told_at <= ${addMinutes(until, -minutesBetween)} returning told`.execute(tx)
  if (!row) return true
  const { people, isVacant } = await peopleOf(tx, tools, news)
  const path = news.kind === 'authority' ? '/app/projects/review' : '/app/projects/unit'
  await notifyAll(tx, tools.keyring, people.map(({ accountId, lang, mail }): Notice => ({
    room: deskRoom, subject: news.desk_id, seq: row.told, template: isVacant ? 'applications.notice.vacant' : 'applications.notice.desk', lang,
    to: [{ channel: 'inbox', accountId }, ...(mail ? [{ channel: 'mail' as const, accountId, address: mail }] : [])], params: { desk: news.name, n: news.n, link: path },
  })))
  return true
}

/** E36: where nobody manages the department, its unit hears of it. */
async function peopleOf(tx: Tx, { keyring }: Tools, { kind, desk_id: id, unit_id: unitId }: News): Promise<{ people: Reached[]; isVacant: boolean }> {
  if (kind === 'authority') return { people: await accountsIn(tx, keyring, 'authority_officer', id), isVacant: false }
  if (kind === 'unit') return { people: await accountsOfUnit(tx, keyring, id), isVacant: false }
  const managers = await accountsIn(tx, keyring, 'secondary_unit_manager', id)
  return managers.length > 0 || !unitId ? { people: managers, isVacant: false } : { people: await accountsOfUnit(tx, keyring, unitId), isVacant: true }
}

/** What came to each desk, told together: within two minutes the first time, then at most once an hour, however many thousands come. */
export async function tellDesks(tools: Tools): Promise<void> {
  const until = new Date(tools.clock.now().getTime() - secondsToSettle * 1000)
  for (const news of await newsOf(tools.db, until)) await transact(tools.db, tools.constraintWords, (tx) => tellDesk(tx, tools, news, until))
}

export const deskNewsJob: Job = { name: 'applications.tell_desks', everySeconds: 60, run: tellDesks }
