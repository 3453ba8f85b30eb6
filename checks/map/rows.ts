import { testsOfRows } from '../house/rows.ts'
import type { Tree } from '../house/tree.ts'
import { code, page, table } from './text.ts'

const order = (row: string): string => row.replace(/\d+/g, (n) => n.padStart(4, '0'))

/** Which tests name which row; `npm run map S1-18` prints their titles. */
export function rowsPage(tree: Tree, finished: Readonly<Record<string, readonly string[]>>): string {
  const tests = testsOfRows(tree)
  const files = (row: string) => [...new Set((tests.get(row) ?? []).map(({ file }) => file))].sort()
  const listed = new Set(Object.values(finished).flat())
  const others = [...tests.keys()].filter((row) => !listed.has(row)).sort((a, b) => (order(a) < order(b) ? -1 : 1))
  return page(
    'Rows of the requirements and their tests 需求与测试对照',
    'A finished row without a test fails the house checks (`finished-rows.json`). The titles: `npm run map S1-18`.',
    ...Object.entries(finished).flatMap(([what, rows]) => [`## Finished: ${what}`, table(['row', 'tests'], rows.map((row) => [row, files(row).map(code).join(', ')]))]),
    '## Named by tests besides',
    table(['row', 'tests'], others.map((row) => [row, files(row).map(code).join(', ')])),
  )
}
