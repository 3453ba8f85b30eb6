import { cpus, totalmem } from 'node:os'
import { quantile, type Comparison } from './measure/compare.ts'
import { exponent, type Growth, type Point } from './measure/growth.ts'

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map((_, i) => (i === 0 ? '---' : '---:')), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const ms = (value: number): string => value.toFixed(value < 10 ? 2 : 1)
const times = (value: number): string => `${value.toFixed(2)} ×`

interface Measured {
  registrations: number
  applications: { inUnit: number; all: number } | null
  postgres: string
  seconds: number
  comparisons: readonly Comparison[]
  growth: Growth
  idle: { program: number; postgres: number }
}

/** The one page that is printed, and kept with `--keep`. */
export function report(given: Measured): string {
  const { comparisons, growth, idle } = given
  const operations = comparisons.map(({ name, block, beside, drift, isVoid, tries }) => [
    name, ms(block.program), ms(block.postgres), block.queries.toFixed(1), block.hit.toFixed(0), block.read.toFixed(1),
    ms(quantile(block.ms, 0.5)), ms(quantile(block.ms, 0.95)), beside ? ms(beside.cpu) : '-', beside ? ms(beside.ms) : '-',
    beside ? times(block.postgres / beside.cpu) : '-', beside ? times((block.program + block.postgres) / beside.cpu) : '-', `${drift.toFixed(2)}${isVoid ? ' **void**' : tries > 1 ? ` (try ${tries})` : ''}`,
  ])
  const n = (value: number) => value.toLocaleString('en')
  const sizesOf = (points: readonly Point[]) => points.map(({ rows }) => n(rows)).join(', ')
  /** Operations over as many rows stand in one table. */
  const flat = Object.entries(Object.groupBy([...growth], ([, points]) => sizesOf(points))).map(([sizes, all = []]) => `At ${sizes} rows:

${table(['operation', ...(all[0]?.[1] ?? []).map(({ rows }) => `pages ${n(rows)}`), 'exponent', ...(all[0]?.[1] ?? []).map(({ rows }) => `CPU ${n(rows)}`), 'exponent'],
    all.map(([name, points]) => [
      name, ...points.map(({ buffers }) => buffers.toFixed(0)), exponent(points, ({ buffers }) => buffers).toFixed(2),
      ...points.map(({ cpu }) => ms(cpu)), exponent(points, ({ cpu }) => cpu).toFixed(2),
    ]))}
`)
  return `# Bench

${n(given.registrations)} registrations over 40 desks, the lists are those of the biggest (four of ten) and of the bureau above all; ${n(given.registrations * 8)}
people of 301 units, the lists are those of the biggest with ${n(given.registrations * 2)}.${given.applications ? ` ${n(given.applications.all)} applications, ${n(given.applications.inUnit)} of
them of the biggest unit.` : ''} Node ${process.versions.node},
PostgreSQL ${given.postgres} with fsync and its own defaults, ${cpus().length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GB; ${given.seconds.toFixed(0)} s.

CPU milliseconds are processor time read from outside (/proc: the program's threads; the server with all its processes), queries and
pages of 8 kB per request after pg_stat_statements. pgbench says the same SQL with the same kind of values (prepared, one connection,
one look-up of its values more) between the two blocks of the program: A B A'. A' : A outside 0.9-1.1 is tried again, and void where it stays so.
No job runs meanwhile. At rest, program ${ms(idle.program)} and PostgreSQL ${ms(idle.postgres)} ms of CPU a second; it is not taken off.

${table(['operation', 'CPU program', 'CPU PostgreSQL', 'queries', 'hit', 'read', 'p50 ms', 'p95 ms', 'pgbench CPU', 'pgbench ms', 'PostgreSQL : pgbench', 'all CPU : pgbench', "A' : A"], operations)}

## Growth

Cost at each size, and the power of the number of rows with which it grows (0 flat, 1 in proportion): of registrations, for the review
list of the lines of the biggest unit, for applications of those in the list's scope.

${flat.join('\n')}`
}
