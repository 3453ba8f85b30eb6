import { newId } from '../../kernel/ids.ts'
import { overtaken, refuse, unseen, type Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/database.ts'
import { deed } from '../../platform/deed.ts'
import { record } from '../../platform/journal.ts'
import { digest, token } from '../../platform/secrets.ts'
import type { Call, Handlers } from '../../platform/serve/call.ts'
import type { Tools } from '../../platform/tools.ts'
import type { subsystemsContract } from './contract.ts'
import { draftsBehind, hasDrafts } from './drafts-behind.ts'
import { plainFieldsOf } from './fields.ts'
import { insertSubsystem, registryOf, saveSubsystem, subsystemForUpdate, type Subsystem, type SubsystemFacts } from './subsystem-store.ts'
import { endVisitsTo, endVisitsWithoutGrant } from './visit-store.ts'

type Verbs = Handlers<typeof subsystemsContract>

/** Of the registry's deeds: 变更记录 shows this room. */
const room = 'subsystems'

/** find for update -> decide -> save row and journal -> show: what the deeds on one subsystem have in common. */
function onSubsystem<More extends object>(
  call: Call<{ id: string; version: number }>, event: string,
  decide: (s: Subsystem, tx: Tx) => Promise<{ change: Partial<Subsystem>; body?: Record<string, unknown>; more: More }>,
): Promise<({ id: string; version: number } & More) | Refusal> {
  return deed(call, async (tx) => {
    const s = await subsystemForUpdate(tx, call.input.id)
    if (!s) return unseen()
    if (s.version !== call.input.version) return overtaken()
    const { change, body, more } = await decide(s, tx)
    const after = { ...s, ...change, version: s.version + 1 }
    await saveSubsystem(tx, after)
    await record(tx, call.tools.keyring, call, { room, subject: s.id, seq: after.version, event, body: { name: after.name, code: s.code, ...body } })
    return { id: s.id, version: after.version, ...more }
  })
}

const factsOf = (input: SubsystemFacts): SubsystemFacts => {
  const { name, nameEn, about, aboutEn, entryUrl, redirectUris, logoutUris, backchannelLogoutUri, openTo, sort } = input
  return { name, nameEn, about, aboutEn, entryUrl, redirectUris: [...new Set(redirectUris)], logoutUris: [...new Set(logoutUris)], backchannelLogoutUri, openTo, sort }
}

/** The changed facts, as the journal tells them: what was and what is. */
function told(before: SubsystemFacts, after: SubsystemFacts): { before: string; after: string } {
  const changed = (Object.keys(after) as (keyof SubsystemFacts)[]).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
  const list = (facts: SubsystemFacts) => changed.map((name) => [facts[name] ?? '-'].flat().join(' ') || '-').join(' / ')
  return { before: list(before), after: list(after) }
}

export const registry: Verbs['registry'] = async ({ tools }) => ({
  issuer: tools.config.publicUrl,
  subsystems: await Promise.all((await registryOf(tools.db)).map(async (s) => ({
    ...s, secretMadeAt: s.secretMadeAt.toISOString(), freezes: hasDrafts(tools, s) ? await draftsBehind(tools.db, s.id) : null,
  }))),
})

/** Addresses that only a trial on one machine may have (fields.ts). */
function plainRefused({ config }: Tools, facts: SubsystemFacts): Refusal | null {
  if (config.demo || config.publicUrl.startsWith('http:')) return null
  const plain = plainFieldsOf(facts)
  return plain.length > 0 ? refuse('input.invalid', { fields: Object.fromEntries(plain.map((name) => [name, { code: 'subsystems.address.https' }])) }) : null
}

/** Not idempotent by key: the answer holds the secret, which is kept nowhere. */
export const add: Verbs['add'] = (call) =>
  deed(call, async (tx) => {
    const { tools, input } = call
    const plain = plainRefused(tools, input)
    if (plain) return plain
    const now = tools.clock.now()
    const [id, secret] = [newId(now.getTime()), token()]
    await insertSubsystem(tx, { ...factsOf(input), id, code: input.code, secretDigest: digest(secret), at: now })
    await record(tx, tools.keyring, call, { room, subject: id, seq: 1, event: 'added', body: { name: input.name, code: input.code } })
    return { id, version: 1, secret }
  })

export const change: Verbs['change'] = async (call) =>
  plainRefused(call.tools, call.input) ?? onSubsystem(call, 'changed', async (s, tx) => {
    const facts = factsOf(call.input)
    if (s.openTo === 'everybody' && facts.openTo === 'granted') await endVisitsWithoutGrant(tx, s.id, call.tools.clock.now())
    return { change: facts, body: told(factsOf(s), facts), more: {} }
  })

export const renewSecret: Verbs['renewSecret'] = (call) =>
  onSubsystem(call, 'secret_renewed', async () => {
    const secret = token()
    return { change: { secretDigest: digest(secret), secretMadeAt: call.tools.clock.now() }, more: { secret } }
  })

/** Nobody enters any more, and whoever is in is out: the subsystem hears of each. */
export const close: Verbs['close'] = async (call) =>
  onSubsystem(call, 'closed', async (s, tx) => {
    await endVisitsTo(tx, s.id, call.tools.clock.now())
    return { change: { isOpen: false }, more: {} }
  })

export const open: Verbs['open'] = (call) => onSubsystem(call, 'opened', async () => ({ change: { isOpen: true }, more: {} }))
