import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

const holes = (sentence: string) => [...new Set([...sentence.matchAll(/\{(\w+)\}/g)].map((m) => m[1]))].sort()

test('every code that a check may answer has its sentence', () => {
  const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.ts') && !file.includes('.test.') && !file.startsWith('words.'))
  const codes = files.flatMap((file) => {
    const source = readFileSync(`${import.meta.dirname}/${file}`, 'utf8')
    const direct = [...source.matchAll(/(?:bad\(|code: |message: |message = |pastDay\(|amountIn\()'([a-z_]+\.[a-z_0-9]+)'/g)].map((m) => m[1] ?? '')
    const chosen = [...source.matchAll(/\? '([a-z_]+\.[a-z_0-9]+)' : '([a-z_]+\.[a-z_0-9]+)'/g)].flatMap((m) => [m[1] ?? '', m[2] ?? ''])
    return [...direct, ...chosen].map((code) => ({ file, code }))
  })
  expect(codes.length).toBeGreaterThan(60)
  for (const { file, code } of codes) expect(zh, `${code} in ${file}`).toHaveProperty([code])
})

test('both languages take the same parameters', () => {
  for (const [key, sentence] of Object.entries(zh)) expect(holes(en[key as keyof typeof zh]), key).toEqual(holes(sentence))
})
