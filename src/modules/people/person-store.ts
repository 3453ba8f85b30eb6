import type { Selectable } from 'kysely'
import { documentForComparison, isDocumentType } from '../../codes/identity-document.ts'
import { overtaken, type Refusal } from '../../kernel/refusal.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Person as PersonTable } from '../../platform/db/tables.ts'
import type { Keyring } from '../../platform/seal/keyring.ts'
import type { SealedColumn } from '../../platform/seal/rotate.ts'
import type { Document, Person, PersonState } from './person.ts'

export type PersonRow = Selectable<PersonTable>

const context = 'person.document'
const reasonContext = 'person.state_reason'

/** Kind and number are sealed as one text, `ID 11010119900307721X`: the blind index depends on both, and keys are changed by the text alone. */
const textOf = ({ type, number }: Document): string => `${type} ${number}`
function documentIn(text: string): Document {
  const [type = '', number = ''] = text.split(' ')
  return { type, number }
}

/** One human, one form, whatever is printed behind it (E16). */
export const comparable = ({ type, number }: Document): string =>
  `${type} ${isDocumentType(type) ? documentForComparison(type, number) : number}`

export const documentBlind = (keyring: Keyring, document: Document): string => keyring.blind(comparable(document), 'document')
const last4Of = ({ number }: Document): string => number.slice(-4)

/** Sealed and blind forms of a document, as the columns of `person` hold them. */
export const documentColumns = (keyring: Keyring, document: Document | null) => ({
  document_type: document?.type ?? null,
  document: document && keyring.seal(textOf(document), context),
  document_blind: document && documentBlind(keyring, document),
  document_last4_blind: document && keyring.blind(last4Of(document), 'document_last4'),
})

/** For the rotation of keys. */
export const personSealed: readonly SealedColumn[] = [{
  table: 'person', key: 'id', column: 'document', context,
  blind: [
    { column: 'document_blind', context: 'document', of: (plain) => comparable(documentIn(plain)) },
    { column: 'document_last4_blind', context: 'document_last4', of: (plain) => last4Of(documentIn(plain)) },
  ],
}, { table: 'person', key: 'id', column: 'state_reason', context: reasonContext }]

/** What a unit or the support wrote about somebody is for those two and the person. */
export const sealedReason = (keyring: Keyring, reason: string): string | null => (reason ? keyring.seal(reason, reasonContext) : null)

/** The row as the law knows it. */
export const personIn = (row: PersonRow, keyring: Keyring): Person => ({
  id: row.id, accountId: row.account_id, userName: row.user_name, name: row.name,
  document: row.document === null ? null : documentIn(keyring.open(row.document, context)),
  state: row.state as PersonState, version: row.version, unitId: row.unit_id, place: row.place,
  reason: row.state_reason === null ? '' : keyring.open(row.state_reason, reasonContext),
  since: row.state_since, joinedAt: row.joined_at, vouchedAt: row.vouched_at, provenAt: row.document_proven_at, createdAt: row.created_at,
})

/** The columns that every deed may change. */
export const columnsOf = (keyring: Keyring, p: Person) => ({
  state: p.state, version: p.version, unit_id: p.unitId, place: p.place, state_reason: sealedReason(keyring, p.reason), state_since: p.since,
  joined_at: p.joinedAt, vouched_at: p.vouchedAt, document_proven_at: p.provenAt,
})

export const insertPerson = (tx: Tx, keyring: Keyring, p: Person): Promise<unknown> =>
  tx.insertInto('person').values({
    id: p.id, account_id: p.accountId, user_name: p.userName, name: p.name, ...documentColumns(keyring, p.document), ...columnsOf(keyring, p), created_at: p.createdAt,
  }).execute()

/** Who somebody is, where the support corrected it; the new number is compared as one that was just typed (S1-N1). */
function whoChanged(keyring: Keyring, before: Person, after: Person) {
  const isOther = before.document?.type !== after.document?.type || before.document?.number !== after.document?.number
  return { ...(after.name !== before.name && { name: after.name }), ...(isOther && { ...documentColumns(keyring, after.document), compared_at: null }) }
}

/** Keeps the next version; somebody who was faster makes it `overtaken` (I5, I8). Only what changed is written. */
export async function savePerson(tx: Tx, keyring: Keyring, before: Person, after: Person): Promise<Refusal | null> {
  // A reason is sealed anew each time, and is no change for that.
  const { state_reason, ...columns } = columnsOf(keyring, after)
  const was: Record<string, unknown> = columnsOf(keyring, before)
  const changed = Object.fromEntries(Object.entries(columns).filter(([column, value]) => value !== was[column]))
  const saved = await tx
    .updateTable('person').set({ ...changed, ...(after.reason !== before.reason && { state_reason }), ...whoChanged(keyring, before, after) })
    .where('id', '=', after.id).where('version', '=', before.version)
    .returning('id').executeTakeFirst()
  return saved ? null : overtaken()
}

const ofUnit = (db: Db, unitId: string, id: string) =>
  db.selectFrom('person').selectAll().where('id', '=', id).where('unit_id', '=', unitId)

/** One person of this unit, locked for the deed; null where it is not one of the unit's, now. */
export async function personForUpdate(tx: Tx, keyring: Keyring, unitId: string, id: string): Promise<Person | null> {
  const row = await ofUnit(tx, unitId, id).forUpdate().executeTakeFirst()
  return row ? personIn(row, keyring) : null
}

/** The same without a lock, for who only looks. */
export async function personOfUnit(db: Db, keyring: Keyring, unitId: string, id: string): Promise<Person | null> {
  const row = await ofUnit(db, unitId, id).executeTakeFirst()
  return row ? personIn(row, keyring) : null
}

/** The person that an account is; null for accounts of units and of staff. */
export async function personOfAccount(db: Db, keyring: Keyring, accountId: string): Promise<Person | null> {
  const row = await db.selectFrom('person').selectAll().where('account_id', '=', accountId).executeTakeFirst()
  return row ? personIn(row, keyring) : null
}

/** The same, locked for the deed. */
export async function ownForUpdate(tx: Tx, keyring: Keyring, accountId: string): Promise<Person | null> {
  const row = await tx.selectFrom('person').selectAll().where('account_id', '=', accountId).forUpdate().executeTakeFirst()
  return row ? personIn(row, keyring) : null
}

export async function lastSignedInAt(db: Db, accountId: string): Promise<Date | null> {
  const row = await db.selectFrom('account').select('last_signed_in_at').where('id', '=', accountId).executeTakeFirst()
  return row?.last_signed_in_at ?? null
}
