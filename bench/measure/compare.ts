import type { Operation } from '../operations.ts'
import { again } from './again.ts'
import { block, once, total, type Bench, type Block } from './block.ts'
import { pgbench, rowsFor, scriptOf, type Pgbench } from './pgbench.ts'
import { alike, recordEach, type Said } from './record.ts'

/** Blocks A B A': the program, pgbench with the same SQL, the program again. */
export interface Comparison {
  name: string
  /** Both blocks of the program together. */
  block: Block
  /** null where the statements cannot be said again. */
  beside: Pgbench | null
  /** A' : A, total CPU. */
  drift: number
  isVoid: boolean
  tries: number
}

const warming = 25
const recordings = 8
/** A job of the program may fall into some of the recordings: then they are made again. */
const mostRecorded = 3

const fewest = 5

/** So many that the inputs last for every try: two blocks and the rows of pgbench in each. */
const timesWithin = (inputs: number, tries: number): number => Math.max(fewest, Math.floor(((inputs - warming - mostRecorded * recordings) / tries - rowsFor(0)) / 3))
/** Whether there are inputs for the shortest blocks. */
export const isEnough = ({ inputs = Infinity }: Operation, tries: number): boolean => inputs >= warming + mostRecorded * recordings + tries * (2 * fewest + rowsFor(fewest))
const isSteady = (drift: number) => drift >= 0.9 && drift <= 1.1

/**
 * Warms the operation up, writes down what it says to the database, and measures it on both sides of pgbench. A run whose
 * two blocks differ by more than a tenth is void and repeated. Writes use up their inputs: `n` goes on and on.
 */
export async function compare(bench: Bench, operation: Operation, extent: { ms: number; tries: number; folder: string }): Promise<Comparison> {
  let n = 0
  const take = (count: number) => (n += count) - count
  const warmed: number[] = []
  for (let i = 0; i < warming; i++) warmed.push(await once(bench, operation, take(1)))
  const each = median(warmed)
  const wanted = Math.min(400, Math.max(60, Math.ceil(extent.ms / each)))
  const times = operation.inputs === undefined ? wanted : Math.min(wanted, timesWithin(operation.inputs, extent.tries))

  const { said, model, modelAt } = await modelOf(bench, operation, () => take(recordings))
  const isWrite = model.some(({ sql }) => /^\s*(insert|update|delete|with\b[^]*\b(insert into|update|delete from)\b)/i.test(sql))

  for (let tries = 1; ; tries++) {
    const facts = operation.facts?.bind(operation)
    const others = Array.from({ length: rowsFor(times) }, () => facts?.(take(1)) ?? [])
    const rows = isWrite ? again(said, facts?.(modelAt) ?? [], others) : said.map((list) => list.flatMap(({ values }) => values))
    const script = operation.isUnrepeatable ? null : await scriptOf(bench.place, extent.folder, model, rows)
    const a = await block(bench, operation, take(times), times)
    const beside = script && await pgbench(bench.place, script, 0, isWrite ? times : Math.min(3000, Math.ceil(extent.ms / 3 / a.postgres)))
    const b = await block(bench, operation, take(times), times)
    const drift = total(b) / total(a)
    if (isSteady(drift) || tries === extent.tries) {
      return { name: operation.name, block: mean(a, b), beside, drift, isVoid: !isSteady(drift), tries }
    }
  }
}

/** What one request says to the database, and which one that was; beside it the other recordings that say the same. */
async function modelOf(bench: Bench, operation: Operation, takeInputs: () => number): Promise<{ said: Said[][]; model: Said[]; modelAt: number }> {
  for (let tries = 1; ; tries++) {
    const first = takeInputs()
    const recorded = await recordEach(bench.place, Array.from({ length: recordings }, (_, i) => () => once(bench, operation, first + i)))
    const said = alike(recorded)
    const [model] = said
    if (model?.length && said.length >= recordings / 2) return { said, model, modelAt: first + recorded.findIndex((list) => model.every((one) => list.includes(one))) }
    if (tries < mostRecorded) continue
    const texts = recorded.map((list) => list.map(({ sql }) => sql.replaceAll(/\s+/g, ' ').slice(0, 80)).join('\n  '))
    throw new Error(`${operation.name}: its statements differ from request to request:\n${texts.join('\n\n  ')}`)
  }
}

const mean = (a: Block, b: Block): Block => {
  const half = (of: (block: Block) => number) => (of(a) + of(b)) / 2
  return {
    ms: [...a.ms, ...b.ms], program: half((x) => x.program), postgres: half((x) => x.postgres),
    queries: half((x) => x.queries), hit: half((x) => x.hit), read: half((x) => x.read),
  }
}

export const quantile = (values: readonly number[], q: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))] ?? 0
export const median = (values: readonly number[]): number => quantile(values, 0.5)
