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
  const broken = { name: 'src/a.test.ts', status: 'failed', message: 'no such module', assertionResults: [] }
  expect(countOf(report({ numPassedTests: 3, testResults: [broken] }), 1, false)).toMatchObject({ passed: 3, failed: 1, failures: ['src/a.test.ts\nno such module'] })
})

test('what a failed case said is told behind the table: a log that was cut at its beginning still names it', () => {
  const failed = { status: 'failed', fullName: 'S1-33 begins', failureMessages: [`expected 1\n${'at line\n'.repeat(40)}`] }
  const passed = { status: 'passed', fullName: 'S1-34', failureMessages: [] }
  const counted = countOf(report({ numPassedTests: 1, numFailedTests: 1, testResults: [{ name: 'a.test.ts', status: 'failed', assertionResults: [failed, passed] }] }), 1, false)
  expect(counted.failures).toHaveLength(1)
  expect(counted.failures?.[0]).toMatch(/^a\.test\.ts > S1-33 begins\nexpected 1\n(at line\n?){11}$/)
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
