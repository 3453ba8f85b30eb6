import type { Db } from '../../platform/db/database.ts'
import type { Tools } from '../../platform/tools.ts'
import type { Content, FieldValue, FileShown, MemberShown, Values } from '../calls/form/definition.ts'
import { imagesOf } from '../calls/form/rich.ts'
import { draftById } from './draft-store.ts'
import { factsOf } from './facts.ts'
import { fieldsOf, type FieldRow } from './field-store.ts'
import { filesOf, type FileRow } from './file-store.ts'
import { membersOf, type MemberRow } from './member-store.ts'

export const memberShown = (row: MemberRow): MemberShown => ({
  id: row.id, name: row.name, unit: row.unit_name, title: row.title, role: 'member', task: row.task, months: row.months === null ? null : Number(row.months),
  state: row.state as MemberShown['state'],
})
export const fileShown = (row: FileRow): FileShown => ({
  id: row.id, fieldId: row.field, name: row.name, kind: row.kind as FileShown['kind'], bytes: row.bytes, sha256: row.sha256, pages: row.pages, state: row.state as FileShown['state'],
})

const valuesIn = (rows: readonly FieldRow[]): Values =>
  Object.fromEntries(rows.filter(({ value }) => value !== null).map(({ field, value }): [string, FieldValue] => [field, value as FieldValue]))

/** A picture belongs to the content while its text shows it; attachments as long as they stand there. */
export function filesIn(files: readonly FileRow[], values: Values): FileRow[] {
  const shown = (file: FileRow) => {
    const text = values[file.field]
    const isText = typeof text === 'object' && text !== null && 'type' in text && text.type === 'doc'
    return isText ? imagesOf(text).includes(file.id) : !file.is_picture
  }
  return files.filter((file) => file.state !== 'refused' && shown(file))
}

/**
 * A draft as checker, desk and printer see it (N15): values, facts as of now, members on the list and files that were not
 * refused. `full` (E58) is not said here: whether somebody has a place is the applications room's to know. null where there is none (any more).
 */
export async function contentOf(db: Db, tools: Tools, id: string): Promise<Content | null> {
  const draft = await draftById(db, id)
  if (!draft) return null
  const values = valuesIn(await fieldsOf(db, id))
  return {
    values, facts: await factsOf(db, tools, draft.leaderId, draft.unitId), members: (await membersOf(db, id)).map(memberShown),
    files: filesIn(await filesOf(db, id), values).map(fileShown),
  }
}
