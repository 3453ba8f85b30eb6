import { newId } from '../../kernel/ids.ts'
import { unseen } from '../../kernel/refusal.ts'
import { maskMail, maskMobile } from '../../codes/mask.ts'
import { mail as mailCheck, mailForComparison } from '../../codes/mail.ts'
import { mobile } from '../../codes/phone.ts'
import { bareCode } from '../../codes/text.ts'
import { unitNameForComparison } from '../../codes/unit-name.ts'
import { deed } from '../../platform/deed.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { record } from '../../platform/journal.ts'
import type { Call, Handlers } from '../../platform/serve/call.ts'
import type { Tools } from '../../platform/tools.ts'
import { contactOf } from '../accounts/index.ts'
import { caseById } from './case-store.ts'
import type { recoveryContract } from './contract.ts'
import { accountFactOf, accountsFor, keeperOf, type AccountFact } from './facts-store.ts'

type Verbs = Handlers<typeof recoveryContract>

/** S1-58: every look stands in the journal, each under a subject of its own. */
const looked = (tx: Tx, call: Call, event: 'account_looked_for' | 'account_looked_at' | 'contact_revealed', body: Record<string, unknown>, sealed?: Record<string, unknown>) =>
  record(tx, call.tools.keyring, call, { room: 'recovery.look', subject: newId(), seq: 1, event, body, ...(sealed ? { private: sealed } : {}) })

async function show(db: Db, tools: Tools, a: AccountFact) {
  const contact = await contactOf(db, tools.keyring, a.id)
  return {
    accountId: a.id, userName: a.user_name, name: a.display_name, mail: contact?.mail ? maskMail(contact.mail) : null, phone: contact?.phone ? maskMobile(contact.phone) : null,
    state: a.state, createdAt: a.created_at.toISOString(), lastSignedInAt: a.last_signed_in_at?.toISOString() ?? null, secondFactor: a.has_second_factor, posts: a.posts,
  }
}

/** By something whole only: whoever knows no more than a part finds nothing. What was typed lies sealed beside the journal. */
export const lookUp: Verbs['lookUp'] = (call) =>
  deed(call, async (tx) => {
    const { tools } = call
    const { text } = call.input
    const [asMail, asPhone, asCode] = [mailCheck(text), mobile(text), bareCode(text)]
    const found = await accountsFor(tx, {
      userName: text,
      mailBlind: asMail.ok ? tools.keyring.blind(mailForComparison(asMail.value), 'mail') : '',
      phoneBlind: asPhone.ok ? tools.keyring.blind(asPhone.value, 'phone') : '',
      unitName: unitNameForComparison(text), creditCode: asCode.ok ? asCode.value : '',
    })
    await looked(tx, call, 'account_looked_for', { found: found.map(({ id }) => id) }, { text })
    const accounts = []
    for (const one of found) accounts.push(await show(tx, tools, one))
    return { accounts }
  })

export const keeper: Verbs['keeper'] = (call) =>
  deed(call, async (tx) => {
    const { tools, input } = call
    const c = await caseById(tx, tools.keyring, input.id)
    if (!c) return unseen()
    const id = await keeperOf(tx, c.unitId)
    const account = id ? await accountFactOf(tx, id) : null
    await looked(tx, call, 'account_looked_at', { caseId: c.id, accountId: id })
    return { account: account && (await show(tx, tools, account)) }
  })

/** S1-N4: masked until asked for; who asked and why is recorded with it. */
export const revealAccount: Verbs['revealAccount'] = (call) =>
  deed(call, async (tx) => {
    const { tools, input } = call
    const contact = await contactOf(tx, tools.keyring, input.id)
    if (!contact) return unseen()
    await looked(tx, call, 'contact_revealed', { accountId: input.id, note: input.reason })
    return { name: contact.name, mail: contact.mail, phone: contact.phone }
  })

export const revealClaimant: Verbs['revealClaimant'] = (call) =>
  deed(call, async (tx) => {
    const { tools, input } = call
    const c = await caseById(tx, tools.keyring, input.id)
    if (!c?.claimant) return unseen()
    await looked(tx, call, 'contact_revealed', { caseId: c.id, note: input.reason })
    return { name: c.claimant.name, mail: c.claimant.mail, phone: c.claimant.phone }
  })
