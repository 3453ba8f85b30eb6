import { expect, test } from 'vitest'
import { entryAt } from './entry-at.ts'

const paths = ['/people', '/people/requests', '/home']

test('a page stands under the entry with the longest path that leads to it, and under one only', () => {
  expect(['/people', '/people/0190c7a0', '/people/0190c7a0/modules', '/people/requests', '/home'].map((at) => entryAt(at, paths)))
    .toEqual(['/people', '/people', '/people', '/people/requests', '/home'])
})

test('a name that only begins alike is not below it', () => {
  expect(entryAt('/peoples', paths)).toBe(null)
  expect(entryAt('/inbox', paths)).toBe(null)
})
