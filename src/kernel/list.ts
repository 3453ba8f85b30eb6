import { z } from 'zod'

/** A page of a big list goes by key, never by OFFSET: `after` and `before` are opaque to the browser. */
export const pageInput = {
  after: z.string().max(400).optional(),
  before: z.string().max(400).optional(),
  size: z.number().int().min(1).max(100).default(20),
}

/** D22: exact from kept counts or up to `countedUpTo`; above that `n` is the cap and `exact` false ("10,000+"). */
export const totalOutput = z.object({ n: z.number().int(), exact: z.boolean() })
export const countedUpTo = 10_000

export const pageOutput = <T extends z.ZodType>(row: T) =>
  z.object({ rows: z.array(row), total: totalOutput, next: z.string().nullable(), previous: z.string().nullable() })

/** The key of a row within its order, as text for the link: base64url of JSON. */
export const cursorOf = (key: readonly (string | number)[]): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(key))))
    .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

/** The key again, or null if somebody made it up. */
export function keyOf(cursor: string | undefined, length: number): (string | number)[] | null {
  if (!cursor) return null
  try {
    const bytes = Uint8Array.from(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0))
    const key: unknown = JSON.parse(new TextDecoder().decode(bytes))
    const whole = Array.isArray(key) && key.length === length && key.every((k) => ['string', 'number'].includes(typeof k))
    return whole ? (key as (string | number)[]) : null
  } catch {
    return null
  }
}
