import { z } from 'zod'

/**
 * A page of a big list goes by key, never by OFFSET: `after` and `before` are opaque to the browser. `page` jumps to a page
 * by its number, where neither of them is given (S2-51).
 */
export const pageInput = {
  after: z.string().max(400).optional(),
  before: z.string().max(400).optional(),
  page: z.number().int().min(1).max(1_000_000).optional(),
  size: z.number().int().min(1).max(100).default(20),
}

/** D22: exact from kept counts or up to `countedUpTo`; above that `n` is the cap and `exact` false ("10,000+"). */
export const totalOutput = z.object({ n: z.number().int(), exact: z.boolean() })
export const countedUpTo = 10_000

export type Total = z.infer<typeof totalOutput>

/** 共n页 (S1-51); null where the total is not exact. An empty list is one empty page. */
export const pagesOf = ({ n, exact }: Total, size: number): number | null => (exact ? Math.max(1, Math.ceil(n / size)) : null)

export const pageOutput = <T extends z.ZodType>(row: T) =>
  z.object({
    rows: z.array(row),
    total: totalOutput,
    /** 当前第n页, from 1. */
    page: z.number().int(),
    pages: z.number().int().nullable(),
    next: z.string().nullable(),
    previous: z.string().nullable(),
  })

/** Where a page begins: behind (or before) the row with this key. Its number travels along, so that turning keeps count. */
export interface CursorPlace {
  page: number
  key: readonly (string | number)[]
}

/** The place as text for the link: base64url of JSON. */
export const cursorOf = ({ page, key }: CursorPlace): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify([page, ...key]))))
    .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

/** The place again, its key of so many parts, or null if somebody made it up. */
export function placeIn(cursor: string | undefined, length: number): CursorPlace | null {
  if (!cursor) return null
  try {
    const bytes = Uint8Array.from(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0))
    const [page, ...key] = JSON.parse(new TextDecoder().decode(bytes)) as unknown[]
    const isPage = typeof page === 'number' && Number.isSafeInteger(page) && page > 0 && page <= 1_000_000_000
    const isKey = key.length === length && key.every((part) => ['string', 'number'].includes(typeof part))
    return isPage && isKey ? { page, key: key as (string | number)[] } : null
  } catch {
    return null
  }
}
