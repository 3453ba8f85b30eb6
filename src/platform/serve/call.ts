import type { Readable } from 'node:stream'
import type { z } from 'zod'
import type { Actor } from '../../kernel/actor.ts'
import type { Contract, Guard, Verb } from '../../kernel/contract.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { Lang } from '../../kernel/words.ts'
import type { Tools } from '../tools.ts'

/** What a request brings beside its input. `receivedAt` is its arrival at this server's edge (D19). */
export interface Request {
  id: string
  receivedAt: Date
  address: string
  userAgent: string
  lang: Lang
  /** Of the deed, made by the browser before sending; null where the verb is not idempotent. */
  idempotencyKey: string | null
  /** A poll of the browser's own accord: it keeps no session awake. */
  isBackground: boolean
  /** Token of the session cookie as it came, for the accounts room alone. */
  sessionToken: string | null
  /** What binds a way to another server, and back, to this browser (the city room alone). */
  visitToken: string | null
}

/** Changes to the answer that are not JSON: cookies only. */
export interface Reply {
  setSession(token: string, absoluteExpiry: Date): void
  clearSession(): void
  /** Kept for as long as one may be on the way. */
  setVisit(token: string, seconds: number): void
  setCookie(name: 'lang' | 'mode' | 'agreement', value: string, seconds: number): void
}

export interface Upload {
  /** The name the sender gave it; never used as a path. */
  name: string
  stream: Readable
}

export interface Download {
  stream: Readable
  contentType: string
  /** Name for the person who saves it, any characters (RFC 6266). */
  name: string
  /** Left out where it is made while it is sent. */
  bytes?: number
}

/** One request on its way to one verb. */
export interface Call<I = unknown, A extends Actor | null = Actor | null> {
  /** `units.submit`: room and verb, for journal, idempotency and log. */
  verb: string
  input: I
  actor: A
  tools: Tools
  request: Request
  reply: Reply
  upload: Upload | null
}

type ActorOf<G extends Guard> = G extends 'anyone' ? Actor | null : Actor

/** Server side of one verb: the answer in the shape of the contract's output (before its transforms), or a refusal. */
export type Handler<V extends Verb> = (
  call: Call<z.output<V['input']>, ActorOf<V['guard']>>,
) => Promise<(V['output'] extends z.ZodVoid ? Download : z.input<V['output']>) | Refusal>

export type Handlers<C extends Contract> = { readonly [K in keyof C]: Handler<C[K]> }
