import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { rowsIn, testsOfRows, titlesOf, untestedRows } from './house/rows.ts'
import { forged, ourFolders, readTree, root } from './house/tree.ts'

const finished = Object.values(JSON.parse(readFileSync(join(root, 'docs/map/finished-rows.json'), 'utf8')) as Record<string, string[]>).flat()

describe('every finished row of the requirements is named by a test', () => {
  test('in docs/map/finished-rows.json', () => {
    expect(untestedRows(readTree(...ourFolders), finished)).toEqual([])
  })

  test('each row once', () => expect(new Set(finished).size).toBe(finished.length))

  const tree = forged({
    'src/a.test.ts': `
      test('${'S1'}-18 a code is normalised', () => {})
      test.each([1])('${'S1'}-36 and ${'E'}02: %s', () => {})
      test.skipIf(no)(\`${'I'}4 \${n} officers at once\`, () => {})
      describe('${'S1'}-40 addresses', () => { test('two of them', () => {}) })
      describe('${'S1'}-41 contacts', () => {})
      // ${'S1'}-42 in a comment
      expect('${'S1'}-43 in a text').toBe(1)
      it('${'S1'}-44')`,
    'stories/b.story.ts': `test('${'S1'}-33 单位注册', async () => {})`,
    'src/server.ts': `test('${'S1'}-55 is no test', () => {})`,
  })

  test('finds a row without a test, and takes no comment, text, empty group or other file for one', () => {
    const rows = ['18', '33', '36', '40', '41', '42', '43', '44', '55'].map((n) => `S1-${n}`)
    expect(untestedRows(tree, [...rows, 'E02', 'I4', 'I17']).map((said) => said.split(' ')[0])).toEqual(['S1-41', 'S1-42', 'S1-43', 'S1-44', 'S1-55', 'I17'])
  })

  test('reads titles', () => {
    expect(titlesOf(tree)).toHaveLength(6)
    expect(testsOfRows(tree).get('E02')).toEqual([{ title: 'S1-36 and E02: %s', file: 'src/a.test.ts' }])
    expect(rowsIn('S1-N3, S1-N3 and S1-17; not XE08 or S1')).toEqual(['S1-N3', 'S1-17'])
  })
})
