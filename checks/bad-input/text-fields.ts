import { z } from 'zod'
import type { Verb } from '../../src/kernel/contract.ts'
import { newId } from '../../src/kernel/ids.ts'

type Path = readonly (string | number)[]
interface Node {
  type?: string | string[]
  properties?: Record<string, Node>
  items?: Node
  anyOf?: Node[]
}

/** Where a verb takes text, be it free, a code, an id or a day: `questions.0.answer`. */
export const textFieldsOf = (verb: Verb): Path[] => fieldsOf(verb, ['string'])

/** Where a verb takes a number. */
export const numberFieldsOf = (verb: Verb): Path[] => fieldsOf(verb, ['integer', 'number'])

function fieldsOf(verb: Verb, types: readonly string[]): Path[] {
  const walk = (node: Node, path: Path): Path[] => {
    if (node.anyOf) return node.anyOf.flatMap((one) => walk(one, path)).slice(0, 1)
    if (node.properties) return Object.entries(node.properties).flatMap(([name, one]) => walk(one, [...path, name]))
    if (node.items) return walk(node.items, [...path, 0])
    return [node.type].flat().some((type) => type !== undefined && types.includes(type)) ? [path] : []
  }
  return walk(z.toJSONSchema(verb.input, { io: 'input', unrepresentable: 'any' }) as Node, [])
}

/** The same input with another value in one place. */
export function withAt(input: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value
  if (Array.isArray(input)) return Object.assign([...input], { [step]: withAt(input[Number(step)], rest, value) })
  const whole = (input ?? {}) as Record<string, unknown>
  return { ...whole, [step]: withAt(whole[step], rest, value) }
}

/** Something that a verb takes which asks for nothing but ids, days and choices. */
export function goodInput(verb: Verb): Record<string, unknown> {
  const make = (node: Node & { format?: string; enum?: unknown[]; default?: unknown; required?: string[]; minItems?: number }): unknown => {
    if (node.enum) return node.enum[0]
    if (node.anyOf) return make(node.anyOf[0] ?? {})
    if (node.properties) return Object.fromEntries((node.required ?? []).map((name) => [name, make(node.properties?.[name] ?? {})]))
    switch ([node.type].flat()[0]) {
      case 'array': return node.items ? [make(node.items)] : []
      case 'integer': case 'number': return 1
      case 'boolean': return true
      case 'string': return node.format === 'uuid' ? newId() : node.format === 'date' ? '2026-01-01' : '演示'
      default: return null
    }
  }
  return make(z.toJSONSchema(verb.input, { io: 'input', unrepresentable: 'any' }) as Node) as Record<string, unknown>
}
