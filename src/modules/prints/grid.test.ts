import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placed } from './grid.ts'

const cell = (of: string, w = 1, h = 1) => ({ of, w, h })
const places = (rows: Parameters<typeof placed<string>>[0]) => placed(rows).cells.map(({ of, x, y, w, h }) => `${of}:${x},${y} ${w}x${h}`)

test('E63 a pasted table lies as in HTML: in the next free place of its row', () => {
  expect(places([[cell('a', 2), cell('b', 1, 2)], [cell('c'), cell('d')]])).toEqual(['a:0,0 2x1', 'b:2,0 1x2', 'c:0,1 1x1', 'd:1,1 1x1'])
  expect(places([[cell('a', 1, 9)], [cell('b')]])).toEqual(['a:0,0 1x2', 'b:1,1 1x1'])
  expect(places([[cell('a'), cell('b', 1, 2), cell('c')], [cell('d', 3)]])).toEqual(['a:0,0 1x1', 'b:1,0 1x2', 'c:2,0 1x1', 'd:0,1 1x1'])
})

test('E63 whatever spans are pasted: no cell is lost, none lies over another or below the last row', () => {
  const table = fc.array(fc.array(fc.record({ w: fc.integer({ min: 1, max: 5 }), h: fc.integer({ min: 1, max: 5 }) }), { maxLength: 6 }), { maxLength: 8 })
  fc.assert(fc.property(table, (rows) => {
    const { columns, cells } = placed(rows.map((row) => row.map((one) => ({ ...one, of: null }))))
    const seen = new Set<string>()
    for (const { x, y, w, h } of cells) {
      expect(x + w).toBeLessThanOrEqual(columns)
      expect(y + h).toBeLessThanOrEqual(rows.length)
      for (let i = 0; i < w; i++) for (let j = 0; j < h; j++) {
        expect(seen.has(`${x + i} ${y + j}`)).toBe(false)
        seen.add(`${x + i} ${y + j}`)
      }
    }
    expect(cells).toHaveLength(rows.flat().length)
  }))
})
