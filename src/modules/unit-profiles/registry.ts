import { codeIn } from '../../codes/code-list.ts'
import { registeredOn } from '../../codes/day.ts'
import { capital } from '../../codes/money.ts'
import type { Checked } from '../../kernel/check.ts'
import { isRefusal, overtaken, type Refusal } from '../../kernel/refusal.ts'
import { dayOf } from '../../kernel/clock.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Call } from '../../platform/serve/call.ts'
import type { Tools } from '../../platform/tools.ts'
import { listOf } from '../lists/index.ts'
import { legalDocument } from './fields.ts'
import { happenToProfile } from './unit-profile-journal.ts'
import { profileOf } from './unit-profile-store.ts'
import { changesIn, emptyProfile, registryFields, type ProfileFacts, type RegistryField } from './unit-profile.ts'

/** What a registry says of a unit, as it writes it; what it does not know is absent. */
export interface RegistryFacts {
  /** 注册时间, a date. */
  registeredOn?: string | null
  /** 注册资本 and 实收资本, 万元. */
  registeredCapital?: string | null
  paidInCapital?: string | null
  /** 登记注册类型, a code of the list `registration_type`. */
  registrationType?: string | null
  /** Of the legal representative; `type` of the list `identity_document_type`. */
  legalDocument?: { type: string; number: string } | null
}

const valueOf = <T>(checked: Checked<T> | null): T | null => (checked?.ok ? checked.value : null)

/** The facts in canonical form; what breaks its own rule is left out, for a slip of the registry must not lock a field. */
async function canonical(tx: Tx, { config, clock }: Tools, facts: RegistryFacts): Promise<Partial<ProfileFacts>> {
  const types = facts.registrationType ? await listOf(tx, config, 'registration_type') : null
  const number = facts.legalDocument ? valueOf(legalDocument(facts.legalDocument.type, facts.legalDocument.number)) : null
  const all: Pick<ProfileFacts, RegistryField> = {
    registeredOn: facts.registeredOn ? valueOf(registeredOn(facts.registeredOn)) : null,
    registeredCapital: facts.registeredCapital ? valueOf(capital(facts.registeredCapital)) : null,
    paidInCapital: facts.paidInCapital ? valueOf(capital(facts.paidInCapital)) : null,
    registrationType: types && facts.registrationType ? valueOf(codeIn(types, { today: () => dayOf(clock.now()) })(facts.registrationType)) : null,
    legalDocument: facts.legalDocument && number ? { type: facts.legalDocument.type, number } : null,
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null))
}

/**
 * Fills what the registry of the city knows of a unit (S2-24): from then on these fields are grey, and nobody edits them.
 * Nothing happens where it says nothing new; else the journal has a `filled` event with every change. A value that breaks
 * its own rule is left out and named in `ignored`. Refuses with `overtaken` only where the profile changed meanwhile twice.
 */
export async function fillFromRegistry(
  tx: Tx, call: Pick<Call, 'actor' | 'request' | 'tools'>, unitId: string, facts: RegistryFacts,
): Promise<{ changed: RegistryField[]; ignored: RegistryField[] } | Refusal> {
  const { tools } = call
  const known = await canonical(tx, tools, facts)
  const fields = registryFields.filter((field) => known[field] !== undefined)
  const ignored = registryFields.filter((field) => facts[field] != null && facts[field] !== '' && known[field] === undefined)
  if (ignored.length > 0) tools.log.warn({ unitId, ignored }, 'the registry says of a unit what breaks its own rule')
  for (let attempt = 1; attempt <= 2; attempt++) {
    const before = (await profileOf(tx, tools.keyring, unitId)) ?? emptyProfile(unitId)
    const changes = changesIn(before, known)
    const isNews = changes.length > 0 || fields.some((field) => !before.fromRegistry.includes(field))
    if (!isNews) return { changed: [], ignored }
    const after = await happenToProfile(tx, tools, call, before, { event: 'filled', at: tools.clock.now().toISOString(), changes, fields })
    if (!isRefusal(after)) return { changed: fields.filter((field) => changes.some((change) => change.field === field)), ignored }
  }
  return overtaken()
}
