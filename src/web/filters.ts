import { useLocation, useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { newId } from '../kernel/ids.ts'
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

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** Under which name the personal filters of this step are held in memory. */
    filters?: string
  }
}

/**
 * Personal filters by the step of the history that set them: back from one person, the list is as it was. In memory only;
 * loading the page anew (signing out does) forgets them.
 */
const held = new Map<string, Search>()
const mostHeld = 50

function hold(personal: Search): string | undefined {
  if (Object.keys(personal).length === 0) return undefined
  const name = newId()
  held.set(name, personal)
  for (const oldest of held.keys()) if (held.size > mostHeld) held.delete(oldest)
  return name
}

const nothingHeld: Search = {}

/** Filters of the list on this page; `defs` stands outside of the component. */
export function useFilters<const D extends FilterDefs>(defs: D): Filters<D> {
  const search: Search = useSearch({ strict: false })
  const navigate = useNavigate()
  const name = useLocation({ select: ({ state }) => state.filters })
  return useMemo(() => {
    const memory = (name && held.get(name)) || nothingHeld
    const values = filtersIn(defs, search, memory)
    const to = (next: Search, filters: string | undefined) => void navigate({ to: '.', search: next, state: { filters } })
    return {
      values,
      place: placeIn(search),
      narrowed: Object.keys(defs).some((one) => values[one] !== undefined && values[one] !== defs[one]?.initial),
      set: (next) => to(linkOf(defs, search, next), hold(personalOf(defs, next))),
      reset: () => to(linkOf(defs, search, {}), undefined),
      go: (place) => to(linkAt(search, place), name),
    }
  }, [defs, search, name, navigate])
}
