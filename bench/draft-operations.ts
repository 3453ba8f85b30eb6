import type pg from 'pg'
import { leaderId, leaderToken } from './fill/fill-drafts.ts'
import type { Operation } from './operations.ts'

/** Each operation that uses drafts up has as many of its own. */
export const ownShare = 0.3

/** What thousands of leaders do in the last 48 hours: open what they wrote, and have each change kept (forty filled-in fields). */
export async function draftOperations(client: pg.Client): Promise<Operation[]> {
  const { rows } = await client.query<{ id: string }>(`
    select d.id from draft d where d.account_id = $1 and not exists (select from draft_field f where f.draft_id = d.id and f.version > 1) order by d.id`, [leaderId])
  const { rows: [{ count } = { count: 0 }] } = await client.query<{ count: number }>(`select count(*)::int as count from draft`)
  const at = (n: number): string => {
    const row = rows[n]
    if (!row) throw new Error(`there are only ${rows.length} drafts to go through`)
    return row.id
  }
  const save = (name: string, fields: readonly { field: string; base: number; value: unknown }[], part: number): Operation => {
    // The last ones are submitted (application-operations.ts).
    const own = Math.floor(rows.length * ownShare)
    return {
      name, isWatched: true, inputs: own, among: count,
      ask: (n) => ({ method: 'POST', path: `/api/drafts/${at(own * part + n)}/fields`, token: leaderToken, body: { fields } }),
      facts: (n) => [at(own * part + n)],
      expects: ({ saved }) => Array.isArray(saved) && saved.length === fields.length,
    }
  }
  const paragraph = { type: 'paragraph', content: [{ type: 'text', text: '研究多源数据融合与短临预报方法，并在示范区验证。'.repeat(10) }] }
  return [
    {
      name: 'drafts, open', isWatched: true, among: count,
      ask: (n) => ({ method: 'GET', path: `/api/drafts/${at(n % Math.min(rows.length, 200))}`, token: leaderToken }),
      expects: ({ values, lock }) => lock === 'open' && Object.keys(values as object).length === 40,
    },
    save('drafts, save a field', [{ field: 'f1', base: 1, value: '城市内涝短临预警关键技术研究' }], 0),
    save('drafts, save a long text', [{ field: 'f6', base: 1, value: { type: 'doc', content: Array.from({ length: 12 }, () => paragraph) } }], 1),
  ]
}
