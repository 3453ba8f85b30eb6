import type { Config } from '../../config.ts'
import type { Db } from '../../platform/db/database.ts'
import { settingOf, type SettingKey } from '../settings/index.ts'

const keys = {
  kind: 'identity.claim_kind', kindLegal: 'identity.kind_legal', kindPerson: 'identity.kind_person',
  creditCode: 'identity.claim_credit_code', unitName: 'identity.claim_unit_name', representative: 'identity.claim_representative',
  representativeDocumentType: 'identity.claim_representative_document_type', representativeDocument: 'identity.claim_representative_document',
  registrationType: 'identity.claim_registration_type', registeredCapital: 'identity.claim_registered_capital',
  paidInCapital: 'identity.claim_paid_in_capital', registeredOn: 'identity.claim_registered_on', district: 'identity.claim_district',
  address: 'identity.claim_address', name: 'identity.claim_name', documentType: 'identity.claim_document_type', document: 'identity.claim_document',
  phone: 'identity.claim_phone', documentTypes: 'identity.document_types',
} as const satisfies Record<string, SettingKey>

/** What the provider calls the facts that we need: settings, since every city calls them otherwise. */
export type ClaimNames = { readonly [K in keyof typeof keys]: string }

export async function claimNames(db: Db, config: Config): Promise<ClaimNames> {
  const named = await Promise.all(Object.entries(keys).map(async ([name, key]) => [name, await settingOf(db, config, key)] as const))
  return Object.fromEntries(named) as Record<keyof typeof keys, string>
}
