import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/database.ts'
import { legalTypeOf } from '../../codes/org-nature.ts'
import { createCityAccount, grantMandate, renameAccount, takeOverPhone } from '../accounts/index.ts'
import { openAuthority } from '../authorities/index.ts'
import { currentRegion } from '../lists/index.ts'
import { fillFromRegistry } from '../unit-profiles/index.ts'
import { arriveUnit, takeOverRegistry } from '../units/index.ts'
import type { UnitStatus } from '../units/unit.ts'
import type { LegalFacts } from './claims.ts'
import { linkIdentity, unlinkIdentity } from './identity-journal.ts'
import { alone, identityOfAccount, type Identity } from './identity-store.ts'
import { authorityFor, knownAccount, unitWithCode } from './known-store.ts'
import { providerName } from './provider-name.ts'
import { told, type Coming, type Settled } from './coming.ts'

/** A unit that rests or has ended is not acted for, by whichever door. */
export const unitProblem = (status: UnitStatus | null): Refusal | null =>
  status === 'active' ? null : refuse(status === null ? 'city.no_unit' : `city.unit_${status}`, { status: 403 })

/** S2-24: what the registry answers for, and nobody edits. */
const greyFacts = ({ registeredOn, registeredCapital, paidInCapital, registrationType, legalDocument }: LegalFacts) =>
  ({ registeredOn, registeredCapital, paidInCapital, registrationType, legalDocument })

/** The registry says how the unit is called and who represents it: at the first link whatever differs, later what it says otherwise than before. */
export async function takeOverLegal(tx: Tx, call: Coming, unitId: string, said: LegalFacts, before: LegalFacts | null): Promise<string[] | Refusal> {
  const news = <T>(now: T, then: T | undefined): T | undefined => (before === null || now !== then ? now : undefined)
  const [name, legalRepresentative] = [news(said.name, before?.name), news(said.legalRepresentative, before?.legalRepresentative)]
  const changed: string[] = await takeOverRegistry(tx, call, unitId, { ...(name !== undefined && { name }), ...(legalRepresentative !== undefined && { legalRepresentative }) })
  const filled = await fillFromRegistry(tx, call, unitId, greyFacts(said))
  return isRefusal(filled) ? filled : [...changed, ...filled.changed]
}

/** S2-03: a legal entity that was here before. A credit code does not change: another one is another unit. */
export async function legalAgain(tx: Tx, call: Coming, identity: Identity, said: LegalFacts): Promise<string[] | Refusal> {
  const before = identity.said as LegalFacts
  const account = await knownAccount(tx, identity.accountId)
  // A unit that ended took its account's post with it; where it was handed over, another account keeps the unit.
  const status = account?.unitStatus ?? ((await unitWithCode(tx, before.creditCode))?.status === 'dissolved' ? 'dissolved' : null)
  const problem = unitProblem(status)
  if (problem) return problem
  if (!account?.unitId || said.creditCode !== account.creditCode) return refuse('city.credit_code_changed', { status: 403 })
  const taken = await takeOverLegal(tx, call, account.unitId, said, before)
  if (isRefusal(taken)) return taken
  if (said.contactName !== null && said.contactName !== before.contactName) {
    const renamed = await renameAccount(tx, call, identity.accountId, said.contactName)
    if (isRefusal(renamed)) return renamed
    taken.push('contactName')
  }
  if (said.phone !== null && said.phone !== before.phone && (await takeOverPhone(tx, call, identity.accountId, said.phone))) taken.push('phone')
  return taken
}

/**
 * E12: the unit was handed over since: another account keeps it now. The identity is the unit's, not the account's of
 * before: it goes, so that whoever comes proves the account of today, as at a first sign-in.
 */
export async function letGoOfFormerKeeper(tx: Tx, call: Coming, identity: Identity, said: LegalFacts): Promise<boolean> {
  const { creditCode } = identity.said as LegalFacts
  if (said.creditCode !== creditCode || (await knownAccount(tx, identity.accountId))?.unitId) return false
  const unit = await unitWithCode(tx, creditCode)
  if (unit?.status !== 'active' || !unit.keeper) return false
  await unlinkIdentity(tx, call, identity)
  const { zh, en } = await providerName(tx, call.tools)
  await told(tx, call, { ...identity, version: identity.version + 1 }, 'city.notice.unlinked', { provider: zh, providerEn: en })
  return true
}

/** S2-02, S2-03: a legal entity comes for the first time: its unit and the account are made, or the account that it has is asked for. */
export async function legalFirst(tx: Tx, call: Coming, shown: { issuer: string; subject: string }, said: LegalFacts): Promise<Settled | Refusal> {
  const { keyring } = call.tools
  await alone(tx, keyring, 'facts', said.creditCode)
  const unit = await unitWithCode(tx, said.creditCode)
  const problem = unit && unitProblem(unit.status)
  if (problem) return problem
  if (unit?.keeper) {
    if (await identityOfAccount(tx, keyring, shown.issuer, unit.keeper)) return refuse('city.unit_linked', { status: 409 })
    const known = await knownAccount(tx, unit.keeper)
    return known?.active ? { ask: unit.keeper, by: 'unit' } : refuse('city.account_disabled', { status: 403 })
  }
  const unitId = unit?.id ?? (await newUnit(tx, call, said))
  if (isRefusal(unitId)) return unitId
  const { accountId } = await createCityAccount(tx, call, { displayName: said.contactName ?? said.legalRepresentative, phone: said.phone, lang: call.request.lang })
  const granted = await grantMandate(tx, call, { accountId, post: 'unit_account', scopeId: unitId })
  if (isRefusal(granted)) return granted
  const taken = await takeOverLegal(tx, call, unitId, said, null)
  if (isRefusal(taken)) return taken
  const identity = await linkIdentity(tx, call, { ...shown, door: 'legal', accountId, said }, 'first')
  await told(tx, call, identity, 'city.notice.came_legal', { unit: said.name })
  return { accountId }
}

/** The unit of the registry, at the authority of its district, else the bureau; nature and type as its code tells them. */
async function newUnit(tx: Tx, call: Coming, said: LegalFacts): Promise<string | Refusal> {
  const district = await districtOf(tx, call, said)
  const authorityId = await authorityFor(tx, district)
  const authority = authorityId === null ? refuse('city.no_authority', { status: 409 }) : await openAuthority(tx, authorityId)
  if (isRefusal(authority)) return authority
  const { type, nature } = legalTypeOf(said.creditCode)
  const address = said.address ?? ''
  return arriveUnit(tx, call, {
    name: said.name, creditCode: said.creditCode, creditCodeByHand: false, legalNature: nature, legalType: type, legalRepresentative: said.legalRepresentative,
    authorityId: authority.id, registeredDistrict: district, registeredAddress: address, locatedDistrict: district, locatedAddress: address,
  })
}

/** Where the registry says that it lies, else where its code was given, if that district is one of today's; empty where neither is. */
async function districtOf(tx: Tx, { tools }: Coming, { district, creditCode }: LegalFacts): Promise<string> {
  for (const code of [district, creditCode.slice(2, 8)]) {
    // Of whichever province: a unit from elsewhere may take part as well.
    if (code !== null && (await currentRegion(tx, tools.config, code, undefined, `${code.slice(0, 2)}0000`)) === null) return code
  }
  return ''
}
