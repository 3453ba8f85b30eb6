import { expect, test } from 'vitest'
import { z } from 'zod'
import { bad, good } from '../kernel/check.ts'
import { field } from '../kernel/field.ts'
import { schemaAt, sentencesOf } from './issues.ts'

const t = (key: string, params?: object) => (params ? `${key} ${JSON.stringify(params)}` : key)
const short = field((raw) => (raw.length < 3 ? good(raw) : bad('field.too_long', { max: 2 })))
const input = z.object({ name: short, address: z.object({ street: short }), people: z.array(z.object({ name: short })), note: z.string().max(2).optional() })

test('each field has one sentence, the first, with its parameters', () => {
  const result = input.safeParse({ name: 'long', address: {}, people: [{ name: 'long' }], note: 'long' })
  expect(sentencesOf(result.error?.issues ?? [], t)).toEqual({
    'name': 'field.too_long {"max":2}', 'address.street': 'field.required', 'people.0.name': 'field.too_long {"max":2}', 'note': 'field.too_long',
  })
})

test('a schema without words of its own says field.invalid', () => {
  expect(sentencesOf(z.object({ n: z.number() }).safeParse({ n: 'x' }).error?.issues ?? [], t)).toEqual({ n: 'field.invalid' })
})

test('the schema of one field is found by its path', () => {
  expect(schemaAt(input, ['name'])?.safeParse('long').success).toBe(false)
  expect(schemaAt(input, ['address', 'street'])?.safeParse('ab').success).toBe(true)
  expect(schemaAt(input, ['people', '3', 'name'])?.safeParse('long').success).toBe(false)
  expect(schemaAt(input.refine(() => true), ['name'])).not.toBeNull()
  expect(schemaAt(input.transform((v) => v), ['name'])).not.toBeNull()
  expect(schemaAt(input, ['nobody'])).toBeNull()
})
