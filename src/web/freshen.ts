import type { Query, QueryClient } from '@tanstack/react-query'

/** How long deeds must have rested. */
export const restMilliseconds = 1500

/** A count beside the menu: nobody decides by it. */
const isBeside = ({ observers }: Query): boolean => observers.length > 0 && observers.every(({ options }) => options.meta?.beside === true)

let resting: ReturnType<typeof setTimeout> | undefined

/**
 * After a deed everything shown is asked again; what stands beside the menu once deeds have rested. Whoever decides three hundred files
 * one after the other would otherwise ask for eight counts after each.
 */
export function freshen(client: QueryClient): void {
  void client.invalidateQueries({ predicate: (query) => !isBeside(query) })
  clearTimeout(resting)
  resting = setTimeout(() => void client.invalidateQueries({ predicate: isBeside }), restMilliseconds)
}
