import type { Said } from './record.ts'

const token = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}|\b[0-9a-f]{64}\b/g

const tokensIn = (list: readonly Said[]): Set<string> =>
  new Set(list.flatMap(({ values }) => values.flatMap((value) => value?.match(token) ?? [])))

/**
 * The values of one recorded deed for other inputs: what belonged to its input (`facts`) becomes the other's, and ids
 * and digests that it alone had (made at random by the program) become new ones. So a write can be said again and again.
 */
export function again(recorded: readonly Said[][], facts: readonly string[], others: readonly (readonly string[])[]): (string | null)[][] {
  const [model = [], ...rest] = recorded
  const known = new Set(rest.flatMap((list) => [...tokensIn(list)]))
  const fresh = [...tokensIn(model)].filter((one) => !known.has(one) && !facts.includes(one))
  return others.map((other, n) => {
    const pairs: [string, string][] = [
      ...facts.map((fact, i): [string, string] => [fact, other[i] ?? fact]),
      ...fresh.map((one, i): [string, string] => [one, newToken(one, n, i)]),
    ]
    const longestFirst = pairs.filter(([from]) => from.length > 5).sort(([a], [b]) => b.length - a.length)
    return model.flatMap(({ values }) => values).map((value) =>
      value === null ? null : longestFirst.reduce((text, [from, to]) => text.replaceAll(from, to), value))
  })
}

/** Of the same shape and never twice; its beginning, the time, stays, so that it falls where the program's would. */
function newToken(old: string, n: number, i: number): string {
  const tail = (Math.floor(Math.random() * 2 ** 24) * 2 ** 24 + n * 256 + i).toString(16).padStart(12, '0').slice(-12)
  return old.slice(0, -12) + tail
}
