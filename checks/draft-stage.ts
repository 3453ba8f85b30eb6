import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { OutputOf, Verb } from '../src/kernel/contract.ts'
import { newId } from '../src/kernel/ids.ts'
import { callDocument, type CallDocument } from '../src/modules/calls/document.ts'
import type { FormDefinition } from '../src/modules/calls/form/definition.ts'
import { openDraft } from '../src/modules/drafts/index.ts'
import { clientOf } from '../world/client.ts'
import { platformCall, well, within } from './people.ts'
import type { Actor, Filler } from './profile-stage.ts'
import type { Answered, TestServer } from './server.ts'

/** A form with a field of most kinds; what a test of drafts writes in. */
export const form: FormDefinition = {
  tabs: [
    {
      id: 'basic', label: { zh: '基本信息', en: 'Basics' }, fields: [
        { kind: 'text', id: 'title', label: { zh: '项目名称', en: 'Title' }, required: true, min: 0, max: 60, lines: 1 },
        { kind: 'rich', id: 'aims', label: { zh: '研究内容', en: 'Aims' }, required: true, min: 0, max: 5000, images: 2 },
        { kind: 'money', id: 'funds', label: { zh: '申请经费', en: 'Funds' }, required: true, min: 0 },
        { kind: 'choice', id: 'kind', label: { zh: '类型', en: 'Kind' }, required: false, options: [{ value: 'a', label: { zh: '甲', en: 'A' } }, { value: 'b', label: { zh: '乙', en: 'B' } }] },
        { kind: 'fact', id: 'unit', label: { zh: '申报单位', en: 'Unit' }, required: false, of: 'unit.name' },
        { kind: 'members', id: 'members', label: { zh: '项目参与人', en: 'Members' }, required: false, least: 0, most: 4 },
        {
          kind: 'table', id: 'budget', label: { zh: '预算', en: 'Budget' }, required: false, least: 0, most: 20, sums: ['amount'],
          columns: [{ kind: 'text', id: 'item', label: { zh: '科目', en: 'Item' }, required: true, max: 50 }, { kind: 'money', id: 'amount', label: { zh: '金额', en: 'Amount' }, required: true, min: 0 }],
        },
      ],
    },
    {
      id: 'papers', label: { zh: '附件', en: 'Papers' }, fields: [
        { kind: 'files', id: 'proof', label: { zh: '证明材料', en: 'Proof' }, required: false, types: ['pdf', 'jpg', 'png'], maxMegabytes: 1, least: 0, most: 2, signature: false },
        { kind: 'commitment', id: 'promise', label: { zh: '承诺', en: 'Promise' }, required: true, text: { zh: '所填内容真实。', en: 'All of this is true.' } },
      ],
    },
  ],
  rules: [],
}

/** A call that is open for a month from the clock of the server, published without the bureau's desk. */
export async function openCall(server: TestServer, more: Partial<CallDocument> = {}): Promise<string> {
  const { db } = server.tools
  const now = server.clock.now()
  const window = { opensAt: new Date(now.getTime() - 86_400_000).toISOString(), closesAt: new Date(now.getTime() + 30 * 86_400_000).toISOString() }
  const document = callDocument.parse({
    title: { zh: '2027年度软科学研究', en: 'Soft science 2027' }, category: { zh: '软科学', en: 'Soft science' }, text: [{ zh: '请按时填报。', en: 'Please be in time.' }],
    windows: { leader: window, department: window, unit: window }, chain: {}, form, ...more,
  })
  const id = newId()
  const by = (await db.selectFrom('account').select('id').limit(1).executeTakeFirstOrThrow()).id
  const json = JSON.stringify(document)
  await sql`insert into call (id, code, state, draft, title, made_by, made_at, changed_at) values (${id}, ${`T${id.slice(-8).toUpperCase()}`}, 'draft', ${json}::jsonb, ${document.title.zh}, ${by}, ${now}, ${now})`.execute(db)
  await publish(server, id, document)
  await sql`insert into call_window (call_id, level, nth, opens_at, closes_at, moved_at) values (${id}, 'leader', 1, ${window.opensAt}, ${window.closesAt}, ${now})`.execute(db)
  return id
}

/** The next version of a call. */
export async function publish(server: TestServer, id: string, document: CallDocument): Promise<void> {
  const json = JSON.stringify(document)
  const hash = createHash('sha256').update(json).digest('hex')
  await sql`
    with next as (insert into call_version (call_id, version, document, hash, published_by, published_at)
      select id, coalesce(published, 0) + 1, ${json}::jsonb, ${hash}, made_by, ${server.clock.now()} from call where id = ${id} returning version)
    update call set state = 'published', published = (select version from next), published_at = coalesce(published_at, ${server.clock.now()}) where id = ${id}`.execute(server.tools.db)
}

/** An empty draft of somebody, without the application around it. */
export async function draftOf(server: TestServer, leader: Filler, callId: string): Promise<string> {
  const id = newId()
  well(await within(server, async (tx) => {
    await openDraft(tx, platformCall(server), { id, callId, leaderId: leader.personId, accountId: leader.who.accountId })
    return id
  }))
  return id
}

/** A file of somebody who is signed in. */
export const uploads = <V extends Verb>(server: TestServer, by: Actor, verb: V, input: unknown, file: { name: string; bytes: Buffer }): Promise<Answered<OutputOf<V>>> =>
  clientOf(server.app, { host: 'kehui.example.org' }).upload(verb, input, file, by.visitor)
