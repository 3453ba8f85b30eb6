import { keepPreviousData, QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import type { AskOf, OutputOf, Verb } from '../kernel/contract.ts'
import { actedLately } from './activity.ts'
import { ask, type Problem } from './client.ts'
import { deedKey } from './deed-key.ts'
import { freshen } from './freshen.ts'
import { isUnanswered, type Answer } from './problem.ts'

/** A refusal on its way through TanStack Query, which knows thrown things only. */
class Refused extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (count, error) => count < 1 && error instanceof Refused && isUnanswered(error.problem),
      retryDelay: 600,
    },
  },
})

export interface Asked<T> {
  value: T | undefined
  refusal: Problem | null
  /** Nothing to show yet. */
  loading: boolean
  /** Something is shown, and something newer is on its way. */
  refreshing: boolean
  again: () => void
}

/**
 * What is asked again of its own accord (a poll, a window that came back to the front) while nobody pressed or typed.
 * The first question of a page always belongs to the person who went there.
 */
const isBackground = (asked: { dataUpdateCount: number; errorUpdateCount: number } | undefined) =>
  asked !== undefined && asked.dataUpdateCount + asked.errorUpdateCount > 0 && !actedLately()

const keyOf = (verb: Verb, input: unknown) => [verb.method, verb.path, input]

/** What a reading verb answers; asked again when the input changes. `keep`: the old answer stays until then (lists). `fresh`: asked at every opening, for what others change at any moment. `ahead`: of what is only fetched before it is asked for, once: no deed on something else asks it again. `beside`: a count beside the menu, asked again once deeds have rested. */
export function useAsk<V extends Verb>(verb: V, input: AskOf<V>, options: { when?: boolean; every?: number; keep?: boolean; fresh?: boolean; ahead?: boolean; beside?: boolean } = {}): Asked<OutputOf<V>> {
  const query = useQuery({
    queryKey: keyOf(verb, input),
    enabled: options.when ?? true,
    refetchInterval: options.every,
    ...(options.fresh && { staleTime: 0 }),
    ...(options.ahead && { staleTime: 'static' }),
    ...(options.beside && { meta: { beside: true } }),
    placeholderData: options.keep ? keepPreviousData : undefined,
    queryFn: async ({ signal, client, queryKey }) => {
      const answer = await ask(verb, input, { signal, background: isBackground(client.getQueryState(queryKey)) })
      if (!answer.ok) throw new Refused(answer.refusal)
      return answer.value
    },
  })
  if (query.error && !(query.error instanceof Refused)) throw query.error
  return {
    value: query.data, refusal: query.error?.problem ?? null, loading: query.isPending, refreshing: query.isFetching,
    again: () => void query.refetch(),
  }
}

export interface Deed<V extends Verb> {
  /** Does it; a second call while one is under way waits for nothing and gives that one's answer. */
  do: (input: AskOf<V>) => Promise<Answer<OutputOf<V>>>
  busy: boolean
  /** The last refusal, until the next try. */
  refusal: Problem | null
  forget: () => void
}

/** A changing verb: key made before sending, kept on retry; afterwards everything shown is asked again. */
export function useDeed<V extends Verb>(verb: V): Deed<V> {
  const key = useMemo(() => deedKey(), [])
  const under = useRef<Promise<Answer<OutputOf<V>>> | null>(null)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Problem | null>(null)
  const client = useQueryClient()
  const run = async (input: AskOf<V>) => {
    setBusy(true)
    setRefusal(null)
    try {
      const answer = await ask(verb, input, { key: key.keyFor(input) })
      key.settle(answer)
      if (answer.ok) freshen(client)
      else setRefusal(answer.refusal)
      return answer
    } finally {
      under.current = null
      setBusy(false)
    }
  }
  return { do: (input) => (under.current ??= run(input)), busy, refusal, forget: () => setRefusal(null) }
}

/** After something happened outside of a deed (an upload): ask everything shown again. */
export const useRefresh = () => {
  const client = useQueryClient()
  return () => freshen(client)
}
