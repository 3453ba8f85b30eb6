import { addMinutes } from '../../kernel/clock.ts'
import { isRefusal, refuse, refuseField, type Refusal } from '../../kernel/refusal.ts'
import { transact } from '../../platform/db/transaction.ts'
import { digest, token } from '../../platform/secrets.ts'
import type { Call } from '../../platform/serve/call.ts'
import type { Tools } from '../../platform/tools.ts'
import { createFirstAdministrator } from './account.ts'
import { newPasswordProblem } from './common-passwords.ts'
import { grantMandate } from './mandates.ts'
import { policyOf } from './new-password.ts'
import { startSession } from './sessions.ts'
import * as links from './store/links.ts'
import { hasAdministrator, oneSetupAtATime } from './store/mandates.ts'

const tokenHours = 24

/** True until the platform has its first administrator; there is no default account. */
export const needsSetup = async (tools: Tools): Promise<boolean> => !(await hasAdministrator(tools.db))

/**
 * For the start of the program: the one-time token that makes the first administrator, to be printed with the address
 * `/setup`; null where there is one already. A new start prints a new token, the one before is worth nothing.
 */
export async function setupTokenIfEmpty(tools: Tools): Promise<string | null> {
  if (!(await needsSetup(tools))) return null
  const fresh = token()
  const now = tools.clock.now()
  await transact(tools.db, {}, async (tx) => {
    await links.dropUnusedSetupTokens(tx)
    await links.insertSetupToken(tx, { digest: digest(fresh), created_at: now, expires_at: addMinutes(now, tokenHours * 60) })
  })
  return fresh
}

export interface FirstAdministrator {
  token: string
  userName: string
  displayName: string
  mail: string
  password: string
}

/** Makes the first administrator and signs him in, up to the set-up of the second factor. The token is spent with it (I16). */
export async function setUp(call: Call, asked: FirstAdministrator): Promise<{ accountId: string } | Refusal> {
  const { tools, request } = call
  const spent = digest(asked.token.trim())
  // Asked first, so that nobody makes the server hash for nothing; decided by the update below.
  if (!(await links.findSetupToken(tools.db, spent, tools.clock.now()))) return refuseField('token', 'setup.token.wrong')
  const problem = newPasswordProblem(asked.password, { userName: asked.userName, mail: asked.mail, names: [asked.displayName] }, policyOf(tools.config))
  if (problem) return refuseField('password', problem.code, problem.params)
  const passwordHash = await tools.secrets.hash(asked.password)
  if (isRefusal(passwordHash)) return passwordHash
  return transact(tools.db, tools.constraintWords, async (tx) => {
    await oneSetupAtATime(tx)
    if (!(await links.spendSetupToken(tx, spent, tools.clock.now()))) return refuseField('token', 'setup.token.wrong')
    if (await hasAdministrator(tx)) return refuse('setup.done', { status: 409 })
    const accountId = await createFirstAdministrator(tx, call, { ...asked, passwordHash, lang: request.lang })
    if (isRefusal(accountId)) return accountId
    const granted = await grantMandate(tx, call, { accountId, post: 'platform_admin', scopeId: null })
    if (isRefusal(granted)) return granted
    await startSession(tx, call, accountId)
    return { accountId }
  })
}
