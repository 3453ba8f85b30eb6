import { describe, expect, test } from 'vitest'
import { corridorOf, wrongArrows } from './house/arrows.ts'
import { forged, readTree, type Tree } from './house/tree.ts'

const modules = `
  import { units } from './modules/units/room.ts'
  import { people } from './modules/people/room.ts'
  export const rooms: readonly Room[] = [units, people]`

/** A house of two rooms in order, with these files more. */
const house = (files: Record<string, string>): Tree => forged({
  'src/modules.ts': modules,
  'src/modules/units/room.ts': `import { x } from './server.ts'\nexport const units = x`,
  'src/modules/units/server.ts': `import { y } from './store.ts'\nexport const x = y`,
  'src/modules/units/store.ts': `import { sql } from 'kysely'\nexport const y = sql`,
  'src/modules/units/index.ts': `export { y } from './store.ts'`,
  'src/modules/units/unit.ts': `import { procedure } from '../../kernel/process.ts'\nexport const p = procedure([])`,
  'src/modules/people/room.ts': 'export const people = 1',
  'src/kernel/process.ts': 'export const procedure = () => []',
  ...files,
})

describe('arrows go one way (house.md, law 9)', () => {
  test('the corridor is read from src/modules.ts', () => {
    expect(corridorOf(house({}))).toEqual(['units', 'people'])
  })

  test('in the house as it stands', () => {
    expect(wrongArrows(readTree('src'))).toEqual([])
  })

  test('a sound house has none', () => {
    expect(wrongArrows(house({
      'src/modules/people/server.ts': `import { y } from '../units/index.ts'\nimport { p } from '../units/unit.ts'\nexport const z = [y, p]`,
      'src/modules/people/web/pages.tsx': `import { p } from '../../units/unit.ts'\nexport const Page = () => <b>{p}</b>`,
      'src/modules.web.ts': `export const load = () => import('./modules/people/web/pages.tsx')`,
      'src/platform/tools.ts': `import type { Config } from '../config.ts'\nexport type T = Config`,
    }))).toEqual([])
  })

  const violations: [string, Record<string, string>, RegExp][] = [
    ['a store of another room', { 'src/modules/people/server.ts': `import { y } from '../units/store.ts'\nexport const z = y` }, /a store is private/],
    ['a store of another room, in a folder', { 'src/modules/people/server.ts': `import { y } from '../units/store/rows.ts'\nexport const z = y`, 'src/modules/units/store/rows.ts': 'export const y = 1' }, /a store is private/],
    ['a store, re-exported', { 'src/modules/people/server.ts': `export * from '../units/store.ts'` }, /a store is private/],
    ['a store, by import()', { 'src/modules/people/server.ts': `export const z = () => import('../units/store.ts')` }, /a store is private/],
    ['the type of a store', { 'src/modules/people/server.ts': `import type { Y } from '../units/store.ts'\nexport type Z = Y` }, /a store is private/],
    ['the server of another room', { 'src/modules/people/server.ts': `import { x } from '../units/server.ts'\nexport const z = x` }, /only index.ts and pure rule files/],
    ['a rule file that is not pure', {
      'src/modules/units/rule.ts': `import { y } from './store.ts'\nexport const r = y`,
      'src/modules/people/server.ts': `import { r } from '../units/rule.ts'\nexport const z = r`,
    }, /only index.ts and pure rule files/],
    ['a later room', { 'src/modules/units/early.ts': `import { z } from '../people/index.ts'\nexport const e = z`, 'src/modules/people/index.ts': 'export const z = 1' }, /people stands after units/],
    ['a room outside of the corridor', { 'src/modules/attic/index.ts': 'export const a = 1' }, /attic is not in the corridor/],
    ['kernel that needs a package', { 'src/kernel/ids.ts': `import { randomUUID } from 'node:crypto'\nexport const id = randomUUID` }, /the kernel imports nothing but zod/],
    ['kernel that needs codes', { 'src/kernel/ids.ts': `import { c } from '../codes/c.ts'\nexport const id = c`, 'src/codes/c.ts': 'export const c = 1' }, /the kernel imports nothing but zod/],
    ['codes that need the platform', { 'src/codes/c.ts': `import type { Db } from '../platform/db.ts'\nexport type C = Db`, 'src/platform/db.ts': 'export type Db = 1' }, /codes import only/],
    ['a platform that knows a room', { 'src/platform/serve.ts': `import { y } from '../modules/units/index.ts'\nexport const s = y` }, /the platform knows no rooms/],
    ['a shell that knows a room', { 'src/web/header.tsx': `import { p } from '../modules/units/unit.ts'\nexport const h = p` }, /the shell knows no rooms/],
    ['a browser page with a server behind it', { 'src/modules/units/web/home.tsx': `import { x } from '../server.ts'\nexport const Home = () => <b>{x}</b>` }, /the browser loads server code/],
    ['a browser page with a store two files away', {
      'src/modules/units/web/home.tsx': `import { f } from '../facts.ts'\nexport const Home = () => <b>{f}</b>`,
      'src/modules/units/facts.ts': `import { y } from './store.ts'\nexport const f = y`,
    }, /the browser loads a store/],
    ['a browser page on the platform', { 'src/web/main.tsx': `import { deed } from '../platform/deed.ts'\ndeed()`, 'src/platform/deed.ts': 'export const deed = () => 1' }, /the browser loads the platform/],
    ['a browser page on a part of Node', { 'src/web/main.tsx': `import { join } from 'node:path'\njoin()` }, /the browser loads node:path/],
    ['a ring of files', { 'src/web/a.ts': `import { b } from './b.ts'\nexport const a = b`, 'src/web/b.ts': `import { a } from './a.ts'\nexport const b = a` }, /need each other to load: src\/web\/a.ts -> src\/web\/b.ts/],
  ]
  test.each(violations)('finds %s', (_name, files, expected) => {
    expect(wrongArrows(house(files)).join('\n')).toMatch(expected)
  })

  test('a ring of types alone is none', () => {
    expect(wrongArrows(house({
      'src/web/a.ts': `import type { B } from './b.ts'\nexport type A = B`, 'src/web/b.ts': `import type { A } from './a.ts'\nexport type B = A`,
    }))).toEqual([])
  })

  test('a file that does not parse is not passed over', () => {
    expect(() => wrongArrows(house({ 'src/web/a.ts': 'import {' }))).toThrow(/does not parse/)
  })
})
