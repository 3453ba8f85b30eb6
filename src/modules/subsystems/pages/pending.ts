import { addMinutes } from '../../../kernel/clock.ts'
import type { Tools } from '../../../platform/tools.ts'
import { lifetimes } from '../provider/lifetimes.ts'
import { keptRecord, putRecord } from '../provider/record-store.ts'

/** A sign-in of a subsystem that waits for a page of ours. */
export interface PendingEntry {
  uid: string
  /** client_id */
  code: string
  begunAt: Date
  /** Where the provider goes on. */
  returnTo: string
  /** prompt=login, max_age, or another person than the subsystem expects: whoever is signed in must sign in anew. */
  wantsPassword: boolean
}

const model = 'Interaction'
/** Reasons of the provider's login prompt for which being signed in is not enough. */
const askingForPassword = ['login_prompt', 'max_age', 'answered_elsewhere', 'id_token_hint', 'claims_id_token_sub_value']

export async function pendingEntry({ db, keyring, clock }: Tools, uid: string): Promise<PendingEntry | null> {
  const kept = await keptRecord(db, keyring, model, uid, clock.now())
  const { params, returnTo, prompt } = kept?.payload ?? {}
  const code = params?.client_id
  if (!kept || typeof code !== 'string' || !returnTo) return null
  // By our own clock, like the sign-in that it is compared with.
  const begunAt = addMinutes(kept.expiresAt, -lifetimes.interaction / 60)
  return { uid, code, begunAt, returnTo, wantsPassword: (prompt?.reasons ?? []).some((one) => askingForPassword.includes(one)) }
}

/**
 * The login prompt was answered, by a session that is younger than the prompt: whoever goes on with this step must be this
 * session (policy.ts). It is another one than at the beginning, for which the provider would give up: so the beginning is
 * forgotten.
 */
export async function noteReauthenticated({ db, keyring, clock }: Tools, uid: string, sessionId: string): Promise<void> {
  const kept = await keptRecord(db, keyring, model, uid, clock.now())
  if (!kept) return
  const payload = Object.assign(kept.payload, { result: { login: null, by: sessionId }, session: undefined })
  await putRecord(db, keyring, { model, value: uid, payload, expiresAt: kept.expiresAt })
}
