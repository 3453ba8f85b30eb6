import type { Actor } from '../../kernel/actor.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { opennessOf } from '../../kernel/why.ts'
import { maskName } from '../../codes/mask.ts'
import { deed } from '../../platform/deed.ts'
import type { Db } from '../../platform/db/database.ts'
import { transact } from '../../platform/db/transaction.ts'
import type { Call, Handlers } from '../../platform/serve/call.ts'
import { proveAgain, waysToProve } from '../accounts/index.ts'
import { begin, isOffered } from './begin.ts'
import { told } from './coming.ts'
import type { cityContract } from './contract.ts'
import type { Door } from './door.ts'
import { unlinkIdentity } from './identity-journal.ts'
import { identityForUpdate, identityOfAccount, type Identity } from './identity-store.ts'
import { knownAccount } from './known-store.ts'
import { linkDeeds, whyNot, type LinkFacts } from './own-link.ts'
import { providerName } from './provider-name.ts'

type Verbs = Handlers<typeof cityContract>

const doorOf = (known: Awaited<ReturnType<typeof knownAccount>>): Door | null => (known?.unitId ? 'legal' : known?.isPerson ? 'person' : null)

/** The own account as the law of linking knows it. */
async function ownFacts(db: Db, { tools, actor }: Call<unknown, Actor>): Promise<LinkFacts & { identity: Identity | null }> {
  const issuer = tools.config.identity?.issuer
  const identity = issuer === undefined ? null : await identityOfAccount(db, tools.keyring, issuer, actor.accountId)
  const ways = await waysToProve(db, tools.keyring, actor.accountId)
  return {
    offered: await isOffered({ ...tools, db }), door: doorOf(await knownAccount(db, actor.accountId)), linked: identity !== null, identity,
    hasPassword: ways?.password ?? false, provider: await providerName(db, tools),
  }
}

export const identity: Verbs['identity'] = async (call) => {
  const facts = await ownFacts(call.tools.db, call)
  const { offered, provider, door, identity: found } = facts
  return {
    offered, provider: provider.zh, providerEn: provider.en, door,
    linked: found && {
      door: found.door, name: found.door === 'legal' ? found.name : maskName(found.name), linkedAt: found.linkedAt.toISOString(), lastSeenAt: found.lastSeenAt.toISOString(),
    },
    ...opennessOf(linkDeeds, (verb) => whyNot(verb, facts)),
  }
}

/** Step-up first: whoever finds an open session must not hang his own identity on the account. */
export const beginLink: Verbs['beginLink'] = async (call) => {
  const facts = await ownFacts(call.tools.db, call)
  const closed = whyNot('link', facts)
  if (closed || facts.door === null) return closed ?? { to: '/app/account/city' }
  const held = await proveAgain(call, { password: call.input.password })
  if (isRefusal(held)) return held
  const wrong = await transact(call.tools.db, {}, async (tx) => (await held(tx)) ?? true)
  if (isRefusal(wrong)) return wrong
  const to = await begin(call, { door: facts.door, back: null, linkAccount: call.actor.accountId })
  return isRefusal(to) ? to : { to }
}

export const unlink: Verbs['unlink'] = async (call) => {
  const before = whyNot('unlink', await ownFacts(call.tools.db, call))
  if (before) return before
  const held = await proveAgain(call, { password: call.input.password })
  if (isRefusal(held)) return held
  return deed(call, async (tx) => {
    const wrong = await held(tx)
    if (wrong) return wrong
    const facts = await ownFacts(tx, call)
    const closed = whyNot('unlink', facts)
    const found = facts.identity && (await identityForUpdate(tx, call.tools.keyring, facts.identity))
    if (closed || !found) return closed ?? { done: true as const }
    await unlinkIdentity(tx, call, found)
    await told(tx, call, { ...found, version: found.version + 1 }, 'city.notice.unlinked', { provider: facts.provider.zh, providerEn: facts.provider.en })
    return { done: true as const }
  })
}

export const cityServer: Verbs = { identity, beginLink, unlink }
