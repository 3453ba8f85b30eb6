import { describe, expect, test } from 'vitest'
import { catalogue, type Catalogue } from './house/catalogue.ts'
import { internalConstraints } from './house/constraint-reasons.ts'
import { namedConstraints, wrongConstraints } from './house/constraints.ts'
import { forged, readTree } from './house/tree.ts'

const unit: Catalogue = [{
  name: 'unit', comment: 'Units', columns: [],
  constraints: [
    { name: 'unit_pkey', kind: 'p', definition: 'PRIMARY KEY (id)' },
    { name: 'unit_status_check', kind: 'c', definition: 'CHECK (...)' },
    { name: 'one_active_unit_per_credit_code', kind: 'i', definition: 'CREATE UNIQUE INDEX ...' },
    { name: 'a_unit_has_a_name', kind: 'c', definition: 'CHECK (...)' },
  ],
}]
const triggers = forged({ 'migrations/1.sql': `raise exception 'the last one stays' using errcode = '23514', constraint = 'the_last_one_stays';` })
const words = {
  one_active_unit_per_credit_code: { code: 'units.credit_code_active' },
  the_last_one_stays: { code: 'units.last' },
}
const internal = { a_unit_has_a_name: 'written with its name' }
const sentences = new Set(['units.credit_code_active', 'units.last'])

describe('the database has the last word, and says it in words (house.md, law 7)', () => {
  test('in the migrated catalogue', async () => {
    const [{ rooms, constraintWordsOf }, { words: said }] = await Promise.all([import('../src/modules.ts'), import('../src/words.ts')])
    const found = wrongConstraints(await catalogue(), readTree('migrations'), constraintWordsOf(rooms), internalConstraints, new Set(Object.keys(said.zh)))
    expect(found).toEqual([])
  })

  test('a sound table has no findings, and a trigger counts as a constraint', () => {
    expect(namedConstraints(unit, triggers).map(({ name }) => name)).toEqual(['one_active_unit_per_credit_code', 'a_unit_has_a_name', 'the_last_one_stays'])
    expect(wrongConstraints(unit, triggers, words, internal, sentences)).toEqual([])
  })

  test('finds a constraint without a sentence', () => {
    expect(wrongConstraints(unit, triggers, words, {}, sentences)).toEqual([expect.stringMatching(/a_unit_has_a_name \(unit\) has no refusal/)])
  })

  test('finds a trigger without a sentence', () => {
    const { the_last_one_stays: _, ...fewer } = words
    expect(wrongConstraints(unit, triggers, fewer, internal, sentences)).toEqual([expect.stringMatching(/the_last_one_stays \(\(trigger\)\) has no refusal/)])
  })

  test('finds words of a constraint that is gone, and a code without words', () => {
    expect(wrongConstraints(unit, triggers, { ...words, one_unit_per_name: { code: 'units.nowhere' } }, internal, sentences)).toEqual([
      expect.stringMatching(/one_unit_per_name has words and is no constraint/), expect.stringMatching(/units.nowhere, which has no words/),
    ])
  })

  test('finds a reason for a constraint that is gone, or that has words as well', () => {
    const stale = { ...internal, the_moon_is_round: 'x', the_last_one_stays: 'x' }
    expect(wrongConstraints(unit, triggers, words, stale, sentences)).toEqual([
      expect.stringMatching(/the_last_one_stays has a refusal and is called internal/), expect.stringMatching(/the_moon_is_round is called internal/),
    ])
  })

  test('finds a unique index that PostgreSQL named', () => {
    const nameless: Catalogue = [{ name: 'unit', comment: '', columns: [], constraints: [{ name: 'unit_name_key', kind: 'i', definition: '' }] }]
    expect(wrongConstraints(nameless, forged({}), {}, {}, new Set())).toEqual([expect.stringMatching(/unit_name_key \(unit\) needs a name/)])
  })
})
