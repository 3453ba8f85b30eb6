import { expect, test } from 'vitest'
import { z } from 'zod'
import { contract, verb } from '../src/kernel/contract.ts'
import type { Room } from '../src/platform/room.ts'
import { rooms } from '../src/modules.ts'
import { words } from '../src/words.ts'
import { mendedByOneself } from './house/deed-reasons.ts'
import { wrongDeeds } from './house/deeds.ts'

test('every deed that can be asked about has words, and whoever is refused is told who can change it', () => {
  expect(wrongDeeds(rooms, words, mendedByOneself)).toEqual([])
})

test('no reason is given for a code that no deed can give, or that has a helper by now', () => {
  const codes = new Set(rooms.flatMap((room) => Object.entries(room.deeds ?? {}).flatMap(([name, deed]) => [...(room.contract[name.split('.')[1] ?? '']?.refusals ?? []), ...(deed.refusals ?? [])])))
  const helped = new Set(rooms.flatMap((room) => Object.keys(room.helpers ?? {})))
  expect(Object.keys(mendedByOneself).filter((code) => !codes.has(code) || helped.has(code))).toEqual([])
})

const lamps = (deeds: Room['deeds'], helpers: Room['helpers'] = {}) => [{
  name: 'lamps', deeds, helpers,
  contract: contract({ light: verb({ method: 'POST', path: '/api/lamps/light', guard: 'session', input: z.object({}), output: z.object({}), refusals: ['lamps.broken'], summary: 'Light' }) }),
}]
const light = { posts: ['person'] as const, ask: async () => null }
const said = { zh: { 'lamps.light.deed': '点亮', 'lamps.broken': '已损坏。' }, en: { 'lamps.light.deed': 'Light it', 'lamps.broken': 'It is broken.' } }

test.each([
  ['nothing where all is said', lamps({ 'lamps.light': light }, { 'lamps.broken': 'support' }), said, []],
  ['a name of another room', lamps({ 'fires.light': light }, { 'lamps.broken': 'support' }), said, ['fires.light is no deed of lamps', 'fires.light has no words (zh)', 'fires.light has no words (en)']],
  ['a deed without its English', lamps({ 'lamps.light': light }, { 'lamps.broken': 'support' }), { ...said, en: { 'lamps.broken': 'It is broken.' } }, ['lamps.light has no words (en)']],
  ['a deed for nobody', lamps({ 'lamps.light': { ...light, posts: [] } }, { 'lamps.broken': 'support' }), said, ['lamps.light is named to nobody']],
  ['a code that leads to nobody', lamps({ 'lamps.light': light }), said, ['lamps.light: lamps.broken leads to nobody']],
  ['a code of its own without words', lamps({ 'lamps.light': { ...light, refusals: ['lamps.gone'] } }, { 'lamps.broken': 'support' }), said, ['lamps.light: lamps.gone has no words']],
])('finds %s', (_name, forged, table, expected) => {
  expect(wrongDeeds(forged, table as { zh: Record<string, string>; en: Record<string, string> }, {})).toEqual(expected)
})
