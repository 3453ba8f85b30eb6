import type { z } from 'zod'
import type { Post } from './actor.ts'

/**
 * Who may call a verb at all. `anyone`: no session needed. `session`: signed in, second factor done where the post
 * asks for one. `half_session`: password passed, second factor still to come. A list of posts: the mandate must be one of them.
 */
export type Guard = 'anyone' | 'half_session' | 'session' | readonly Post[]

/**
 * One thing that a browser, or another program, may ask of the server. Server, typed client and OpenAPI are all made
 * from these objects; a room's contract is a flat record of them.
 */
export interface Verb<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType, G extends Guard = Guard> {
  method: 'GET' | 'POST'
  /** `/api/...`, with `:name` parts that are fields of the input. */
  path: string
  guard: G
  input: Input
  output: Output
  /** Codes this verb may refuse with, beside the general ones (input.invalid, not_found, overtaken ...). */
  refusals: readonly string[]
  /** What it is for, in one English line: becomes the summary in OpenAPI. */
  summary: string
  /** The rows of the requirements it serves. */
  rows?: readonly string[]
  /** Takes one file beside its input (multipart): the most bytes it accepts. */
  upload?: { maxBytes: number }
  /** Takes documents that people write (a table, a text with its tables): keys and items in its body, where 2,000 would not do; deeper as well. */
  mostKeys?: number
  /** Answers with a file instead of JSON; `output` is then z.void(). */
  download?: true
  /** Carries an `Idempotency-Key` header: repeated with the same key it answers the same and has one effect (I9). */
  idempotent?: true
}

export type Contract = Readonly<Record<string, Verb>>

/** Keeps the literal types of a room's contract. */
export const contract = <const C extends Contract>(verbs: C): C => verbs

export const verb = <I extends z.ZodType, O extends z.ZodType, const G extends Guard>(v: Verb<I, O, G>): Verb<I, O, G> => v

export type InputOf<V extends Verb> = z.output<V['input']>
/** What a caller writes, before canonical forms. */
export type AskOf<V extends Verb> = z.input<V['input']>
export type OutputOf<V extends Verb> = z.output<V['output']>
