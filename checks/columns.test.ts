import { describe, expect, test } from 'vitest'
import type { SealedColumn } from '../src/platform/seal/rotate.ts'
import { catalogue, type Catalogue } from './house/catalogue.ts'
import { dataClassOf, wrongColumns } from './house/columns.ts'
import { sealedColumns } from './house/sealed.ts'

const phone: SealedColumn = { table: 'person', key: 'id', column: 'phone', context: 'person.phone', blind: [{ column: 'phone_blind', context: 'phone', of: (p) => p }] }
const sound = {
  phone: 'P1 sealed; mask=phone; purpose=notices',
  phone_blind: 'P1 blind; purpose=search by exact value',
}

/** One table `person` with these comments. */
const person = (comments: Record<string, string | null>, comment: string | null = 'People', type = 'text'): Catalogue => [{
  name: 'person', comment, constraints: [],
  columns: [{ name: 'id', type: 'uuid', nullable: false, comment: '-' }, ...Object.entries(comments).map(([name, said]) => ({ name, type, nullable: true, comment: said }))],
}]

describe('every column says what it holds (S1-N4, DB-16)', () => {
  test('in the migrated catalogue', async () => {
    expect(wrongColumns(await catalogue(), await sealedColumns())).toEqual([])
  })

  test('a sound table has no findings', () => {
    expect(wrongColumns(person(sound), [phone])).toEqual([])
  })

  const violations: [string, Catalogue, SealedColumn[], RegExp][] = [
    ['a table without a comment', person(sound, null), [phone], /person has no comment/],
    ['a column without a comment', person({ ...sound, note: null }), [phone], /person.note: the comment must begin/],
    ['a comment without a class', person({ ...sound, note: 'what people say' }), [phone], /person.note: the comment must begin/],
    ['a class that only looks like one', person({ ...sound, note: 'P3; x' }), [phone], /person.note: the comment must begin/],
    ['a personal column without a mask', person({ ...sound, nick: 'P1; purpose=greeting' }), [phone], /person.nick is P1 and has no mask=/],
    ['a personal column without a purpose', person({ ...sound, nick: 'P1; mask=name' }), [phone], /person.nick is P1 and has no purpose=/],
    ['a sensitive column in clear', person({ ...sound, document: 'P2; mask=document; purpose=identity' }), [phone], /person.document is P2 and not sealed/],
    ['a sealed column that nobody rotates', person(sound), [], /person.phone is marked sealed and stands in no list/],
    ['a rotated column that is not marked', person({ ...sound, phone: 'P1; mask=phone; purpose=notices' }), [phone], /person.phone is rotated and not marked sealed/],
    ['a blind index that is not marked', person({ ...sound, phone_blind: '-; search' }), [phone], /person.phone_blind is a blind index/],
    ['ciphertext in a number', person(sound, 'People', 'integer'), [phone], /person.phone holds ciphertext in integer/],
    ['a context of another column', person(sound), [{ ...phone, context: 'person.mail' }], /sealed under person.mail/],
    ['a key that is no column', person(sound), [{ ...phone, key: 'number' }], /which is not a column of person/],
  ]
  test.each(violations)('finds %s', (_name, tables, sealed, expected) => {
    expect(wrongColumns(tables, sealed).join('\n')).toMatch(expected)
  })

  test('a comment is taken apart', () => {
    expect(dataClassOf('P1 sealed; mask=mail; purpose=notices and recovery; proven by code')).toEqual({
      class: 'P1', sealed: true, blind: false, mask: 'mail', purpose: 'notices and recovery', note: 'proven by code',
    })
    expect(dataClassOf('-')).toMatchObject({ class: '-', note: '' })
  })
})
