import { describe, expect, test } from 'vitest'
import { condition } from '../../form/definition.ts'
import { conditionFrom, conditionOf, criteriaOf, fieldLine, type FieldLine } from './criteria.ts'

describe('a condition as lines', () => {
  const lines: [string, FieldLine, unknown][] = [
    ['one option', { field: 'kind', operator: 'is', values: ['survey'] }, { field: 'kind', is: 'survey' }],
    ['one of two options', { field: 'kind', operator: 'is', values: ['survey', 'theory'] }, { field: 'kind', in: ['survey', 'theory'] }],
    ['none of two options', { field: 'kind', operator: 'not', values: ['survey', 'theory'] }, { not: { field: 'kind', in: ['survey', 'theory'] } }],
    ['no', { field: 'partner', operator: 'is', values: [false] }, { field: 'partner', is: false }],
    ['filled in', { field: 'name', operator: 'filled', values: [] }, { field: 'name', isFilled: true }],
    ['empty', { field: 'name', operator: 'empty', values: [] }, { field: 'name', isFilled: false }],
  ]
  test.each(lines)('%s, there and back', (_name, line, expected) => {
    expect(conditionOf(line)).toEqual(expected)
    expect(fieldLine(expected)).toEqual(line)
    expect(condition.safeParse(expected).success).toBe(true)
  })

  test('a line without its option is kept, and is not complete', () => {
    const half = conditionOf({ field: 'kind', operator: 'is', values: [] })
    expect(fieldLine(half)).toEqual({ field: 'kind', operator: 'is', values: [] })
    expect(condition.safeParse(half).success).toBe(false)
  })

  test('several lines, all or any', () => {
    const [a, b] = [{ field: 'a', isFilled: true }, { compare: { left: { field: 'b' }, op: '>', right: { number: 1 } } }]
    expect(criteriaOf({ any: [a, b] })).toEqual({ mode: 'any', items: [a, b] })
    expect(conditionFrom({ mode: 'any', items: [a, b] })).toEqual({ any: [a, b] })
    expect(conditionFrom({ mode: 'all', items: [a] })).toEqual(a)
    expect(conditionFrom({ mode: 'all', items: [] })).toBeUndefined()
    expect(criteriaOf(b)).toEqual({ mode: 'all', items: [b] })
  })

  test('what is built deeper is not shown as lines', () => {
    expect(criteriaOf({ all: [{ any: [{ field: 'a', isFilled: true }] }] })).toBeNull()
    expect(criteriaOf({ not: { not: { field: 'a', isFilled: true } } })).toBeNull()
    expect(criteriaOf({ colour: 'red' })).toBeNull()
  })
})
