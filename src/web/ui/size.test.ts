import { expect, test } from 'vitest'
import { sizeInWords } from './size.ts'

test('a size as a person reads it', () => {
  expect([12, 2048, 820 * 1024, 10 * 1024 * 1024, 3.42 * 1024 * 1024, 12.6 * 1024 * 1024].map(sizeInWords)).toEqual(['12 B', '2 KB', '820 KB', '10 MB', '3.4 MB', '13 MB'])
})
