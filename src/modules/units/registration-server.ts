import type { Actor } from '../../kernel/actor.ts'
import { addDays } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import { isRefusal, refuse, unseen, type Refusal } from '../../kernel/refusal.ts'
import { maskName } from '../../codes/mask.ts'
import { deed } from '../../platform/deed.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Call, Handlers } from '../../platform/serve/call.ts'
import type { Tools } from '../../platform/tools.ts'
import { besideProofs, contactOf, createAccount, hashedAnswers, keepSecurityAnswers, passwordRefusal, startSession } from '../accounts/index.ts'
import { openAuthority } from '../authorities/index.ts'
import { acceptanceFor, linkAcceptance } from '../portal/index.ts'
import { settingOf } from '../settings/index.ts'
import type { unitsContract } from './contract.ts'
import { accountStepProblems } from './fields.ts'
import { oddities } from './findings.ts'
import { listProblems } from './list-problems.ts'
import { tellApplicant, tellDesk } from './notices.ts'
import { happen } from './registration-journal.ts'
import { registrationForUpdate, registrationOfAccount } from './registration-store.ts'
import { emptyForm, missing, registrationProcedure, rolesOf, type Registration, type RegistrationVerb } from './registration.ts'
import { showMine, stateOf } from './show.ts'
import { activeUnitWithCode, unitById } from './unit-store.ts'

type Verbs = Handlers<typeof unitsContract>
type Mine = Call<{ id: string }, Actor>

const keptUntil = async (tx: Tx, tools: Tools, now: Date) =>
  addDays(now, await settingOf(tx, tools.config, 'registration.draft_days')).toISOString()

/** The applicant's own registration, locked, if the verb is open in its state and the version is the one she saw. */
async function mineFor(tx: Tx, call: Mine, verb: RegistrationVerb, version?: number): Promise<Registration | Refusal> {
  const r = await registrationForUpdate(tx, call.tools.keyring, call.input.id)
  if (!r || r.accountId !== call.actor.accountId) return unseen()
  const isDissolved = r.unitId !== null && (await unitById(tx, r.unitId))?.status === 'dissolved'
  const step = registrationProcedure.step(verb, r.state, rolesOf(call.actor, { accountId: r.accountId, deskId: r.deskId, aboveDesk: [], isDissolved }))
  if (isRefusal(step)) return step
  return version !== undefined && version !== r.version ? refuse('overtaken', { status: 409 }) : r
}

/** S1-33, S1-35, S1-41, S1-42: account and draft are made together; what exists already is told after both codes (D14). */
export const begin: Verbs['begin'] = async (call) => {
  const { input, tools } = call
  const now = tools.clock.now()
  const fields = accountStepProblems(input)
  if (Object.keys(fields).length) return refuse('input.invalid', { fields })
  const weak = await passwordRefusal(call, input.password, { userName: input.userName, displayName: input.contactName, mailProofId: input.mailProofId, phoneProofId: input.phoneProofId })
  if (weak) return weak
  if (!(await settingOf(tools.db, tools.config, 'registration.open'))) return refuse('units.registration_closed', { status: 409 })
  // Asked first, so that nobody makes the server hash for nothing; the transaction below decides.
  const acceptable = await acceptanceFor(tools.db, input.acceptanceId)
  if (isRefusal(acceptable)) return acceptable
  // Hashing is slow and stands before the transaction, which would hold its connection meanwhile.
  const passwordHash = await tools.secrets.hash(input.password)
  if (isRefusal(passwordHash)) return passwordHash
  const answers = await hashedAnswers(tools, input.questions)
  if (isRefusal(answers)) return answers
  return besideProofs(await deed(call, async (tx) => {
    const accepted = await acceptanceFor(tx, input.acceptanceId)
    if (isRefusal(accepted)) return accepted
    const account = await createAccount(tx, call, {
      userName: input.userName, displayName: input.contactName, passwordHash,
      mailProofId: input.mailProofId, phoneProofId: input.phoneProofId, lang: call.request.lang,
    })
    if (isRefusal(account)) return account
    await linkAcceptance(tx, input.acceptanceId, account.accountId)
    await keepSecurityAnswers(tx, call, account.accountId, answers)
    const session = await startSession(tx, call, account.accountId)
    if (isRefusal(session)) return session
    const id = newId(now.getTime())
    const begun = await happen(tx, tools, { actor: null, request: call.request }, null, id, {
      event: 'begun', at: now.toISOString(), accountId: account.accountId, form: emptyForm,
      contact: { name: input.contactName, mail: account.mail, phone: account.phone }, keptUntil: await keptUntil(tx, tools, now),
    })
    return isRefusal(begun) ? begun : { id }
  }))
}

