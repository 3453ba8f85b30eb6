import { createHash } from 'node:crypto'
import type pg from 'pg'
import { digest } from '../../src/platform/secrets.ts'
import type { Field, FieldValue } from '../../src/modules/calls/form/definition.ts'
import { idAt } from './chance.ts'
import { today } from './people.ts'
import { unitId } from './persons.ts'

/** Session cookie of the leader whose drafts are measured. */
export const leaderToken = 'l'.repeat(43)
export const leaderId = idAt(today, 60, 1)
/** Of a number that no line of the review list has. */
const personId = idAt(today, 61, 2_000_000_000)
const callId = idAt(today, 62, 1)

const label = (zh: string) => ({ zh, en: '' })
const sentence = '针对城市内涝预警中降雨与管网数据时空分辨率不一致的问题，研究多源数据融合与短临预报方法，并在示范区验证。'
const text = (n: number) => sentence.repeat(n)

/** Forty questions as a real form has them: short and long texts, three documents with a table each, amounts, choices, and a budget. */
const asked: readonly [Field, FieldValue][] = Array.from({ length: 40 }, (_, i): [Field, FieldValue] => {
  const common = { id: `f${i + 1}`, label: label(`第${i + 1}项`), required: true }
  if (i % 13 === 5) return [{ ...common, kind: 'rich', min: 0, max: 5000, images: 5 }, { type: 'doc', content: Array.from({ length: 12 }, () => ({ type: 'paragraph', content: [{ type: 'text', text: text(3) }] })) }]
  if (i % 13 === 7) {
    return [{
      ...common, kind: 'table', least: 0, most: 50, sums: ['amount'],
      columns: [{ kind: 'text', id: 'item', label: label('科目'), required: true, max: 100 }, { kind: 'money', id: 'amount', label: label('金额'), required: true, min: 0 }],
    }, Array.from({ length: 12 }, (_, row) => ({ id: `r${row}`, cells: { item: `科目${row}`, amount: row + 0.5 } }))]
  }
  if (i % 5 === 1) return [{ ...common, kind: 'money', min: 0 }, 20.5 + i]
  if (i % 5 === 3) return [{ ...common, kind: 'choice', options: [{ value: 'a', label: label('甲') }, { value: 'b', label: label('乙') }] }, 'a']
  return [{ ...common, kind: 'text', min: 0, max: 2000, lines: 5 }, text(1 + (i % 4))]
})

/** An open call with that form, and its leader, signed in. */
export async function fillCall(client: pg.Client): Promise<void> {
  await client.query(`insert into account (id, user_name, display_name, password_hash) values ($1, 'fuzeren_1', '林知远', 'none')`, [leaderId])
  await client.query(`insert into mandate (id, account_id, post) values ($1, $2, 'person')`, [idAt(today, 63, 1), leaderId])
  await client.query(`
    insert into session (id, token_digest, account_id, stage, seen_at, expires_at) values ($1, $2, $3, 'full', now(), now() + interval '1 day')`, [idAt(today, 64, 1), digest(leaderToken), leaderId])
  await client.query(`
    insert into person (id, account_id, user_name, name, state, version, unit_id, place, joined_at, vouched_at)
    values ($1, $2, 'fuzeren_1', '林知远', 'enabled', 2, $3, 999999999, now(), now())`, [personId, leaderId, unitId(0)])
  const tabs = [0, 1, 2, 3, 4].map((i) => ({ id: `t${i}`, label: label(`第${i + 1}页`), fields: asked.slice(8 * i, 8 * i + 8).map(([field]) => field) }))
  const window = { opensAt: new Date(Date.now() - 86_400_000).toISOString(), closesAt: new Date(Date.now() + 86_400_000).toISOString() }
  const document = JSON.stringify({
    title: label('重点研发计划（压测）'), category: label('重点研发'), text: [label('压测')], contact: '', eligibility: [], chain: { department: true, authority: false },
    windows: { leader: window, department: window, unit: window }, correctionDays: 3, fastReturn: true, quotaPerUnit: null, limits: [], profileHandedInBefore: null, form: { tabs, rules: [] },
  })
  await client.query(`
    insert into call (id, code, state, draft, title, made_by, made_at, changed_at) values ($1, 'YC27', 'draft', $2, '重点研发计划（压测）', $3, now(), now())`, [callId, document, leaderId])
  await client.query(`
    insert into call_version (call_id, version, document, hash, published_by, published_at) values ($1, 1, $2, $3, $4, now())`,
  [callId, document, createHash('sha256').update(document).digest('hex'), leaderId])
  await client.query(`update call set state = 'published', published = 1, published_at = now() where id = $1`, [callId])
  await client.query(`insert into call_window (call_id, level, nth, opens_at, closes_at, moved_at) values ($1, 'leader', 1, $2, $3, now())`, [callId, window.opensAt, window.closesAt])
}

const most = 5_000
/** So many drafts belong to so many registrations. */
const draftsOf = (registrations: number): number => Math.min(most, registrations / 2)

/** Drafts that belong to so many registrations, each with everything filled in and three members. */
export async function fillDrafts(client: pg.Client, before: number, registrations: number): Promise<void> {
  const ids = Array.from({ length: draftsOf(registrations) - draftsOf(before) }, (_, i) => idAt(today, 65, draftsOf(before) + i + 1))
  await client.query(`
    insert into draft (id, call_id, leader_id, account_id, begun_at, saved_at) select id, $2, $3, $4, now() - interval '1 hour', now() from unnest($1::uuid[]) as d (id)`,
  [ids, callId, personId, leaderId])
  await client.query(`
    insert into draft_field (draft_id, field, value, changed_at, changed_by)
    select d.id, v.field, v.value, now(), $3 from unnest($1::uuid[]) as d (id) cross join jsonb_to_recordset($2) as v (field text, value jsonb)`,
  [ids, JSON.stringify(asked.map(([{ id }, value]) => ({ field: id, value }))), leaderId])
  await client.query('vacuum analyze draft, draft_field')
}
