import { addMinutes } from '../../../kernel/clock.ts'
import type { Tools } from '../../../platform/tools.ts'
import { findRecord, putRecord } from '../provider/record-store.ts'

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
const askingForPassword = ['login_prompt', 'max_age', 'id_token_hint', 'claims_id_token_sub_value']

export async function pendingEntry({ db, keyring, clock }: Tools, uid: string): Promise<PendingEntry | null> {
  const payload = await findRecord(db, keyring, model, uid, clock.now())
  const code = payload?.params?.client_id
  if (typeof code !== 'string' || !payload?.returnTo || !payload.iat) return null
  const reasons = payload.prompt?.reasons ?? []
  return { uid, code, begunAt: new Date(payload.iat * 1000), returnTo: payload.returnTo, wantsPassword: reasons.some((one) => askingForPassword.includes(one)) }
}

/** The login prompt was answered. By whom is not said here: that is the platform's session, whoever goes on with this step. */
export async function noteReauthenticated({ db, keyring, clock }: Tools, uid: string): Promise<void> {
  const now = clock.now()
  const payload = await findRecord(db, keyring, model, uid, now)
  if (!payload?.exp) return
  const answered = Object.assign(payload, { result: { login: null } })
  await putRecord(db, keyring, { model, value: uid, payload: answered, expiresAt: addMinutes(now, Math.max(0, payload.exp - now.getTime() / 1000) / 60) })
}