/** S1-19: signing in leads back to where one broke off. */
export const mine: Verbs['mine'] = async (call) => {
  const r = await registrationOfAccount(call.tools.db, call.tools.keyring, call.actor.accountId)
  return r ? showMine(call, r) : null
}

export const save: Verbs['save'] = (call) =>
  deed(call, async (tx) => {
    const { id: _, version, contactName, ...form } = call.input
    const r = await mineFor(tx, call, 'save', version)
    if (isRefusal(r)) return r
    const now = call.tools.clock.now()
    const fields = await listProblems(tx, call.tools.config, form, now)
    if (Object.keys(fields).length) return refuse('input.invalid', { fields })
    const saved = await happen(tx, call.tools, call, r, r.id, {
      event: 'saved', at: now.toISOString(), form, ...(contactName && contactName !== r.contact.name ? { contact: { ...r.contact, name: contactName } } : {}), keptUntil: await keptUntil(tx, call.tools, now),
    })
    if (isRefusal(saved)) return saved
    const warnings = oddities(form).map(({ code, params, field }) => ({ code, params, field: field ?? 'name' }))
    return { ...stateOf(saved), warnings }
  })

export const submit: Verbs['submit'] = (call) =>
  deed(call, async (tx) => {
    const { tools } = call
    const r = await mineFor(tx, call, 'submit', call.input.version)
    if (isRefusal(r)) return r
    const lacking = missing(r)
    if (lacking.length) return refuse('units.incomplete', { fields: Object.fromEntries(lacking.map((name) => [name, { code: 'field.required' }])) })
    const now = tools.clock.now()
    // A list may have changed since the step was saved (E06).
    const fields = await listProblems(tx, tools.config, r.form, now)
    if (Object.keys(fields).length) return refuse('input.invalid', { fields })
    const active = await activeUnitWithCode(tx, r.form.creditCode ?? '')
    if (active) {
      // E01, D14: name and code of an active unit are public, its keeper only by a masked name.
      return refuse('units.credit_code_active', {
        status: 409, params: { name: active.name, keeper: active.keeper ? maskName(active.keeper) : '—' },
        fields: { creditCode: { code: 'units.credit_code_active.field' } },
      })
    }
    const authority = await openAuthority(tx, r.form.authorityId ?? '')
    if (isRefusal(authority)) return refuse('units.authority_closed', { status: 409, fields: { authorityId: { code: 'units.authority_closed' } } })
    // The mailbox or phone may have been changed since: the desk sees those that reach the applicant now.
    const account = await contactOf(tx, tools.keyring, r.accountId)
    const contact = { name: r.contact.name, mail: account?.mail ?? r.contact.mail, phone: account?.phone ?? r.contact.phone }
    const moved = contact.mail !== r.contact.mail || contact.phone !== r.contact.phone
    const submitted = await happen(tx, tools, call, r, r.id, { event: 'submitted', at: now.toISOString(), deskId: authority.id, ...(moved ? { contact } : {}) })
    if (isRefusal(submitted)) return submitted
    await tellDesk(tx, tools, submitted)
    await tellApplicant(tx, tools, submitted, 'submitted', { authority })
    return stateOf(submitted)
  })

export const withdraw: Verbs['withdraw'] = (call) =>
  deed(call, async (tx) => {
    const r = await mineFor(tx, call, 'withdraw', call.input.version)
    if (isRefusal(r)) return r
    const now = call.tools.clock.now()
    const withdrawn = await happen(tx, call.tools, call, r, r.id, {
      event: 'withdrawn', at: now.toISOString(), keptUntil: await keptUntil(tx, call.tools, now),
    })
    return isRefusal(withdrawn) ? withdrawn : stateOf(withdrawn)
  })

/** After a refusal or an expired draft: a second registration begins with what was typed into the first; the licence is sent anew. */
export const restart: Verbs['restart'] = (call) =>
  deed(call, async (tx) => {
    const r = await mineFor(tx, call, 'restart')
    if (isRefusal(r)) return r
    // Another one has begun, or been approved, since.
    const newest = await registrationOfAccount(tx, call.tools.keyring, r.accountId)
    if (newest?.id !== r.id) return refuse('units.already_registering', { status: 409 })
    const now = call.tools.clock.now()
    const id = newId(now.getTime())
    const begun = await happen(tx, call.tools, call, null, id, {
      event: 'begun', at: now.toISOString(), accountId: r.accountId, form: r.form, contact: r.contact, keptUntil: await keptUntil(tx, call.tools, now),
    })
    return isRefusal(begun) ? begun : { id }
  })
