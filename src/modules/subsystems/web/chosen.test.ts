import { expect, test } from 'vitest'
import { chosenIn } from './chosen.ts'

test('what the list handed on is taken, anything else is left out', () => {
  const row = { id: 'x', version: 2, name: '林知远', userName: 'lin_zhiyuan', status: 'disabled' }
  expect(chosenIn({ people: [row, { id: 'y' }, null, { ...row, status: 'gone' }] })).toEqual([row])
  expect(chosenIn(undefined)).toEqual([])
  expect(chosenIn({ people: 'all' })).toEqual([])
})
