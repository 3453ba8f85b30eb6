import type { Verb } from '../kernel/contract.ts'

/** A verb and its input as an HTTP request. */
export interface HttpRequest {
  method: 'GET' | 'POST'
  url: string
  /** JSON; absent for GET and for uploads. */
  body?: string
}

/**
 * Parts of the path (`:id`) are taken out of the input; the rest goes into the query of a GET (empty values are left out,
 * lists repeat their name) or into the body of a POST.
 */
export function requestOf(verb: Pick<Verb, 'method' | 'path' | 'upload'>, input: unknown): HttpRequest {
  const rest: Record<string, unknown> = { ...(input as Record<string, unknown> | null | undefined) }
  const path = verb.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name]
    delete rest[name]
    // `.` and `..` would be eaten by the address itself.
    if (typeof value !== 'string' && typeof value !== 'number') throw new Error(`${verb.path} needs ${name}`)
    if (/^\.{0,2}$/.test(String(value))) throw new Error(`${verb.path}: ${name} is empty`)
    return encodeURIComponent(String(value))
  })
  if (verb.method === 'POST') return verb.upload ? { method: 'POST', url: path } : { method: 'POST', url: path, body: JSON.stringify(rest) }
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(rest)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') query.append(name, String(one))
    }
  }
  const text = query.toString()
  return { method: 'GET', url: text ? `${path}?${text}` : path }
}
