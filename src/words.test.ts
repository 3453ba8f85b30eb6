import { expect, test } from 'vitest'
import { words } from './words.ts'

const holes = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort()

test('Chinese and English have the same keys', () => {
  expect(Object.keys(words.en).sort()).toEqual(Object.keys(words.zh).sort())
})

test('a sentence has the same parameters in both languages, and is not empty', () => {
  for (const [key, sentence] of Object.entries(words.zh)) {
    expect(sentence.trim(), key).not.toBe('')
    expect(words.en[key]?.trim(), key).not.toBe('')
    expect(holes(words.en[key] ?? ''), key).toEqual(holes(sentence))
  }
})

test('no exclamation marks, and no Chinese in the English words', () => {
  for (const [key, sentence] of Object.entries(words.zh)) expect(sentence, key).not.toMatch(/[!！]/)
  for (const [key, sentence] of Object.entries(words.en)) expect(sentence, key).not.toMatch(/!|[，。；：！]/)
})
