import { expect, test } from 'vitest'
import { changesBy, enableOffer, ticksOf } from './ticks.ts'

const lines = [
  { id: 'a', openTo: 'granted' as const, granted: true },
  { id: 'b', openTo: 'granted' as const, granted: false },
  { id: 'c', openTo: 'granted' as const, granted: false },
]
const disabled = { status: 'disabled' as const, can: ['enable'] }

test('S1-50 the page says what saving opens and what it ends', () => {
  const { added, ended } = changesBy(lines, new Set(['b', 'c']))
  expect(added.map(({ id }) => id)).toEqual(['b', 'c'])
  expect(ended.map(({ id }) => id)).toEqual(['a'])
  expect(changesBy(lines, ticksOf(lines))).toEqual({ added: [], ended: [] })
})

test('S1-09 D10 the first module proposes to enable; who was disabled with modules is only offered it', () => {
  const none = lines.map((line) => ({ ...line, granted: false }))
  expect(enableOffer(disabled, none, new Set(['a']))).toBe('proposed')
  expect(enableOffer(disabled, none, new Set())).toBe('none')
  expect(enableOffer(disabled, lines, new Set(['a', 'b']))).toBe('offered')
  expect(enableOffer({ status: 'enabled', can: [] }, none, new Set(['a']))).toBe('none')
  expect(enableOffer({ status: 'disabled', can: [] }, none, new Set(['a']))).toBe('none')
})
