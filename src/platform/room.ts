import type { FastifyInstance } from 'fastify'
import type { Actor, Post } from '../kernel/actor.ts'
import type { Contract } from '../kernel/contract.ts'
import type { Lang, WordTable } from '../kernel/words.ts'
import type { Helper } from '../kernel/recourse.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { Tx } from './db/database.ts'
import type { Call, Handler } from './serve/call.ts'
import type { Edge } from './serve/edge.ts'
import type { Page } from './page/page.ts'
import type { Job } from './jobs.ts'
import type { PersonalData } from './personal-data.ts'
import type { SealedColumn } from './seal/rotate.ts'
import type { WaitingSource } from './waiting.ts'

/** What a constraint says to a user when the database has the last word. */
export interface ConstraintWord {
  /** Refusal code. */
  code: string
  /** The field it stands beside, if one is to blame. */
  field?: string
  status?: number
}

/**
 * What another room does when something happens in an earlier one, in the same transaction: the corridor goes one way,
 * so the earlier room names the event and whom it is about, and knows no listener. A refusal stops the deed.
 */
export type Consequence = (tx: Tx, call: Pick<Call, 'actor' | 'request' | 'tools'>, about: { subject: string }) => Promise<void | Refusal>

/** Routes that are neither verbs nor pages: a protocol of others, answered by their own rules below our edge. Each names its guard. */
export type Mount = (app: FastifyInstance, edge: Pick<Edge, 'tools' | 'siteOf'>) => Promise<void>

/**
 * A deed that somebody may look for without finding it open (N11). `ask` is the function by which the verb itself decides:
 * null where it is open. `subject` is the id of what it would be done to; null where it is done to nothing in particular.
 */
export interface AskableDeed {
  /** Posts for which the question makes sense: to others the deed is not named. */
  posts: readonly Post[]
  /** The page where it is done, below `/app`: a link where the deed is open. */
  path?: string
  /** Whether one must say what it would be done to. */
  of?: 'subject'
  /** Codes it may give beside those of the verb of the same name. */
  refusals?: readonly string[]
  ask: (call: Pick<Call<unknown, Actor>, 'actor' | 'request' | 'tools'>, subject: string | null) => Promise<Refusal | null>
}

/** One room of the corridor, as the wiring sees it. Everything central is gathered from these by a loop. */
export interface Room {
  name: string
  contract: Contract
  /** One handler per verb of the contract; a room types it with `Handlers<typeof contract>`. */
  handlers: Readonly<Record<string, Handler<never>>>
  /** Server-rendered public pages. */
  pages?: readonly Page[]
  mount?: Mount
  words: Record<Lang, WordTable>
  /** By name of the constraint. */
  constraints?: Readonly<Record<string, ConstraintWord>>
  /** By refusal code: who can change it, where nobody can mend it himself. */
  helpers?: Readonly<Record<string, Helper>>
  jobs?: readonly Job[]
  /** "Why can't I?" (N11), by the name of the deed (`structure.authorise`), whose word is `<name>.deed`. */
  deeds?: Readonly<Record<string, AskableDeed>>
  /** By event of an earlier room (`people.left`): what follows from it here. */
  consequences?: Readonly<Record<string, Consequence>>
  /** What it holds on whoever asks: 我的数据 (PI-6). */
  personalData?: PersonalData
  /** What waits here for whoever asks: 待办. */
  waiting?: readonly WaitingSource[]
  /** Columns whose values are ciphertext: for the rotation of keys. */
  sealed?: readonly SealedColumn[]
}
