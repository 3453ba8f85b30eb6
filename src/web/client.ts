import type { AskOf, OutputOf, Verb } from '../kernel/contract.ts'
import { ownProblem, problemIn, type Answer, type Problem } from './problem.ts'
import { requestOf } from './request.ts'
import { hear } from './server-time.ts'
import { say } from './words.ts'

export type { Answer, Problem } from './problem.ts'

export interface AskMore {
  /** Idempotency-Key of a deed: see deed-key.ts. */
  key?: string
  signal?: AbortSignal
  /** Asked by the page and not by its reader: does not keep the session awake (30 minutes without a person end it). */
  background?: boolean
}

const patience = 60_000
const signedOutListeners = new Set<() => void>()

/** Told when the server no longer knows our session. */
export function onSignedOut(listener: () => void): () => void {
  signedOutListeners.add(listener)
  return () => void signedOutListeners.delete(listener)
}

function heard(problem: Problem): Problem {
  if (problem.status === 401) for (const listener of signedOutListeners) listener()
  return problem
}

async function refusalIn(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null)
  const requestId = response.headers.get('x-request-id') ?? ''
  return heard(problemIn(body) ?? ownProblem('web.unreadable', say('web.unreadable'), response.status, requestId))
}

async function send(verb: Verb, input: unknown, more: AskMore): Promise<Response | Problem> {
  const { method, url, body } = requestOf(verb, input)
  const headers: Record<string, string> = { accept: 'application/json' }
  if (body !== undefined) headers['content-type'] = 'application/json'
  if (more.background) headers['x-background'] = '1'
  if (more.key) headers['idempotency-key'] = more.key
  const tooLong = new AbortController()
  const timer = setTimeout(() => tooLong.abort(), patience)
  const stop = () => tooLong.abort()
  more.signal?.addEventListener('abort', stop)
  try {
    const asked = Date.now()
    const response = await fetch(url, { method, headers, body, credentials: 'same-origin', signal: tooLong.signal })
    hear(response.headers.get('date'), asked, Date.now())
    return response
  } catch (error) {
    if (more.signal?.aborted) throw error
    const code = tooLong.signal.aborted ? 'web.timeout' : 'web.offline'
    return ownProblem(code, say(code))
  } finally {
    clearTimeout(timer)
    more.signal?.removeEventListener('abort', stop)
  }
}

/** Asks a verb of a contract. Whatever goes wrong comes back as a refusal; only a caller's own abort throws. */
export async function ask<V extends Verb>(verb: V, input: AskOf<V>, more: AskMore = {}): Promise<Answer<OutputOf<V>>> {
  const response = await send(verb, input, more)
  if (!(response instanceof Response)) return { ok: false, refusal: response }
  if (!response.ok) return { ok: false, refusal: await refusalIn(response) }
  try {
    return { ok: true, value: (await response.json()) as OutputOf<V> }
  } catch {
    // Cut off in the middle: as good as no answer.
    return { ok: false, refusal: ownProblem('web.unreadable', say('web.unreadable')) }
  }
}

/** A file of a `download` verb, for previews and for saving. */
export async function fetchFile<V extends Verb>(verb: V, input: AskOf<V>, more: AskMore = {}): Promise<Answer<Blob>> {
  const response = await send(verb, input, more)
  if (!(response instanceof Response)) return { ok: false, refusal: response }
  if (!response.ok) return { ok: false, refusal: await refusalIn(response) }
  try {
    return { ok: true, value: await response.blob() }
  } catch {
    return { ok: false, refusal: ownProblem('web.offline', say('web.offline')) }
  }
}

/** Address of a `download` verb, for a plain link (`<a href download>`): the browser saves it under the name the server gives. */
export const linkTo = <V extends Verb>(verb: V, input: AskOf<V>): string => requestOf(verb, input).url
