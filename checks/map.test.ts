import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { procedure } from '../src/kernel/process.ts'
import type { NamedProcedure } from './house/procedures.ts'
import { forged, root } from './house/tree.ts'
import { generated } from './map/map.ts'
import { rowsPage } from './map/rows.ts'
import { mayPage, statesPage } from './map/states.ts'
import { tablesPage } from './map/tables.ts'
import { fillBlocks } from './map/text.ts'

describe('docs/map is what `npm run map` would write now', async () => {
  const made = await generated()
  test.each([...made.keys()])('%s', (file) => {
    const there = readFileSync(join(root, file), 'utf8')
    expect(there === made.get(file), `${file} is out of date: npm run map`).toBe(true)
  })
})

const lamp: NamedProcedure = {
  room: 'lamps', noun: 'lamp', file: 'src/modules/lamps/lamp.ts',
  ...procedure([
    { verb: 'light', from: ['dark'], to: 'bright', by: ['keeper'] },
    { verb: 'break', from: ['dark', 'bright'], to: 'broken', by: ['keeper', 'storm'], reason: 'required' },
  ] as const),
}
const said = { zh: { 'lamps.state.dark': '灭', 'lamps.state.bright': '亮', 'lamps.verb.light': '点亮' }, en: {} }

describe('the pages of the map', () => {
  test('draw every state and step', () => {
    const drawn = statesPage([lamp], said)
    expect(drawn).toContain('  [*] --> dark\n')
    expect(drawn).toContain('  dark --> bright: 点亮 · keeper\n  dark --> broken: break · keeper, storm\n  bright --> broken: break · keeper, storm\n')
    expect(drawn).toContain('| `break` | 灭 `dark`, 亮 `bright` | `broken` | `keeper`, `storm` | required |')
  })

  test('say who may what', () => {
    expect(mayPage([lamp], said)).toContain('| `keeper` | 点亮 `light`, `break` | `break` |  |\n| `storm` | `break` | `break` |  |')
  })

  test('change when a step changes', () => {
    const other = { ...lamp, steps: lamp.steps.slice(0, 1) }
    expect(statesPage([other], said)).not.toBe(statesPage([lamp], said))
    expect(mayPage([other], said)).not.toBe(mayPage([lamp], said))
  })

  test('list tables with writers and classes', () => {
    const columns = [{ name: 'phone', type: 'text', nullable: false, comment: 'P1 sealed; mask=phone; purpose=notices' }]
    const drawn = tablesPage([{ name: 'keeper', comment: 'Keepers | of lamps', columns, constraints: [] }], new Map([['keeper', new Set(['lamps'])]]), {})
    expect(drawn).toContain('| [keeper](#keeper) | `lamps` | Keepers \\| of lamps |')
    expect(drawn).toContain('| `phone` | text, required | P1 sealed | phone | notices |  |')
  })

  test('list rows with their tests, an untested one with none', () => {
    const tree = forged({ 'src/a.test.ts': `test('${'S1'}-18 a', () => {})\ntest('${'E'}02 b', () => {})` })
    expect(rowsPage(tree, { lamps: ['S1-18', 'S1-19'] })).toMatch(/\| S1-18 \| `src\/a\.test\.ts` \|\n\| S1-19 \| {2}\|[^]*\| E02 \| `src\/a\.test\.ts` \|/)
  })

  test('fill the generated part of a text and nothing else', () => {
    const text = 'a\n<!-- generated: x -->\nold\n<!-- end -->\nb\n'
    expect(fillBlocks(text, { x: 'new' })).toBe('a\n<!-- generated: x -->\nnew\n<!-- end -->\nb\n')
    expect(() => fillBlocks(text, {})).toThrow(/nothing generates the block x/)
  })
})
