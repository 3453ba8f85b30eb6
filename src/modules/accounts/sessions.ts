import type { Actor, Mandate, Post } from '../../kernel/actor.ts'
import { scopelessPosts, staffPosts } from '../../kernel/actor.ts'
import { addMinutes } from '../../kernel/clock.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { newId } from '../../kernel/ids.ts'
import type { Lang } from '../../kernel/words.ts'
import type { Tx } from '../../platform/db/database.ts'
import { happened } from '../../platform/consequences.ts'
import { afterCommit } from '../../platform/db/transaction.ts'
import { digest, token } from '../../platform/secrets.ts'
import type { Call, Request } from '../../platform/serve/call.ts'
import type { Signed } from '../../platform/serve/guard.ts'
import type { Tools } from '../../platform/tools.ts'
import { authorOf, tell, type Doer } from './journal.ts'
import { findAccount, noteSignedIn } from './store/accounts.ts'
import { mandatesOf, type MandateRow } from './store/mandates.ts'
import * as store from './store/sessions.ts'

export const isStaff = (post: string | null): boolean => (staffPosts as readonly string[]).includes(post ?? '')

/** The oldest `seen_at` of a session that has not rested too long. */
export const idleSince = (tools: Pick<Tools, 'clock' | 'config'>): Date => addMinutes(tools.clock.now(), -tools.config.signIn.idleMinutes)

const hasScope = (post: Post): boolean => !(scopelessPosts as readonly Post[]).includes(post)

/** The platform, its support and a person himself have a word instead of a name. */
export const scopeNameOf = (tools: Tools, lang: Lang, row: Pick<MandateRow, 'scope_zh' | 'scope_en' | 'post'>): string =>
  hasScope(row.post) ? ((lang === 'zh' ? row.scope_zh : row.scope_en) ?? '') : tools.translate[lang](`accounts.scope.${row.post}`)

/**
 * Begins a session for an account whose password was just shown (or that was just made): a new token in the cookie,
 * only its digest in the database. An older session of the same browser ends. The cookie
 * goes out once the deed is committed. Gives what is still to come.
 */
export async function startSession(tx: Tx, call: Pick<Call, 'tools' | 'request' | 'reply' | 'actor'>, accountId: string): Promise<store.Stage> {
  const { tools, request } = call
  const account = await findAccount(tx, accountId)
  if (!account) throw new Error('a session for an account that does not exist')
  const staff = (await mandatesOf(tx, accountId)).some((m) => isStaff(m.post))
  const stage: store.Stage = account.totp_confirmed_at ? 'second_factor' : staff ? 'second_factor_setup' : 'full'
  const now = tools.clock.now()
  const expires_at = addMinutes(now, tools.config.signIn.absoluteHours * 60)
  if (request.sessionToken) await store.deleteByDigest(tx, digest(request.sessionToken))
  if (tools.config.signIn.oneSession) await store.deleteSessionsOf(tx, accountId)
  const fresh = token()
  const id = newId(now.getTime())
  await store.insertSession(tx, {
    id, token_digest: digest(fresh), account_id: accountId, stage, second_factor_at: null,
    address: request.address, user_agent: request.userAgent, created_at: now, seen_at: now, expires_at,
  })
  await noteSignedIn(tx, accountId, now)
  if (stage === 'full') await isIn(tx, call, accountId)
  await tell(tx, call, id, 1, 'signed_in', { body: { accountId, stage }, by: authorOf(call, account, id) })
  afterCommit(tx, () => call.reply.setSession(fresh, expires_at))
  return stage
}

/** Somebody is in, with everything shown that his account asks for: later rooms draw their consequences, and none of them may refuse. */
export async function isIn(tx: Tx, call: Pick<Call, 'actor' | 'request' | 'tools'>, accountId: string): Promise<void> {
  const refusal = await happened(tx, call, 'accounts.signed_in', { subject: accountId })
  if (isRefusal(refusal)) throw new Error(`signing in was refused by a consequence: ${refusal.code}`)
}

/** The session goes on under a new token: after the second factor, and after a change of the password. */
export async function renewSession(tx: Tx, call: Pick<Call, 'reply'>, sessionId: string, change: { second_factor_at?: Date } = {}): Promise<boolean> {
  const fresh = token()
  const row = await store.renewToken(tx, sessionId, digest(fresh), change)
  if (row) afterCommit(tx, () => call.reply.setSession(fresh, row.expires_at))
  return row !== undefined
}

/**
 * The session behind a cookie, if it is alive: for the edge, at every request, in one query. Idle and absolute limits,
 * the state of the account and its mandates are all as of now, so that a post that ended, ends at the next request.
 */
export const signedOf = (tools: Tools) => async (token: string, request: Pick<Request, 'lang' | 'isBackground'>): Promise<Signed | null> => {
  const now = tools.clock.now()
  const rows = await store.liveSession(tools.db, digest(token), now, idleSince(tools))
  const [session] = rows
  if (!session) return null
  if (!request.isBackground && now.getTime() - session.seen_at.getTime() >= 60_000) await store.touch(tools.db, session.id, now)
  const held = rows.filter((row) => row.mandate_id !== null)
  const chosen = held.find((row) => row.mandate_id === session.chosen) ?? held[0]
  const mandate: Mandate | null = chosen?.post
    ? { post: chosen.post, scopeId: chosen.scope_id, unitId: chosen.unit_id, scopeName: scopeNameOf(tools, request.lang, { ...chosen, post: chosen.post }) }
    : null
  const actor: Actor = {
    accountId: session.account_id, userName: session.user_name, displayName: session.display_name, sessionId: session.id, mandate,
  }
  return { actor, stage: stageNow(session, held.some((row) => isStaff(row.post))) }
}

/** A session of before the account got its second factor, or its staff post, does not slip past it. */
function stageNow(session: store.LiveRow, staff: boolean): store.Stage {
  if (session.second_factor_at) return session.stage
  if (session.stage === 'second_factor_setup' || (session.stage === 'full' && staff)) {
    return session.has_second_factor ? 'second_factor' : 'second_factor_setup'
  }
  return session.stage
}

/** All sessions of an account end at once, for a reason that the journal keeps. */
export async function endSessionsOf(tx: Tx, call: Doer, accountId: string, reason: string): Promise<void> {
  const ended = await store.deleteSessionsOf(tx, accountId)
  if (ended > 0) await tell(tx, call, newId(), 1, 'sessions_ended', { body: { accountId, reason, ended } })
}

/** The sessions of every account with a mandate in this scope end at once: a unit that is suspended, an authority that closes. */
export const endSessionsUnder = async (tx: Tx, scopeId: string): Promise<void> => void (await store.deleteSessionsUnder(tx, scopeId))
