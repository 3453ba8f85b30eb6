import { describe, expect, test } from 'vitest'
import { catalogue } from './house/catalogue.ts'
import { forged, readTree, type Tree } from './house/tree.ts'
import { writerExceptions } from './house/writer-exceptions.ts'
import { triggerWrites, writersOf, wrongWriters, writtenBySql } from './house/writers.ts'

const tables = new Set(['unit', 'unit_total', 'person'])
const none: Tree = forged({})
const units = 'src/modules/units/store.ts'
const people = 'src/modules/people/store.ts'
const sound = {
  [units]: `export const save = (tx) => tx.insertInto('unit').values({})\nexport const a = sql\`update unit_total set n = 1\``,
  [people]: `export const save = (tx) => tx.updateTable('person').set({})\nexport const read = (db) => db.selectFrom('unit')\nexport const b = sql\`select 1 from unit for update\``,
}
const findings = (files: Record<string, string>) => wrongWriters(forged({ ...sound, ...files }), none, tables, {}).join('\n')

describe('a table has one writer (house.md, law 8)', () => {
  test('in the house as it stands', async () => {
    const made = await catalogue()
    expect(wrongWriters(readTree('src', 'world'), readTree('migrations'), new Set(made.map((table) => table.name)), writerExceptions)).toEqual([])
  })

  test('reading across rooms is allowed', () => {
    expect(findings({})).toBe('')
  })

  const violations: [string, string, RegExp][] = [
    ['an insert', `tx.insertInto('unit').values({})`, /unit is written by (units|people) and (units|people)/],
    ['an update', `tx.updateTable('unit').set({})`, /unit is written by/],
    ['an update under another name', `tx.updateTable('unit as u').set({})`, /unit is written by/],
    ['a delete', `tx.deleteFrom('unit').execute()`, /unit is written by/],
    ['a merge', `tx.mergeInto('unit').using('person')`, /unit is written by/],
    ['SQL that inserts', 'sql`insert into unit (id) values (${id})`', /unit is written by/],
    ['SQL that updates, over two lines', 'sql`with a as (select 1)\n update\n unit set name = ${n}`', /unit is written by/],
    ['SQL that deletes', `client.query('DELETE FROM unit')`, /unit is written by/],
    ['SQL that empties', 'sql`truncate table unit`', /unit is written by/],
    ['a quoted name', 'sql`update "unit" set name = 1`', /unit is written by/],
    ['a table known only when it runs', `export const put = (tx, name) => tx.insertInto(name).values({})`, /known only when it runs: name/],
    ['SQL with a table known only when it runs', 'export const put = (t) => sql`delete from ${sql.table(t)}`', /known only when it runs/],
    ['a table that no migration makes', `tx.insertInto('unnit').values({})`, /writes to unnit, which no migration makes/],
  ]
  test.each(violations)('finds %s', (_name, code, expected) => {
    expect(findings({ [people]: `${sound[people]}\n${code}` })).toMatch(expected)
  })

  test('finds a table that nobody writes, and an exception that nobody needs', () => {
    expect(findings({ [people]: 'export const nothing = 1' })).toMatch(/person is written by nobody/)
    expect(wrongWriters(forged(sound), none, tables, { 'unit: people': 'once upon a time' }).join()).toMatch(/no longer needed/)
  })

  test('what only locks or reacts is no write', () => {
    expect(writtenBySql('select * from unit for update of unit; on conflict (id) do update set n = 1; before update on unit', tables)).toEqual([])
  })

  test('what a trigger writes is written by whoever fires it', () => {
    const migrations = forged({ 'migrations/1.sql': `
      create function keep() returns trigger language plpgsql as $$ begin insert into unit_total values (1); return null; end $$;
      create trigger keep_total after update on person referencing new table as came for each statement execute function keep();` })
    expect(triggerWrites(migrations, tables)).toEqual([{ table: 'unit_total', firedBy: 'person', trigger: 'keep_total' }])
    expect(writersOf(forged(sound), migrations, tables).get('unit_total')).toEqual(new Set(['units', 'people']))
    expect(wrongWriters(forged(sound), migrations, tables, {})).toMatchObject([expect.stringContaining('unit_total is written by units and people')])
    expect(wrongWriters(forged(sound), migrations, tables, { 'unit_total: people': 'counts follow by themselves' })).toEqual([])
  })
})
