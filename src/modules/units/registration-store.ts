import { sql, type Selectable } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { UnitRegistration } from '../../platform/db/tables.ts'
import type { Keyring } from '../../platform/seal/keyring.ts'
import { overtaken, type Refusal } from '../../kernel/refusal.ts'
import { unitNameForComparison, unitNameSkeleton } from '../../codes/unit-name.ts'
import type { Mark, Registration, RegistrationState } from './registration.ts'

const sealedIn = { mail: 'unit_registration.contact_mail', phone: 'unit_registration.contact_phone' }

/** The row as the law knows it. */
export function registrationOf(row: Selectable<UnitRegistration>, keyring: Keyring): Registration {
  return {
    id: row.id,
    accountId: row.account_id,
    state: row.state as RegistrationState,
    version: row.version,
    step: row.step as Registration['step'],
    form: {
      name: row.name,
      creditCode: row.credit_code,
      creditCodeByHand: row.credit_code_by_hand,
      legalNature: row.legal_nature,
      legalType: row.legal_type,
      legalRepresentative: row.legal_representative,
      authorityId: row.authority_id,
      registeredDistrict: row.registered_district,
      registeredAddress: row.registered_address,
      locatedDistrict: row.located_district,
      locatedAddress: row.located_address,
    },
    contact: {
      name: row.contact_name,
      mail: keyring.open(row.contact_mail, sealedIn.mail),
      phone: keyring.open(row.contact_phone, sealedIn.phone),
    },
    licenceId: row.licence_id,
    deskId: row.desk_id,
    marks: row.marks as unknown as Mark[],
    decisionNote: row.decision_note,
    unitId: row.unit_id,
    createdAt: row.created_at,
    savedAt: row.saved_at,
    expiresAt: row.expires_at,
    submittedAt: row.submitted_at,
    decidedAt: row.decided_at,
  }
}

/** The columns that a deed may change. */
function columnsOf(r: Registration, keyring: Keyring) {
  return {
    state: r.state,
    version: r.version,
    step: r.step,
    name: r.form.name,
    name_key: r.form.name && unitNameForComparison(r.form.name),
    name_skeleton: r.form.name && unitNameSkeleton(r.form.name),
    credit_code: r.form.creditCode,
    credit_code_by_hand: r.form.creditCodeByHand,
    legal_nature: r.form.legalNature,
    legal_type: r.form.legalType,
    legal_representative: r.form.legalRepresentative,
    authority_id: r.form.authorityId,
    registered_district: r.form.registeredDistrict,
    registered_address: r.form.registeredAddress,
    located_district: r.form.locatedDistrict,
    located_address: r.form.locatedAddress,
    contact_name: r.contact.name,
    contact_mail: keyring.seal(r.contact.mail, sealedIn.mail),
    contact_phone: keyring.seal(r.contact.phone, sealedIn.phone),
    contact_phone_blind: keyring.blind(r.contact.phone, 'phone'),
    contact_phone_last4_blind: keyring.blind(r.contact.phone.slice(-4), 'phone_last4'),
    licence_id: r.licenceId,
    desk_id: r.deskId,
    marks: JSON.stringify(r.marks),
    decision_note: r.decisionNote,
    unit_id: r.unitId,
    saved_at: r.savedAt,
    expires_at: r.expiresAt,
    warned_at: null,
    submitted_at: r.submittedAt,
    decided_at: r.decidedAt,
  }
}

export async function insertRegistration(tx: Tx, keyring: Keyring, r: Registration): Promise<void> {
  await tx
    .insertInto('unit_registration')
    .values({
      id: r.id,
      account_id: r.accountId,
      ...columnsOf(r, keyring),
      created_at: r.createdAt,
    })
    .execute()
}

/** Keeps the next version; somebody who was faster makes it `overtaken` (I5, I8). */
export async function saveRegistration(tx: Tx, keyring: Keyring, r: Registration): Promise<Refusal | null> {
  const saved = await tx
    .updateTable('unit_registration').set(columnsOf(r, keyring))
    .where('id', '=', r.id).where('version', '=', r.version - 1)
    .returning('id').executeTakeFirst()
  return saved ? null : overtaken()
}

/** One registration, locked for the deed. Reach is decided by `rolesOf` on what comes back. */
export async function registrationForUpdate(tx: Tx, keyring: Keyring, id: string): Promise<Registration | null> {
  const row = await tx.selectFrom('unit_registration').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? registrationOf(row, keyring) : null
}

export async function registrationById(db: Db, keyring: Keyring, id: string): Promise<Registration | null> {
  const row = await db.selectFrom('unit_registration').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? registrationOf(row, keyring) : null
}

/** The newest registration of an account: after a refusal a second one may have begun. */
export async function registrationOfAccount(db: Db, keyring: Keyring, accountId: string): Promise<Registration | null> {
  const row = await db
    .selectFrom('unit_registration').selectAll()
    .where('account_id', '=', accountId).orderBy('created_at', 'desc').orderBy('id', 'desc').limit(1)
    .executeTakeFirst()
  return row ? registrationOf(row, keyring) : null
}

/** Drafts whose time is over, oldest first, locked; another worker's are skipped (E07). */
export async function draftsToExpire(tx: Tx, keyring: Keyring, now: Date, most: number): Promise<Registration[]> {
  const rows = await tx
    .selectFrom('unit_registration').selectAll()
    .where('state', '=', 'draft').where('expires_at', '<=', now)
    .orderBy('expires_at').limit(most).forUpdate().skipLocked().execute()
  return rows.map((row) => registrationOf(row, keyring))
}

/** Drafts that end before `soon` and were not warned since their last save; marked as warned with the same look. */
export async function draftsToWarn(tx: Tx, keyring: Keyring, now: Date, soon: Date, most: number): Promise<Registration[]> {
  const rows = await tx
    .selectFrom('unit_registration').selectAll()
    .where('state', '=', 'draft').where('expires_at', '<=', soon).where('warned_at', 'is', null)
    .orderBy('expires_at').limit(most).forUpdate().skipLocked().execute()
  if (rows.length > 0) await tx.updateTable('unit_registration').set({ warned_at: now }).where('id', 'in', rows.map((row) => row.id)).execute()
  return rows.map((row) => registrationOf(row, keyring))
}

/** How long the desk usually takes, in days: the median of its last hundred decisions; null before the fifth. */
export async function usualDaysOf(db: Db, deskId: string): Promise<number | null> {
  const { rows } = await sql<{ days: number | null; n: number }>`
    select percentile_cont(0.5) within group (order by extract(epoch from decided_at - submitted_at) / 86400)::float8 as days,
           count(*)::int as n
    from (select decided_at, submitted_at from unit_registration
          where desk_id = ${deskId} and state in ('approved','returned','refused') and decided_at is not null and submitted_at is not null
          order by decided_at desc limit 100) as d`.execute(db)
  const found = rows[0]
  return found && found.n >= 5 && found.days !== null ? Math.max(1, Math.round(found.days)) : null
}
