import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import type { Search } from './search.ts'

/**
 * Filters of a list. They stand in the link, so that a list can be sent on and the browser's arrows work; filters that hold
 * personal data (`personal`) never do (guards.md, section 5) and live in memory only.
 */
export type FilterDefs = Readonly<Record<string, { personal?: true; initial?: string }>>
export type FilterValues<D extends FilterDefs> = { [K in keyof D]?: string }

/** The place in a keyset list, as the link keeps it. */
export interface Place {
  after?: string
  before?: string
  page?: number
}

const withoutPlace = ({ after: _after, before: _before, page: _page, ...rest }: Search): Search => rest

/** The place that a link names; a number that is none is the first page. */
export function placeIn({ after, before, page }: Search): Place {
  const number = /^[1-9]\d{0,5}$/.test(page ?? '') ? Number(page) : undefined
  return { ...(after ? { after } : {}), ...(before ? { before } : {}), ...(number ? { page: number } : {}) }
}

/** The same link at another place in the list. */
export const linkAt = (search: Search, { after, before, page }: Place): Search =>
  ({ ...withoutPlace(search), ...(after ? { after } : {}), ...(before ? { before } : {}), ...(page ? { page: String(page) } : {}) })

export interface Filters<D extends FilterDefs = FilterDefs> {
  values: FilterValues<D>
  place: Place
  /** Whether anything narrows the list. */
  narrowed: boolean
  /** 查询: takes the values and goes to the first page. */
  set: (values: FilterValues<D>) => void
  /** 重置 */
  reset: () => void
  go: (place: Place) => void
}

/** What of a link and of memory are the values of these filters. */
export function filtersIn<D extends FilterDefs>(defs: D, search: Search, memory: Search): FilterValues<D> {
  const values: Search = {}
  for (const [name, def] of Object.entries(defs)) {
    const value = def.personal ? memory[name] : search[name]
    if (value ?? def.initial) values[name] = (value ?? def.initial)!
  }
  return values
}

/** The link for these values: other parts of the link stay, the place in the list is forgotten, personal values are left out. */
export function linkOf<D extends FilterDefs>(defs: D, search: Search, values: FilterValues<D>): Search {
  const link = withoutPlace(search)
  for (const [name, def] of Object.entries(defs)) {
    const value = values[name]?.trim()
    delete link[name]
    if (value && !def.personal && value !== def.initial) link[name] = value
  }
  return link
}

const personalOf = <D extends FilterDefs>(defs: D, values: FilterValues<D>): Search =>
  Object.fromEntries(Object.keys(defs).flatMap((name) => {
    const value = values[name]?.trim()
    return defs[name]?.personal && value ? [[name, value]] : []
  }))

/** Filters of the list on this page; `defs` stands outside of the component. */
export function useFilters<const D extends FilterDefs>(defs: D): Filters<D> {
  const search: Search = useSearch({ strict: false })
  const navigate = useNavigate()
  const [memory, setMemory] = useState<Search>({})
  const to = useCallback((next: Search) => void navigate({ to: '.', search: next }), [navigate])
  return useMemo(() => {
    const values = filtersIn(defs, search, memory)
    return {
      values,
      place: placeIn(search),
      narrowed: Object.keys(defs).some((name) => values[name] !== undefined && values[name] !== defs[name]?.initial),
      set: (next) => {
        setMemory(personalOf(defs, next))
        to(linkOf(defs, search, next))
      },
      reset: () => {
        setMemory({})
        to(linkOf(defs, search, {}))
      },
      go: (place) => to(linkAt(search, place)),
    }
  }, [defs, search, memory, to])
}
