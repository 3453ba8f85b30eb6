import type { Selectable, Updateable } from 'kysely'
import { documentForComparison, isDocumentType } from '../../codes/identity-document.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Profile as ProfileTable, ProfileRevision as RevisionTable } from '../../platform/db/tables.ts'
import type { Keyring } from '../../platform/seal/keyring.ts'
import type { SealedColumn } from '../../platform/seal/rotate.ts'
import { comparable, documentBlind } from '../people/index.ts'
import type { Document, Draft, Plain } from './fields.ts'
import type { Profile, Revision } from './profile.ts'

/** Columns that hold ciphertext, by the field they keep. */
const sealedPlain = { ethnicGroup: 'ethnic_group', politicalStatus: 'political_status', officePhone: 'office_phone', qq: 'qq', wechat: 'wechat' } as const
const contextOf = (column: string) => `profile.${column}`

export const textOf = ({ type, number }: Document): string => `${type} ${number}`
export function documentIn(text: string): Document {
  const [type = '', number = ''] = text.split(' ')
  return { type, number }
}

export const last4Blind = (keyring: Keyring, last4: string): string => keyring.blind(last4, 'document_last4')

/** For the rotation of keys. */
export const profileSealed: readonly SealedColumn[] = [
  ...[...Object.values(sealedPlain), 'draft'].map((column) => ({ table: 'profile', key: 'person_id', column, context: contextOf(column) })),
  {
    table: 'profile_revision', key: 'person_id', column: 'document', context: 'profile_revision.document',
    blind: [{ column: 'document_blind', context: 'document', of: (plain: string) => comparable(documentIn(plain)) }],
  },
]

const sealedOrNull = (keyring: Keyring, column: string, value: string | null) => value && keyring.seal(value, contextOf(column))
const openOrNull = (keyring: Keyring, column: string, value: string | null) => value && keyring.open(value, contextOf(column))

/** The values that need no review as their columns hold them. */
export const plainColumns = (keyring: Keyring, plain: Plain) => ({
  sex: plain.sex, nationality: plain.nationality, birth_date: plain.birthDate, specialty: plain.specialty,
  ethnic_group: sealedOrNull(keyring, 'ethnic_group', plain.ethnicGroup), political_status: sealedOrNull(keyring, 'political_status', plain.politicalStatus),
  office_phone: sealedOrNull(keyring, 'office_phone', plain.officePhone), qq: sealedOrNull(keyring, 'qq', plain.qq), wechat: sealedOrNull(keyring, 'wechat', plain.wechat),
})

export const profileIn = (row: Selectable<ProfileTable>, keyring: Keyring): Profile => ({
  personId: row.person_id, version: row.version, approvedVersion: row.approved_version, approvedAt: row.approved_at,
  plain: {
    sex: row.sex, nationality: row.nationality, birthDate: row.birth_date, specialty: row.specialty,
    ethnicGroup: openOrNull(keyring, 'ethnic_group', row.ethnic_group), politicalStatus: openOrNull(keyring, 'political_status', row.political_status),
    officePhone: openOrNull(keyring, 'office_phone', row.office_phone), qq: openOrNull(keyring, 'qq', row.qq), wechat: openOrNull(keyring, 'wechat', row.wechat),
  },
})

export async function profileOf(db: Db, keyring: Keyring, personId: string): Promise<Profile | null> {
  const row = await db.selectFrom('profile').selectAll().where('person_id', '=', personId).executeTakeFirst()
  return row ? profileIn(row, keyring) : null
}

/** The same, locked: every deed on somebody's personal information takes this row first, then his lines in the review lists. */
export async function profileForUpdate(tx: Tx, keyring: Keyring, personId: string): Promise<Profile | null> {
  const row = await tx.selectFrom('profile').selectAll().where('person_id', '=', personId).forUpdate().executeTakeFirst()
  return row ? profileIn(row, keyring) : null
}

export const insertProfile = (tx: Tx, keyring: Keyring, p: Profile, at: Date) =>
  tx.insertInto('profile').values({ person_id: p.personId, version: p.version, ...plainColumns(keyring, p.plain), created_at: at, updated_at: at })
    .onConflict((on) => on.constraint('profile_pkey').doNothing()).returning('person_id').executeTakeFirst()

/** Writes the next version of a row that the caller holds locked. */
export const saveProfile = (tx: Tx, personId: string, version: number, columns: Updateable<ProfileTable>): Promise<unknown> =>
  tx.updateTable('profile').set({ ...columns, version }).where('person_id', '=', personId).where('version', '=', version - 1).executeTakeFirstOrThrow()

export async function draftOf(db: Db, keyring: Keyring, personId: string): Promise<{ fields: Draft; at: Date } | null> {
  const row = await db.selectFrom('profile').select(['draft', 'drafted_at']).where('person_id', '=', personId).executeTakeFirst()
  return row?.draft && row.drafted_at ? { fields: JSON.parse(keyring.open(row.draft, contextOf('draft'))) as Draft, at: row.drafted_at } : null
}

/** Beside the versions: an autosave is no event. */
export const saveDraft = (tx: Tx, keyring: Keyring, personId: string, fields: Draft | null, at: Date): Promise<unknown> =>
  tx.updateTable('profile').set(fields ? { draft: keyring.seal(JSON.stringify(fields), contextOf('draft')), drafted_at: at } : { draft: null, drafted_at: null })
    .where('person_id', '=', personId).execute()

export const revisionIn = (row: Selectable<RevisionTable>, keyring: Keyring): Revision => ({
  personId: row.person_id, version: row.version, unitId: row.unit_id, unitName: row.unit_name,
  secondaryUnitId: row.secondary_unit_id, secondaryUnitName: row.secondary_unit_name,
  document: documentIn(keyring.open(row.document, 'profile_revision.document')),
  education: row.education, degree: row.degree, title: row.title, position: row.position, submittedAt: row.submitted_at, submittedBy: row.submitted_by,
})

export async function revisionOf(db: Db, keyring: Keyring, personId: string, version: number | null): Promise<Revision | null> {
  if (version === null) return null
  const row = await db.selectFrom('profile_revision').selectAll().where('person_id', '=', personId).where('version', '=', version).executeTakeFirst()
  return row ? revisionIn(row, keyring) : null
}

export async function lastRevision(db: Db, keyring: Keyring, personId: string): Promise<Revision | null> {
  const row = await db.selectFrom('profile_revision').selectAll().where('person_id', '=', personId).orderBy('version', 'desc').limit(1).executeTakeFirst()
  return row ? revisionIn(row, keyring) : null
}

export const insertRevision = (tx: Tx, keyring: Keyring, r: Revision): Promise<unknown> =>
  tx.insertInto('profile_revision').values({
    person_id: r.personId, version: r.version, unit_id: r.unitId, unit_name: r.unitName, secondary_unit_id: r.secondaryUnitId, secondary_unit_name: r.secondaryUnitName,
    document_type: r.document.type, document: keyring.seal(textOf(r.document), 'profile_revision.document'), document_blind: documentBlind(keyring, r.document),
    education: r.education, degree: r.degree, title: r.title, position: r.position, submitted_at: r.submittedAt, submitted_by: r.submittedBy,
  }).execute()

/** E16: whether two documents are of one human's one card. */
export const isSameDocument = (a: Document | null, b: Document): boolean =>
  a?.type === b.type && (isDocumentType(a.type) ? documentForComparison(a.type, a.number) === documentForComparison(a.type, b.number) : a.number === b.number)
