import { expect, test } from 'vitest'
import { choose, parts } from './parts.ts'
import { sumOf, table } from './table.ts'
import { countOf } from './vitest.ts'

const names = (args: string[]) => choose(args).chosen.map(({ name }) => name)

test('without a name every part runs, in order', () => {
  expect(choose([])).toEqual({ chosen: parts, rest: [] })
  expect(choose(['-t', 'S1-33'])).toEqual({ chosen: parts, rest: ['-t', 'S1-33'] })
})

test('a name chooses a part, a group all of its parts; the rest is for vitest', () => {
  expect(names(['law'])).toEqual(['law'])
  expect(names(['contract', 'law'])).toEqual(['law', 'contract-embedded', 'contract-server'])
  expect(choose(['races', 'src/platform', '-t', 'I9']).rest).toEqual(['src/platform', '-t', 'I9'])
})

const report = (numbers: Partial<Parameters<typeof countOf>[0]>) => ({
  numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [], ...numbers,
})

test('cases are counted; waiting and planned ones are skipped', () => {
  const counted = countOf(report({ numPassedTests: 3, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 }), 1, false)
  expect(counted).toEqual({ passed: 3, failed: 1, skipped: 3 })
})

test('a file that cannot be collected fails', () => {
  const broken = { status: 'failed', assertionResults: [] }
  expect(countOf(report({ numPassedTests: 3, testResults: [broken] }), 1, false)).toMatchObject({ passed: 3, failed: 1 })
})

test('an error outside of every test fails', () => {
  expect(countOf(report({ numPassedTests: 3 }), 1, false)).toMatchObject({ failed: 1, note: 'an error outside of the tests' })
})

test('a part without any test fails, unless a filter left none', () => {
  expect(countOf(report({}), 0, false)).toMatchObject({ failed: 1, note: 'no tests were found' })
  expect(countOf(report({}), 0, true)).toEqual({ passed: 0, failed: 0, skipped: 0 })
})

test('the last line of the table is the sum', () => {
  const lines = [
    { title: '规则 · law', seconds: 1.25, outcome: { passed: 2, failed: 0, skipped: 1 } },
    { title: 'races', seconds: 12, outcome: { passed: 0, failed: 1, skipped: 0, note: 'NOT RUN: see above' } },
  ]
  expect(sumOf(lines)).toEqual({ passed: 2, failed: 1, skipped: 1 })
  expect(table(lines)).toBe(
    [
      '✓ 规则 · law     1.3 s  2 passed, 0 failed, 1 skipped',
      '✗ races         12.0 s  0 passed, 1 failed  NOT RUN: see above',
      '',
      '2 passed, 1 failed, 1 skipped',
    ].join('\n'),
  )
})
