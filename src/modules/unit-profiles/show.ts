import type { z } from 'zod'
import type { Actor } from '../../kernel/actor.ts'
import { opennessOf } from '../../kernel/why.ts'
import { labelOf, type CodeItem } from '../../codes/code-list.ts'
import { maskAccount, maskDocument } from '../../codes/mask.ts'
import type { Db } from '../../platform/db/database.ts'
import type { Call } from '../../platform/serve/call.ts'
import { waysToProve } from '../accounts/index.ts'
import type { Unit } from '../units/index.ts'
import { bankVerbs, secondPersonsOf, whyNot, type BankAccount, type BankSituation } from './bank-account.ts'
import { bankOf, keepersOf, namesOf } from './bank-store.ts'
import { named, namedField } from './coded.ts'
import type { unitProfilesContract } from './contract.ts'
import { bankOddities, profileOddities } from './findings.ts'
import { placeOf } from './place.ts'
import { situationOf } from './situation.ts'
import { emptyProfile, missingIn, type UnitProfile } from './unit-profile.ts'
import { profileOf } from './unit-profile-store.ts'

type Shown = z.input<(typeof unitProfilesContract)['unitProfile']['output']>

const item = (found: CodeItem | null) => found && { code: found.code, name: found.name, nameEn: labelOf(found, 'en') }

const showBank = (b: BankAccount, names: ReadonlyMap<string, string>) => ({
  id: b.id, version: b.version, state: b.state, accountName: b.accountName, accountNameReason: b.accountNameReason, bankName: b.bankName,
  bankAccount: maskAccount(b.bankAccount), bankCode: b.bankCode, proposedBy: names.get(b.proposedBy) ?? '', proposedAt: b.proposedAt.toISOString(),
  confirmedBy: b.confirmedBy && (names.get(b.confirmedBy) ?? ''), confirmedAt: b.confirmedAt?.toISOString() ?? null, confirmedHow: b.confirmedHow,
})

/** The change that waits: who may confirm it, and what is open to the actor, of the rest why not (N11). */
async function showPending(call: Call<unknown, Actor>, db: Db, b: BankAccount, s: BankSituation, names: ReadonlyMap<string, string>): Promise<Shown['pendingBank']> {
  const { can, closed } = opennessOf(bankVerbs, (verb) => whyNot(verb, s, call.actor))
  const second = secondPersonsOf(s)
  const waitsFor = (await keepersOf(db, s.unitId)).filter(({ accountId }) => second.some((one) => one.accountId === accountId))
  return {
    ...showBank(b, names), waitsFor: waitsFor.map(({ name, post }) => ({ name, post })), can, closed,
    stepUp: can.includes('confirmBankAlone') ? await waysToProve(db, call.tools.keyring, call.actor.accountId) : null,
  }
}

async function showFields({ tools }: Call<unknown, Actor>, db: Db, p: UnitProfile) {
  const at = p.updatedAt ?? tools.clock.now()
  const coded = (field: Parameters<typeof namedField>[2]) => namedField(db, tools, field, p[field], at)
  return {
    version: p.version, updatedAt: p.updatedAt?.toISOString() ?? null, fromRegistry: [...p.fromRegistry], registryAt: p.registryAt?.toISOString() ?? null,
    postalAddress: p.postalAddress, postCode: p.postCode, registeredOn: p.registeredOn, registeredCapital: p.registeredCapital, paidInCapital: p.paidInCapital,
    registrationType: await coded('registrationType'), unitNature: await coded('unitNature'), functionalZone: await coded('functionalZone'), industry: await coded('industry'),
    legalDocumentType: await named(db, tools, 'identity_document_type', p.legalDocument?.type ?? null, at), legalDocument: p.legalDocument && maskDocument(p.legalDocument.number),
    contactName: p.contactName, phone: p.phone, officePhone: p.officePhone, mail: p.mail, keywords: [...p.keywords],
  }
}

/** 单位信息 as the unit sees its own: the contact in clear, for it is the unit's to keep; P2 masked. */
export async function showProfile(call: Call<unknown, Actor>, unit: Unit): Promise<Shown> {
  const { tools, actor } = call
  const { db, keyring } = tools
  const [profile, bank, place] = [(await profileOf(db, keyring, unit.id)) ?? emptyProfile(unit.id), await bankOf(db, keyring, unit.id), await placeOf(db, tools, unit)]
  const situation = await situationOf(db, unit.id, bank.pending)
  const names = await namesOf(db, [bank.live, bank.pending].flatMap((b) => (b ? [b.proposedBy, b.confirmedBy] : [])))
  const at = { name: unit.name, province: place.province?.code ?? null, district: place.district?.code ?? null }
  const { can, closed } = opennessOf(['proposeBank'] as const, (verb) => whyNot(verb, situation, actor))
  const [home, homeEn] = [place.home?.name ?? '', place.home ? labelOf(place.home, 'en') : '']
  return {
    unit: {
      id: unit.id, name: unit.name, creditCode: unit.creditCode, legalRepresentative: unit.legalRepresentative,
      province: item(place.province), district: item(place.district), isHome: place.isHome, homeName: home, homeNameEn: homeEn,
    },
    ...(await showFields(call, db, profile)),
    bank: bank.live && showBank(bank.live, names),
    pendingBank: bank.pending && (await showPending(call, db, bank.pending, situation, names)),
    missing: profile.version === 0 ? [] : [...missingIn(profile), ...(bank.live ? [] : ['bank'])],
    warnings: [...profileOddities(profile, at), ...(bank.live ? bankOddities(bank.live, at) : [])],
    can: unit.status === 'active' ? ['changeUnitProfile', ...can] : [], closed,
  }
}
