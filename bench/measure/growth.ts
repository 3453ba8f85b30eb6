import type { Operation } from '../operations.ts'
import { block, once, total, type Bench } from './block.ts'

export interface Point {
  rows: number
  buffers: number
  cpu: number
}

/** Cost of one operation at several sizes of the database. */
export type Growth = Map<string, Point[]>

/** Adds what the watched operations cost at this size. */
export async function watch(bench: Bench, operations: readonly Operation[], rows: number, growth: Growth, times: number): Promise<void> {
  for (const operation of operations.filter(({ isWatched }) => isWatched)) {
    for (let n = 0; n < 25; n++) await once(bench, operation, n)
    const measured = await block(bench, operation, 25, times)
    const points = growth.get(operation.name) ?? []
    growth.set(operation.name, [...points, { rows: operation.among ?? rows, buffers: measured.hit + measured.read, cpu: total(measured) }])
  }
}

/** The power of the number of rows with which a cost grows between the first and the last point: 0 is flat, 1 is in proportion. */
export function exponent(points: readonly Point[], cost: (point: Point) => number): number {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || first === last) return 0
  return Math.log(cost(last) / cost(first)) / Math.log(last.rows / first.rows)
}
