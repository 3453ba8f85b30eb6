import { useMemo, useState } from 'react'
import type { FilterDefs, Filters, FilterValues, Place } from '../../../web/filters.ts'

/** Filters of a list that is part of a form: they stand in no link, since the form would be left with it. */
export function useLocalFilters<const D extends FilterDefs>(defs: D): Filters<D> {
  const [{ values, place }, put] = useState<{ values: FilterValues<D>; place: Place }>({ values: {}, place: {} })
  return useMemo(() => ({
    values, place,
    narrowed: Object.keys(defs).some((name) => values[name]),
    set: (next) => put({ values: next, place: {} }),
    reset: () => put({ values: {}, place: {} }),
    go: (next) => put((now) => ({ ...now, place: next })),
  }), [defs, values, place])
}
