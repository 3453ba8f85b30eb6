import type { Actor } from '../../kernel/actor.ts'
import type { Finding } from '../../kernel/check.ts'
import { isRefusal, overtaken, refuse, unseen, type Refusal } from '../../kernel/refusal.ts'
import { deed } from '../../platform/deed.ts'
import type { Db } from '../../platform/db/database.ts'
import type { Call, Handlers } from '../../platform/serve/call.ts'
import { activeUnitForShare, unitOf, type Unit } from '../units/index.ts'
import { endedCodes } from './coded.ts'
import type { unitProfilesContract } from './contract.ts'
import { factsIn } from './fill-in.ts'
import { placeOf } from './place.ts'
import { proposeBank } from './propose.ts'
import { showProfile } from './show.ts'
import { happenToProfile } from './unit-profile-journal.ts'
import { profileOf } from './unit-profile-store.ts'
import { changesIn, emptyProfile, greyChanges, type Change, type UnitProfile } from './unit-profile.ts'

type Verbs = Handlers<typeof unitProfilesContract>

/** The unit that is acted for. */
export const ownUnit = (db: Db, { actor }: { actor: Actor }): Promise<Unit | null> => unitOf(db, actor.mandate?.scopeId ?? '')

export const unitProfile: Verbs['unitProfile'] = async (call) => {
  const unit = await ownUnit(call.tools.db, call)
  return unit ? showProfile(call, unit) : unseen()
}

/** What is wrong beside the fields of a form: a grey one that would change (S2-24), a code that has ended (E06). */
async function problemsOf(db: Db, call: Call, unit: Unit, profile: UnitProfile, changes: readonly Change[]): Promise<Record<string, Finding>> {
  const { province } = await placeOf(db, call.tools, unit)
  const grey = greyChanges(profile, changes)
  const ended = (await endedCodes(db, call.tools, changes, province?.code ?? null)).filter((field) => !grey.includes(field))
  return Object.fromEntries([...grey.map((field) => [field, { code: 'unitProfiles.grey' }]), ...ended.map((field) => [field, { code: 'field.choose' }])])
}

/** 保存 (S2-23): the fields and the bank account stand or fall together. The version that was seen decides between two windows (I8). */
export const changeUnitProfile: Verbs['changeUnitProfile'] = (call) =>
  deed(call, async (tx): Promise<{ version: number; bank: 'unchanged' | 'entered' | 'proposed' } | Refusal> => {
    const { tools, input } = call
    const unit = await activeUnitForShare(tx, call.actor.mandate?.scopeId ?? '')
    if (!unit) return unseen()
    const before = (await profileOf(tx, tools.keyring, unit.id)) ?? emptyProfile(unit.id)
    if (before.version !== input.version) return overtaken()
    const { facts, problems } = factsIn(before, input)
    const changes = changesIn(before, facts)
    const wrong = { ...(await problemsOf(tx, call, unit, before, changes)), ...problems }
    if (Object.keys(wrong).length > 0) return refuse('input.invalid', { fields: wrong })
    const bank = await proposeBank(tx, call, unit, { bank: input.bank ?? null, seen: input.bankSeen ?? null })
    if (isRefusal(bank)) return bank
    if (changes.length === 0) return { version: before.version, bank }
    const after = await happenToProfile(tx, tools, call, before, { event: 'changed', at: tools.clock.now().toISOString(), changes })
    return isRefusal(after) ? after : { version: after.version, bank }
  })
