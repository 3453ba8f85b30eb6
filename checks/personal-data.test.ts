import { describe, expect, test } from 'vitest'
import { rooms } from '../src/modules.ts'
import { catalogue, type Catalogue } from './house/catalogue.ts'
import { hiddenColumns } from './house/personal-data.ts'
import { notShown } from './house/personal-reasons.ts'

const shows = rooms.flatMap((room) => room.personalData?.shows ?? [])

const person = (comments: Record<string, string>): Catalogue => [{
  name: 'person', comment: 'People', constraints: [],
  columns: Object.entries(comments).map(([name, comment]) => ({ name, type: 'text', nullable: true, comment })),
}]

describe('PI-6 我的数据 shows every personal column, or says why not', () => {
  test('of the migrated catalogue', async () => {
    expect(hiddenColumns(await catalogue(), shows, notShown)).toEqual([])
  })

  test('finds a column that nobody shows', () => {
    expect(hiddenColumns(person({ name: 'P1; mask=name; purpose=x', id: '-' }), [], {})).toEqual([expect.stringMatching(/person.name is P1 and no section shows it/)])
    expect(hiddenColumns(person({ secret: 'S sealed; x' }), [], {})).toHaveLength(1)
  })

  test('a digest, a column that is shown, and a reason are enough', () => {
    const comments = { name_blind: 'P1 blind; purpose=x', name: 'P1; mask=name; purpose=x', nick: 'P1; mask=name; purpose=x', id: '-' }
    expect(hiddenColumns(person(comments), ['person.name'], { 'person.nick': 'a nickname' })).toEqual([])
    expect(hiddenColumns(person({ nick: comments.nick }), [], { 'person.*': 'a nickname' })).toEqual([])
  })

  test('finds a section or a reason for what is not there, or is both shown and explained', () => {
    const found = hiddenColumns(person({ name: 'P1; mask=name; purpose=x' }), ['person.name', 'person.gone'], { 'person.name': 'x', 'unit.*': 'y' })
    expect(found).toEqual([expect.stringMatching(/person.gone/), expect.stringMatching(/person.name/), expect.stringMatching(/unit\.\*/)])
  })
})
