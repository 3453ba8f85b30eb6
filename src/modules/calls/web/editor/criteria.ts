import type { Condition } from '../../form/definition.ts'
import { isTree } from './tree.ts'

/** What the picker can show of a condition: one line per item, all of which, or any, must hold. */
export interface Criteria { mode: 'all' | 'any'; items: unknown[] }

/** A line: about one field, or a comparison of numbers. */
export type FieldOperator = 'is' | 'not' | 'filled' | 'empty'
export interface FieldLine { field: string; operator: FieldOperator; values: (string | boolean)[] }

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')
const isValue = (value: unknown): value is string | boolean => typeof value === 'string' || typeof value === 'boolean'

/** A line about one field, however half it is; null for everything else. */
export function fieldLine(raw: unknown): FieldLine | null {
  if (!isTree(raw)) return null
  if ('not' in raw) {
    const inner = fieldLine(raw['not'])
    return inner?.operator === 'is' ? { ...inner, operator: 'not' } : null
  }
  if (!('field' in raw)) return null
  const field = textOf(raw['field'])
  if ('isFilled' in raw) return { field, operator: raw['isFilled'] === false ? 'empty' : 'filled', values: [] }
  return { field, operator: 'is', values: (Array.isArray(raw['in']) ? raw['in'] : [raw['is']]).filter(isValue) }
}

export function conditionOf({ field, operator, values }: FieldLine): Condition {
  if (operator === 'filled' || operator === 'empty') return { field, isFilled: operator === 'filled' }
  const [first] = values
  const texts = values.filter((one) => typeof one === 'string')
  // Nothing is chosen yet: a line that is not complete, as problems.ts says.
  const inner: Condition = texts.length > 1 ? { field, in: texts } : first === undefined ? { field, in: [] } : { field, is: first }
  return operator === 'not' ? { not: inner } : inner
}

export const isComparison = (raw: unknown): raw is { compare: Record<string, unknown> } => isTree(raw) && isTree(raw['compare'])
const isLine = (raw: unknown) => isComparison(raw) || fieldLine(raw) !== null

/** The lines of a condition; null where it is built deeper than the picker shows. */
export function criteriaOf(raw: unknown): Criteria | null {
  if (isTree(raw)) {
    for (const mode of ['all', 'any'] as const) {
      const items = raw[mode]
      if (Array.isArray(items)) return items.every(isLine) ? { mode, items } : null
    }
  }
  return isLine(raw) ? { mode: 'all', items: [raw] } : null
}

/** undefined where no line is left. */
export const conditionFrom = ({ mode, items }: Criteria): unknown => (items.length === 0 ? undefined : items.length === 1 ? items[0] : { [mode]: items })
