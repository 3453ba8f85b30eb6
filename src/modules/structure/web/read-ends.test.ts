import { expect, test } from 'vitest'
import { readIds, withId } from './read-ends.ts'

const storage = (kept: string | null) => ({ kept, getItem() { return this.kept }, setItem(_: string, text: string) { this.kept = text } })

test('E29 the end of a post is told until it was read, on this machine', () => {
  const machine = storage(null)
  expect(readIds(machine)).toEqual([])
  expect(withId(machine, 'a')).toEqual(['a'])
  expect(withId(machine, 'b')).toEqual(['a', 'b'])
  expect(withId(machine, 'a')).toEqual(['b', 'a'])
  expect(readIds(machine)).toEqual(['b', 'a'])
})

test('E29 what somebody wrote into the storage is not trusted, and it does not grow for ever', () => {
  expect(readIds(storage('not json'))).toEqual([])
  expect(readIds(storage('{"a":1}'))).toEqual([])
  expect(readIds(storage('["a",7,null]'))).toEqual(['a'])
  const full = storage(JSON.stringify([...Array(50).keys()].map(String)))
  expect(withId(full, 'new')).toHaveLength(50)
  expect(readIds(full)[0]).toBe('1')
})
