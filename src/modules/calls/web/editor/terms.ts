import type { Expression } from '../../form/definition.ts'

/** A number, a field, a sum or a count: what is multiplied in one summand. */
export type Factor = Extract<Expression, { number: number } | { field: string } | { sum: object } | { count: object }>
/** A summand: factors with × between them; `isMinus` is taken away instead of added. */
export interface Term { isMinus: boolean; factors: Factor[] }

const isFactor = (e: Expression): e is Factor => 'number' in e || 'field' in e || 'sum' in e || 'count' in e

/** An expression as people write it down: summands of products. null where it has a sum within a product: then it is told, not taken apart. */
export function termsOf(e: Expression, isMinus = false): Term[] | null {
  if (isFactor(e)) return [{ isMinus, factors: [e] }]
  if ('multiply' in e) {
    const [left, right] = e.multiply.map((one) => termsOf(one))
    if (left?.length !== 1 || right?.length !== 1) return null
    const [a, b] = [...left, ...right]
    return a && b ? [{ isMinus: (a.isMinus !== b.isMinus) !== isMinus, factors: [...a.factors, ...b.factors] }] : null
  }
  const parts = 'add' in e ? e.add.map((one) => termsOf(one, isMinus)) : [termsOf(e.subtract[0], isMinus), termsOf(e.subtract[1], !isMinus)]
  return parts.some((one) => one === null) ? null : parts.flatMap((one) => one ?? [])
}

const product = ([first, ...rest]: Factor[]): Expression => rest.reduce<Expression>((left, right) => ({ multiply: [left, right] }), first ?? { number: 0 })
const total = (terms: Term[]): Expression => {
  const [first, ...rest] = terms.map(({ factors }) => product(factors))
  return first === undefined ? { number: 0 } : rest.length === 0 ? first : { add: [first, ...rest] }
}

/** The expression of such summands: first what is added, then what is taken away. */
export function expressionOf(terms: Term[]): Expression {
  const [plus, minus] = [terms.filter(({ isMinus }) => !isMinus), terms.filter(({ isMinus }) => isMinus)]
  return minus.length === 0 ? total(plus) : { subtract: [total(plus), total(minus)] }
}
