import type { Insertable, Selectable } from 'kysely'
import { capital } from '../../codes/money.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { UnitProfile as UnitProfileTable } from '../../platform/db/tables.ts'
import type { Keyring } from '../../platform/seal/keyring.ts'
import type { SealedColumn } from '../../platform/seal/rotate.ts'
import { registryFields, type UnitProfile } from './unit-profile.ts'

const sealed = ['legal_document', 'contact_phone', 'contact_office_phone', 'contact_mail'] as const
const contextOf = (column: (typeof sealed)[number]) => `unit_profile.${column}`

/** For the rotation of keys. */
export const profileSealed: readonly SealedColumn[] = sealed.map((column) => ({ table: 'unit_profile', key: 'unit_id', column, context: contextOf(column) }))

/** numeric(14,6) comes with its six decimals: the canonical form has none that are needless. */
const amountIn = (raw: string | null): string | null => {
  const checked = capital(raw ?? '')
  return checked.ok ? checked.value : null
}

/** The row as the law knows it. */
function profileIn(row: Selectable<UnitProfileTable>, keyring: Keyring): UnitProfile {
  const open = (column: (typeof sealed)[number]) => {
    const kept = row[column]
    return kept === null ? null : keyring.open(kept, contextOf(column))
  }
  const number = open('legal_document')
  return {
    unitId: row.unit_id, version: row.version, fromRegistry: registryFields.filter((field) => row.from_registry.includes(field)),
    registryAt: row.registry_at, updatedAt: row.updated_at,
    postalAddress: row.postal_address, postCode: row.post_code, registeredOn: row.registered_on, registeredCapital: amountIn(row.registered_capital),
    paidInCapital: amountIn(row.paid_in_capital), registrationType: row.registration_type, unitNature: row.unit_nature,
    legalDocument: number !== null && row.legal_document_type !== null ? { type: row.legal_document_type, number } : null,
    functionalZone: row.functional_zone, industry: row.industry, contactName: row.contact_name,
    phone: open('contact_phone'), officePhone: open('contact_office_phone'), mail: open('contact_mail'), keywords: row.keywords,
  }
}

function columnsOf(keyring: Keyring, p: UnitProfile): Omit<Insertable<UnitProfileTable>, 'unit_id'> {
  const seal = (column: (typeof sealed)[number], value: string | null | undefined) => (value == null ? null : keyring.seal(value, contextOf(column)))
  return {
    version: p.version, from_registry: [...p.fromRegistry], registry_at: p.registryAt, updated_at: p.updatedAt ?? undefined,
    postal_address: p.postalAddress, post_code: p.postCode, registered_on: p.registeredOn, registered_capital: p.registeredCapital,
    paid_in_capital: p.paidInCapital, registration_type: p.registrationType, unit_nature: p.unitNature,
    legal_document_type: p.legalDocument?.type ?? null, legal_document: seal('legal_document', p.legalDocument?.number),
    functional_zone: p.functionalZone, industry: p.industry, contact_name: p.contactName, contact_phone: seal('contact_phone', p.phone),
    contact_office_phone: seal('contact_office_phone', p.officePhone), contact_mail: seal('contact_mail', p.mail), keywords: [...p.keywords],
  }
}

/** What a unit told of itself; null where it never did. */
export async function profileOf(db: Db, keyring: Keyring, unitId: string): Promise<UnitProfile | null> {
  const row = await db.selectFrom('unit_profile').selectAll().where('unit_id', '=', unitId).executeTakeFirst()
  return row ? profileIn(row, keyring) : null
}

/** Keeps the next version of what was seen; false where somebody was faster (I8). */
export async function saveProfile(tx: Tx, keyring: Keyring, after: UnitProfile): Promise<boolean> {
  const columns = columnsOf(keyring, after)
  const saved = after.version === 1
    ? await tx.insertInto('unit_profile').values({ unit_id: after.unitId, ...columns }).onConflict((on) => on.column('unit_id').doNothing()).returning('unit_id').executeTakeFirst()
    : await tx.updateTable('unit_profile').set(columns).where('unit_id', '=', after.unitId).where('version', '=', after.version - 1).returning('unit_id').executeTakeFirst()
  return saved !== undefined
}
