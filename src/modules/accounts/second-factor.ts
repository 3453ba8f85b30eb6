import { toDataURL } from 'qrcode'
import type { Actor } from '../../kernel/actor.ts'
import { isRefusal, refuse, refuseField, unseen, type Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/database.ts'
import { transact } from '../../platform/db/transaction.ts'
import type { Call } from '../../platform/serve/call.ts'
import type { Signed } from '../../platform/serve/guard.ts'
import { newTotpSecret, totpCode, totpUri, verifyTotp } from '../../platform/totp.ts'
import type { Tools } from '../../platform/tools.ts'
import { tell } from './journal.ts'
import { checkSecret } from './secret.ts'
import { endSessionsOf, isIn, isStaff, renewSession, signedOf } from './sessions.ts'
import { heldAccount } from './step-up.ts'
import { changeAccount, confirmedAccounts, lockAccount, type AccountRow } from './store/accounts.ts'
import { mandatesOf } from './store/mandates.ts'
import { deleteSessionsOf } from './store/sessions.ts'

type HalfCall<I> = Call<I, Actor>

/** A set-up is worth nothing after this: a page left open overnight. */
const setupMinutes = 15
const context = 'account.totp_setup'

/** Where the session of this call stands now. */
export const stageOf = async (call: HalfCall<unknown>): Promise<Signed['stage'] | null> =>
  call.request.sessionToken ? ((await signedOf(call.tools)(call.request.sessionToken, call.request))?.stage ?? null) : null

/** Second step of signing in. Same lock as for passwords, counted apart from them. */
export async function verifySecondFactor(call: HalfCall<{ code: string }>): Promise<{ done: true } | Refusal> {
  // Another tab was faster, or the form was sent twice: nothing is left to show.
  if ((await stageOf(call)) === 'full') return { done: true }
  const account = await checkSecret(call.tools, call.request, call.actor.userName, { code: call.input.code })
  if (isRefusal(account)) return account
  if (!account) return refuseField('code', 'second_factor.wrong')
  return transact(call.tools.db, call.tools.constraintWords, async (tx) => {
    const now = call.tools.clock.now()
    if (!(await renewSession(tx, call, call.actor.sessionId, { second_factor_at: now }))) return refuse('sign_in_first', { status: 401 })
    await isIn(tx, call, call.actor.accountId)
    await tell(tx, call, call.actor.sessionId, 2, 'second_factor_shown')
    return { done: true } as const
  })
}

/**
 * A new secret to show. It travels sealed in the form and is kept only once its first code came back, so that an
 * abandoned set-up changes nothing. A session that still owes the second factor may not replace it.
 */
export async function beginSecondFactor(call: HalfCall<unknown>): Promise<{ secret: string; uri: string; qr: string; setup: string } | Refusal> {
  if ((await stageOf(call)) === 'second_factor') return refuse('second_factor_first', { status: 403 })
  return setupOf(call, newTotpSecret())
}

async function setupOf({ tools, actor, request }: HalfCall<unknown>, secret: string) {
  const uri = totpUri(secret, actor.userName, tools.translate[request.lang]('accounts.issuer'))
  const at = tools.clock.now().getTime()
  return {
    secret, uri, qr: await toDataURL(uri, { margin: 2, width: 232, errorCorrectionLevel: 'M' }),
    setup: tools.keyring.seal(JSON.stringify({ accountId: actor.accountId, secret, at }), context),
  }
}

/** The secret of a set-up again, for its own account and in its time; null otherwise. */
function secretIn(call: HalfCall<unknown>, sealed: string): string | null {
  try {
    const { accountId, secret, at } = JSON.parse(call.tools.keyring.open(sealed, context)) as { accountId: string; secret: string; at: number }
    const fresh = call.tools.clock.now().getTime() - at < setupMinutes * 60_000
    return accountId === call.actor.accountId && fresh ? secret : null
  } catch {
    return null
  }
}

/** The same set-up once more, for a page that is shown again with what was wrong. */
export async function resumeSecondFactor(call: HalfCall<unknown>, sealed: string) {
  const secret = secretIn(call, sealed)
  return secret ? setupOf(call, secret) : beginSecondFactor(call)
}

export async function confirmSecondFactor(call: HalfCall<{ setup: string; code: string; password?: string | undefined }>): Promise<{ done: true } | Refusal> {
  const { tools, input, actor } = call
  const stage = await stageOf(call)
  if (stage !== 'full' && stage !== 'second_factor_setup') return refuse('second_factor_first', { status: 403 })
  const secret = secretIn(call, input.setup)
  if (!secret) return refuse('second_factor.setup_expired')
  let shown: AccountRow | null = null
  if (stage === 'full') {
    const known = await checkSecret(tools, call.request, actor.userName, { password: input.password ?? '' })
    if (isRefusal(known)) return known
    if (!known) return refuseField('password', 'password.wrong')
    shown = known
  }
  const now = tools.clock.now()
  const step = verifyTotp(secret, input.code, now, null)
  if (step === null) return refuseField('code', 'second_factor.wrong')
  return transact(tools.db, tools.constraintWords, async (tx) => {
    const account = shown ? await heldAccount(tx, call, shown) : await lockAccount(tx, actor.accountId)
    if (isRefusal(account)) return account
    // Another tab was faster: the first device stays.
    if (!account || (stage === 'second_factor_setup' && account.totp_confirmed_at)) return refuse('second_factor_first', { status: 403 })
    const version = await changeAccount(tx, actor.accountId, {
      totp_secret: tools.keyring.seal(secret, 'account.totp_secret'), totp_confirmed_at: now, totp_last_step: step,
    })
    await deleteSessionsOf(tx, actor.accountId, actor.sessionId)
    if (!(await renewSession(tx, call, actor.sessionId, { second_factor_at: now }))) return refuse('sign_in_first', { status: 401 })
    await tell(tx, call, actor.accountId, version, 'second_factor_on')
    return { done: true } as const
  })
}

/** Whether the posts of the account ask for one. */
export const isRequired = async (tools: Tools, accountId: string): Promise<boolean> =>
  (await mandatesOf(tools.db, accountId)).some((m) => isStaff(m.post))

export async function removeSecondFactor(call: HalfCall<{ password: string }>): Promise<{ done: true } | Refusal> {
  const { tools, actor } = call
  if (await isRequired(tools, actor.accountId)) return refuse('second_factor.required', { status: 403 })
  const account = await checkSecret(tools, call.request, actor.userName, { password: call.input.password })
  if (isRefusal(account)) return account
  if (!account) return refuseField('password', 'password.wrong')
  return transact(tools.db, tools.constraintWords, async (tx) => {
    const held = await heldAccount(tx, call, account)
    if (isRefusal(held)) return held
    const version = await changeAccount(tx, actor.accountId, { totp_secret: null, totp_confirmed_at: null })
    await tell(tx, call, actor.accountId, version, 'second_factor_off')
    return { done: true } as const
  })
}

/**
 * For the platform's desk, when somebody lost the device: the next sign-in sets up another. All sessions end. Refuses
 * with `not_found`.
 */
export async function resetSecondFactor(tx: Tx, call: Pick<Call, 'actor' | 'request' | 'tools'>, accountId: string): Promise<void | Refusal> {
  if (!(await lockAccount(tx, accountId))) return unseen()
  const version = await changeAccount(tx, accountId, { totp_secret: null, totp_confirmed_at: null })
  await tell(tx, call, accountId, version, 'second_factor_reset')
  await endSessionsOf(tx, call, accountId, 'second_factor_reset')
}

/** D26: what the authenticators of the demo's people show now; nothing at all outside the demo. */
export async function oneTimeCodesOfDemo(tools: Tools): Promise<{ userName: string; displayName: string; code: string }[]> {
  if (!tools.config.demo) return []
  const rows = await confirmedAccounts(tools.db)
  return rows.map((row) => ({
    userName: row.user_name, displayName: row.display_name,
    code: totpCode(tools.keyring.open(row.totp_secret, 'account.totp_secret'), tools.clock.now()),
  }))
}
