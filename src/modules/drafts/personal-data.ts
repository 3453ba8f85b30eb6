import { sql } from 'kysely'
import { maskMobile } from '../../codes/mask.ts'
import type { Db } from '../../platform/db/database.ts'
import { sectionOf, type OwnCall, type PersonalData, type PersonalFact, type PersonalSection } from '../../platform/personal-data.ts'
import type { Field, FieldValue } from '../calls/form/definition.ts'
import { plainText } from '../calls/form/rich.ts'
import { fieldsOf } from './field-store.ts'
import { filesOf } from './file-store.ts'
import { formOfCall } from './form-of-call.ts'
import { phoneOf, type MemberRow } from './member-store.ts'

/** A value as one reads it; of tables their cells, in the order of their rows. */
function said(value: FieldValue): string {
  if (value === null || typeof value !== 'object') return String(value ?? '')
  if ('type' in value) return plainText(value)
  if ('from' in value) return `${value.from} - ${value.to}`
  return value.map((one) => (typeof one === 'string' ? one : Object.values(one.cells).filter((cell) => cell !== null).join(', '))).join('; ')
}

const answerOf = (field: Field | undefined, id: string, value: FieldValue): PersonalFact => {
  const [zh, en] = [field?.label.zh ?? id, field?.label.en || (field?.label.zh ?? id)]
  return { label: 'drafts.data.answer', value: { zh: `${zh}：${said(value)}`, en: `${en}: ${said(value)}` } }
}

/** Applications that somebody writes as leader: what he typed and uploaded, submitted or not. */
async function drafts(db: Db, { tools, actor }: OwnCall, most: number): Promise<PersonalSection[]> {
  const rows = await db.selectFrom('draft as d').innerJoin('call as c', 'c.id', 'd.call_id').select(['d.id', 'd.call_id as callId', sql<number>`c.published`.as('callVersion'), 'd.lock', 'd.begun_at', 'd.saved_at'])
    .where('d.account_id', '=', actor.accountId).orderBy('d.begun_at', 'desc').orderBy('d.id').limit(most + 1).execute()
  if (rows.length === 0) return []
  const facts = new Map<string, PersonalFact[]>()
  for (const row of rows.slice(0, most)) {
    const form = await formOfCall(db, tools, row)
    const { zh, en } = form.document.title
    facts.set(row.id, [
      { label: 'drafts.data.call', value: { zh, en: en || zh } }, { label: 'myData.field.at', value: row.begun_at }, { label: 'myData.field.savedAt', value: row.saved_at },
      { label: 'myData.field.state', value: { word: `drafts.data.state.${row.lock}` } },
      ...(await fieldsOf(db, row.id)).filter(({ value }) => value !== null).map(({ field, value }) => answerOf(form.field(field), field, value as FieldValue)),
      ...(await filesOf(db, row.id)).map(({ name }): PersonalFact => ({ label: 'drafts.data.file', value: name })),
    ])
  }
  return [sectionOf('drafts.data.drafts', rows, most, ({ id }) => ({ id, facts: facts.get(id) ?? [] }))]
}

/** Invitations that somebody answered: what a leader wrote of him. */
async function invitations(db: Db, { tools, actor }: OwnCall, most: number): Promise<PersonalSection[]> {
  const { rows } = await sql<MemberRow & { leader: string }>`
    select m.*, l.name as leader from draft_member m join draft d on d.id = m.draft_id join person l on l.id = d.leader_id
    where m.account_id = ${actor.accountId} order by m.invited_at desc, m.id limit ${most + 1}`.execute(db)
  if (rows.length === 0) return []
  return [sectionOf('drafts.data.invitations', rows, most, (row) => {
    const phone = phoneOf(tools.keyring, row)
    return {
      id: row.id,
      facts: [
        { label: 'drafts.data.leader', value: row.leader }, { label: 'myData.field.name', value: row.name },
        { label: 'myData.field.phone', value: { whole: phone, masked: maskMobile(phone) } }, { label: 'drafts.data.task', value: row.task },
        { label: 'myData.field.unit', value: row.unit_name }, { label: 'myData.field.title', value: row.title },
        { label: 'myData.field.state', value: { word: `drafts.data.state.${row.state}` } }, { label: 'myData.field.at', value: row.invited_at },
      ],
    }
  })]
}

export const draftsPersonalData: PersonalData = {
  shows: ['draft_field.value', 'draft_file.name', 'draft_member.name', 'draft_member.phone', 'draft_member.task', 'draft_member.title'],
  of: async (db, call, most) => [...(await drafts(db, call, most)), ...(await invitations(db, call, most))],
}
