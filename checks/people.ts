import type { Post } from '../src/kernel/actor.ts'
import { newId } from '../src/kernel/ids.ts'
import { isRefusal, type Refusal } from '../src/kernel/refusal.ts'
import { accountsContract as verbs } from '../src/modules/accounts/contract.ts'
import { createAccount, grantMandate } from '../src/modules/accounts/index.ts'
import { transact } from '../src/platform/db/transaction.ts'
import type { Tx } from '../src/platform/db/database.ts'
import type { Call } from '../src/platform/serve/call.ts'
import { totpCode } from '../src/platform/totp.ts'
import { Visitor, type TestServer } from './server.ts'

/** Somebody of the tests, with the secrets only that person knows. */
export interface Person {
  accountId: string
  userName: string
  displayName: string
  password: string
  mail: string
  phone: string
  /** Of the authenticator, once it is set up. */
  totpSecret: string | null
}

/** What was not refused; throws with the refusal otherwise. */
export function well<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(`refused: ${answer.code} ${JSON.stringify(answer.fields)}`)
  return answer
}

/** A call of the platform itself, for what rooms offer each other. */
export const platformCall = (server: TestServer): Pick<Call, 'actor' | 'request' | 'tools' | 'reply'> => ({
  actor: null, tools: server.tools,
  request: {
    id: newId(), receivedAt: server.clock.now(), address: '203.0.113.200', userAgent: 'test', lang: 'zh', idempotencyKey: null, isBackground: false, sessionToken: null, visitToken: null,
  },
  reply: { setSession() {}, clearSession() {}, setVisit() {}, setCookie() {} },
})

export const within = <T>(server: TestServer, work: (tx: Tx) => Promise<T | Refusal>): Promise<T | Refusal> =>
  transact(server.tools.db, server.tools.constraintWords, work)

/** The code of the last message to this address, as its owner reads it. */
export async function codeSentTo(server: TestServer, address: string): Promise<string> {
  const last = (await server.sent()).filter((message) => message.address === address && message.template === 'account.code').at(-1)
  if (!last) throw new Error(`no code went to ${address}`)
  return String(last.params.code)
}

/** A proven code through the verbs; each call comes from an address of its own, for the limits are not what is tested here. */
export async function proof(server: TestServer, channel: 'mail' | 'phone', address: string, purpose: 'register' | 'change' = 'register', visitor = new Visitor(randomAddress())): Promise<string> {
  const asked = await server.ask(verbs.requestCode, { purpose, channel, address }, visitor)
  if (asked.status !== 200) throw new Error(`no code: ${asked.text}`)
  const proven = await server.ask(verbs.proveCode, { id: asked.body.id, code: await codeSentTo(server, address) }, visitor)
  if (proven.status !== 200) throw new Error(`not proven: ${proven.text}`)
  return asked.body.id
}

let counted = 0
const randomAddress = () => `198.51.100.${++counted % 250}`

/** An account, registered as people register; with a post if one is given. */
export async function person(
  server: TestServer, more: Partial<Pick<Person, 'userName' | 'displayName' | 'password' | 'mail' | 'phone'>> & { post?: Post; scopeId?: string | null } = {},
): Promise<Person> {
  const n = ++counted
  const one = {
    userName: more.userName ?? `renyuan_${n}`, displayName: more.displayName ?? '林知远', password: more.password ?? 'mei-Gui7hua',
    mail: more.mail ?? `renyuan${n}@example.org`, phone: more.phone ?? `164${String(10_000_000 + n)}`,
  }
  const mailProofId = await proof(server, 'mail', one.mail)
  const phoneProofId = await proof(server, 'phone', one.phone)
  const passwordHash = well(await server.tools.secrets.hash(one.password))
  const { accountId } = well(await within(server, (tx) =>
    createAccount(tx, platformCall(server), { ...one, passwordHash, mailProofId, phoneProofId, lang: 'zh' })))
  const { post } = more
  if (post) well(await within(server, (tx) => grantMandate(tx, platformCall(server), { accountId, post, scopeId: more.scopeId ?? null })))
  return { accountId, ...one, totpSecret: null }
}

/** Signs in to a full session: password, then the second factor, which is set up at the first time. Moves the clock by a step. */
export async function signedIn(server: TestServer, who: Person, visitor = new Visitor()): Promise<Visitor> {
  const first = await server.ask(verbs.signIn, { userName: who.userName, password: who.password }, visitor)
  if (first.status !== 200) throw new Error(`not signed in: ${first.text}`)
  if (first.body.stage === 'second_factor_setup') {
    const begun = await server.ask(verbs.beginSecondFactor, {}, visitor)
    who.totpSecret = begun.body.secret
    const code = totpCode(begun.body.secret, server.clock.now())
    const done = await server.ask(verbs.confirmSecondFactor, { setup: begun.body.setup, code }, visitor)
    if (done.status !== 200) throw new Error(`no second factor: ${done.text}`)
  }
  if (first.body.stage === 'second_factor') {
    server.clock.advance({ seconds: 30 })
    const done = await server.ask(verbs.verifySecondFactor, { code: totpCode(who.totpSecret ?? '', server.clock.now()) }, visitor)
    if (done.status !== 200) throw new Error(`second factor: ${done.text}`)
  }
  return visitor
}
