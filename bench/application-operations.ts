import type pg from 'pg'
import { newId } from '../src/kernel/ids.ts'
import { applicationsContract as verbs } from '../src/modules/applications/contract.ts'
import { callIdOf, commonTitle, rareTitle } from './fill/applications.ts'
import { tokens } from './fill/fill.ts'
import { bureauId } from './fill/people.ts'
import { leaderId, leaderToken } from './fill/fill-drafts.ts'
import { managerToken } from './fill/fill-reviews.ts'
import { unitToken } from './fill/fill-people.ts'
import { unitId } from './fill/persons.ts'
import { schoolId } from './fill/reviews.ts'
import { ownShare } from './draft-operations.ts'
import type { Operation } from './operations.ts'

interface Totals {
  all: number
  unsubmitted: number
  unit: number
  accepted: number
  call: number
  school: number
  rare: number
  common: number
  bureau: number
}

/** What the big unit, the manager of its first school and the bureau do with applications (S2-76 to S2-90), over what lies in the database now. */
export async function applicationOperations(client: pg.Client): Promise<Operation[]> {
  const { rows: [counted] } = await client.query<Totals>(`
    select count(*)::int as all, count(*) filter (where state in ('draft','returned','withdrawn'))::int as unsubmitted, count(*) filter (where state = 'unit')::int as unit,
      count(*) filter (where state = 'accepted')::int as accepted, count(*) filter (where call_id = $2)::int as call, count(*) filter (where secondary_unit_id = $3)::int as school,
      count(*) filter (where title like $4 || '%')::int as rare, count(*) filter (where title like $5 || '%')::int as common,
      (select count(*)::int from application where bureau_desk = $6 and state in ('authority','bureau','accepted','not_accepted')) as bureau
    from application where unit_id = $1`, [unitId(0), callIdOf(3), schoolId(0), rareTitle, commonTitle, bureauId])
  if (!counted) throw new Error('the big unit has no applications')
  // The first ones are opened, the others passed: what is passed is not there to be opened again.
  const { rows: waiting } = await client.query<{ id: string; version: number; leader_id: string; account_id: string }>(`
    select id, version, leader_id, account_id from application where unit_id = $1 and state = 'unit' and revision = 1 and version = 2 order by id`, [unitId(0)])
  const { rows: drafts } = await client.query<{ id: string; version: number }>(`
    select id, version from application where account_id = $1 and state = 'draft' and revision = 0 order by id desc`, [leaderId])
  const filled = drafts.slice(0, Math.floor(drafts.length * ownShare))
  const first = Math.min(200, Math.floor(waiting.length / 4))
  const [opened, passed] = [waiting.slice(0, first), waiting.slice(first)]
  const at = <T>(all: readonly T[], n: number): T => {
    const one = all[n]
    if (one === undefined) throw new Error(`there are only ${all.length} to go through`)
    return one
  }
  const list = (name: string, filters: object, total: number, token = unitToken, among = counted.all): Operation => ({
    name: `applications, ${name}`, isWatched: true, among,
    ask: () => ({ method: 'POST', path: verbs.unitProjects.path, token, body: filters }),
    expects: ({ rows, total: said }) => {
      const { n, exact } = said as { n: number; exact: boolean }
      return Array.isArray(rows) && rows.length > 0 && exact && n === total
    },
  })
  return [
    list('本单位的项目', {}, counted.all),
    list('page in the middle', { page: Math.ceil(counted.all / 40) }, counted.all),
    list('未提交', { state: 'unsubmitted' }, counted.unsubmitted),
    list('已受理, page in the middle', { state: 'accepted', page: Math.ceil(counted.accepted / 40) }, counted.accepted),
    list('of a call', { callId: callIdOf(3) }, counted.call),
    list('queue', { order: 'queue' }, counted.unit),
    list('manager of a school', {}, counted.school, managerToken),
    list('rare word', { title: rareTitle }, counted.rare),
    list('common word', { title: commonTitle }, counted.common),
    list('the bureau', {}, counted.bureau, tokens.bureau, counted.bureau),
    list('the bureau, page in the middle', { page: Math.ceil(counted.bureau / 40) }, counted.bureau, tokens.bureau, counted.bureau),
    {
      name: 'applications, counts', isWatched: true, among: counted.all,
      ask: () => ({ method: 'GET', path: verbs.projectCounts.path, token: unitToken }),
      expects: ({ all }) => all === counted.all,
    },
    {
      name: 'applications, open one', isWatched: true, among: counted.all,
      ask: (n) => ({ method: 'POST', path: verbs.open.path.replace(':id', at(opened, n % opened.length).id), token: unitToken, body: {} }),
      facts: (n) => [at(opened, n % opened.length).id],
      expects: ({ can }) => Array.isArray(can) && can.includes('pass'),
    },
    {
      name: 'applications, submit', isWatched: false, isUnrepeatable: true, among: counted.all, inputs: filled.length,
      ask: (n) => ({ method: 'POST', path: verbs.submit.path.replace(':id', at(filled, n).id), token: leaderToken, key: newId(), body: { version: at(filled, n).version } }),
      facts: (n) => [at(filled, n).id],
      expects: ({ revision, receipt }) => revision === 1 && typeof receipt === 'string',
    },
    {
      name: 'applications, pass one', isWatched: false, among: counted.all, inputs: passed.length,
      ask: (n) => ({ method: 'POST', path: verbs.pass.path.replace(':id', at(passed, n).id), token: unitToken, key: newId(), body: { version: 2, revision: 1 } }),
      facts: (n) => [at(passed, n).id],
      expects: ({ state }) => state === 'bureau',
    },
  ]
}
