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
}

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
  const { after: _after, before: _before, ...link } = search
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
      place: { after: search.after, before: search.before },
      narrowed: Object.keys(defs).some((name) => values[name] !== undefined && values[name] !== defs[name]?.initial),
      set: (next) => {
        setMemory(personalOf(defs, next))
        to(linkOf(defs, search, next))
      },
      reset: () => {
        setMemory({})
        to(linkOf(defs, search, {}))
      },
      go: (place) => {
        const { after: _after, before: _before, ...rest } = search
        to({ ...rest, ...(place.after ? { after: place.after } : {}), ...(place.before ? { before: place.before } : {}) })
      },
    }
  }, [defs, search, memory, to])
}
