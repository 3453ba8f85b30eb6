import { describe, expect, test } from 'vitest'
import { consoleUsers, dangerous, environmentReaders, foreignAddresses, medianLength, putOff, tooLong, unindexable, vagueNames } from './house/text-rules.ts'
import { forged, isTest, only, ourFolders, readTree, type Tree } from './house/tree.ts'

const src = readTree('src')
const all = readTree(...ourFolders)
const words = /(^|\/)words\.[\w.]+\.ts$/

/** Files of more than 300 lines, each with its reason. */
const longFiles: Readonly<Record<string, string>> = {}

/** Where a page may lead a person; nothing is loaded from there. */
const links: Readonly<Record<string, string>> = {
  'https://beian.miit.gov.cn/': 'the ICP record number links to its register, as the law asks (NS-9)',
  'https://beian.mps.gov.cn/': 'the police record number links to its register, as the law asks (NS-9)',
}

/** Files where `is not distinct from` looks nothing up, each with its reason. */
const nullSafe: Readonly<Record<string, string>> = {}

const file = (code: string, name = 'src/a.ts'): Tree => forged({ [name]: code })

describe('nothing is put off', () => {
  test('in the sources, tests and checks', () => expect(putOff(all)).toEqual([]))

  test.each([
    ['a promise in a comment', `// ${'TO' + 'DO'}: later`], ['another one', `/* ${'FIX' + 'ME'} */`],
    ['a skipped test', `it.${'skip'}('x', () => {})`], ['a lone test', `describe.${'only'}('x', () => {})`],
    ['a test to be written', `test.${'todo'}('x')`], ['a skipped table', `test.${'skip'}.each([1])('x', () => {})`],
  ])('finds %s', (_name, code) => expect(putOff(file(code))).toHaveLength(1))

  test('a condition that is said is no skipping', () => expect(putOff(file(`test.skipIf(!there)('x', () => {})`))).toEqual([]))
})

describe('files are small and named by their noun (house.md, law 13)', () => {
  // Words and lists are tables: their length is their content.
  const counted = only(all, (name) => !words.test(name) && !name.startsWith('src/codes/data/'))

  const isContractTest = (name: string) => name.endsWith('.api.test.ts')

  test('none is longer than 300 lines without a reason', () => expect(tooLong(only(counted, (name) => !isContractTest(name)), 300, longFiles)).toEqual([]))
  // The contract of a room is told in one go, on one server.
  test('no contract test is longer than 500', () => expect(tooLong(only(counted, isContractTest), 500, {})).toEqual([]))
  test('the median is below 80 lines', () => expect(medianLength(only(counted, (name) => name.startsWith('src/') && !isTest(name)))).toBeLessThan(80))
  test('no name is vague', () => expect(vagueNames(all)).toEqual([]))

  test('finds a long file, a reason that is out of date, and a vague name', () => {
    expect(tooLong(file('x\n'.repeat(301)), 300, {})).toEqual(['src/a.ts has 301 lines, more than 300'])
    expect(tooLong(file('x\n'), 300, { 'src/a.ts': 'x' })).toEqual([expect.stringMatching(/not long any more/)])
    expect(vagueNames(forged({ 'src/web/utils.ts': '', 'src/helpers/a.ts': '', 'src/web/form.ts': '' }))).toEqual(['src/web/utils.ts', 'src/helpers/a.ts'])
  })
})

describe('what the program must not do', () => {
  test('only src/config reads the environment', () => expect(environmentReaders(src)).toEqual([]))
  test('nothing writes to the console', () => expect(consoleUsers(src)).toEqual([]))
  test('browsers are sent to no foreign address (PI-12)', () => expect(foreignAddresses(src, links)).toEqual([]))
  test('no text becomes HTML or code', () => expect(dangerous(src)).toEqual([]))
  test('nothing is looked up in a way that no index serves', () => expect(unindexable(src, nullSafe)).toEqual([]))

  test('finds who reads the environment', () => {
    expect(environmentReaders(file('export const p = process.env.PORT'))).toHaveLength(1)
    expect(environmentReaders(file(`export const p = process['env']`))).toHaveLength(1)
    expect(environmentReaders(file('export const p = process.env', 'src/config.ts'))).toEqual([])
  })

  test('finds who writes to the console', () => {
    expect(consoleUsers(file(`console.log('x')`))).toHaveLength(1)
    expect(consoleUsers(file('export const f = console.error'))).toHaveLength(1)
  })

  test.each([
    ['a script from elsewhere', `export const s = 'https://cdn.example.com/x.js'`, 'src/web/a.ts'],
    ['an address without a scheme', `export const s = '//cdn.example.com/x.js'`, 'src/web/a.ts'],
    ['an address in a template', 'export const s = `https://${host}/x`', 'src/modules/units/web/a.ts'],
    ['an image of a page', `export const A = () => <img src="https://example.com/a.png" />`, 'src/web/a.tsx'],
    ['a font in a style sheet', `@import url("https://fonts.example.com/a.css");`, 'src/platform/page/a.css'],
    ['a script of the first page', `<script src="http://example.com/a.js"></script>`, 'src/web/index.html'],
  ])('finds %s', (_name, code, name) => expect(foreignAddresses(file(code, name))).toHaveLength(1))

  test('names of vocabularies and comments are none', () => {
    expect(foreignAddresses(file(`// see https://example.com/\nexport const ns = 'http://www.w3.org/2000/svg'`, 'src/web/a.ts'))).toEqual([])
  })

  test('finds a lookup that no index serves, and a reason that is out of date', () => {
    expect(unindexable(file('export const q = sql`select 1 from t where a is not distinct from ${b}::uuid`'))).toHaveLength(1)
    expect(unindexable(file(`q.where('a', 'is not distinct from', b)`))).toHaveLength(1)
    expect(unindexable(file('// not `is not distinct from`\nexport const q = sql`a is distinct from ${b} or a = ${c}`'))).toEqual([])
    expect(unindexable(file('export const q = 1'), { 'src/a.ts': 'x' })).toEqual([expect.stringMatching(/its reason can go/)])
  })

  test('finds text that becomes HTML or code', () => {
    expect(dangerous(file('export const A = () => <b dangerouslySetInnerHTML={{ __html: x }} />', 'src/web/a.tsx'))).toHaveLength(1)
    expect(dangerous(file('node.innerHTML = x'))).toHaveLength(1)
    expect(dangerous(file(`eval('1'); new Function('1')`))).toHaveLength(2)
  })
})
