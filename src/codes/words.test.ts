import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

const holes = (sentence: string) => [...new Set([...sentence.matchAll(/\{(\w+)\}/g)].map((m) => m[1]))].sort()

test('every code that a check may answer has its sentence', () => {
  const isRule = (file: string) => /^[a-z-]+\.ts$/.test(file)
  const files = readdirSync(import.meta.dirname).filter(isRule)
  const codes = files.flatMap((file) => {
    const source = readFileSync(`${import.meta.dirname}/${file}`, 'utf8')
    // Every text of the form `noun.what` in these files is the key of a sentence (mailboxes aside).
    return [...source.matchAll(/'((?!example)[a-z]\w*\.[a-z]\w*)'/g)].map((m) => ({ file, code: m[1] ?? '' }))
  })
  expect(codes.length).toBeGreaterThan(60)
  for (const { file, code } of codes) expect(zh, `${code} in ${file}`).toHaveProperty([code])
})

test('both languages take the same parameters', () => {
  const english: Record<string, string> = en
  for (const [key, sentence] of Object.entries(zh)) expect(holes(english[key] ?? ''), key).toEqual(holes(sentence))
})
