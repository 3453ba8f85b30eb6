import type { z } from 'zod'
import { callDocument } from '../document.ts'
import { formDefinition } from './definition.ts'
import { callProblems } from './problems-call.ts'
import { formProblems } from './problems-form.ts'
import { problem, type Problem } from './problem.ts'

export type { Problem } from './problem.ts'

/** More levels than any condition needs; deeper trees are not read at all. */
const deepest = 40

function depthOf(value: unknown, depth = 0): number {
  if (typeof value !== 'object' || value === null || depth > deepest) return depth
  return Object.values(value).reduce<number>((most, one) => Math.max(most, depthOf(one, depth + 1)), depth)
}

/** Names of trees that are read as one: what is wrong within them is said at the tree. */
const trees = new Set(['when', 'holds'])

function shapeProblem(issue: z.core.$ZodIssue): Problem {
  const path = issue.path.filter((step) => typeof step !== 'symbol')
  const tree = path.findIndex((step) => typeof step === 'string' && trees.has(step))
  if (tree >= 0) return problem(path.slice(0, tree + 1), 'calls.problem.condition')
  if (issue.code === 'unrecognized_keys') return problem(path, 'calls.problem.unknown_part', { name: issue.keys.join(', ').slice(0, 80) })
  if (issue.code === 'too_small') return problem(path, issue.origin === 'number' || issue.origin === 'int' ? 'calls.problem.too_small' : 'calls.problem.missing', { least: Number(issue.minimum) })
  if (issue.code === 'too_big') return problem(path, issue.origin === 'number' || issue.origin === 'int' ? 'calls.problem.too_large' : 'calls.problem.too_long', { most: Number(issue.maximum) })
  if ((issue.code === 'invalid_type' && issue.input === undefined) || (issue.code === 'invalid_format' && issue.input === '')) return problem(path, 'calls.problem.missing', { least: 1 })
  return problem(path, path.at(-1) === 'value' ? 'calls.problem.condition' : 'calls.problem.value')
}

/**
 * What is wrong with the document of a call, each with its place, a sentence's code and what fills it; empty when it may
 * be published. Takes anything: what the bureau writes in the browser is not yet a document. A part whose shape is right
 * is judged by its law even while another is incomplete.
 */
export function documentProblems(raw: unknown): Problem[] {
  if (depthOf(raw) > deepest) return [problem([], 'calls.problem.too_deep')]
  const parsed = callDocument.safeParse(raw, { reportInput: true })
  const shape = parsed.success ? [] : parsed.error.issues.map(shapeProblem)
  const form = formDefinition.safeParse(typeof raw === 'object' && raw !== null && 'form' in raw ? raw.form : undefined)
  const laws = [...callProblems(raw), ...(form.success ? formProblems(form.data) : [])]
  const seen = new Set<string>()
  return [...shape, ...laws].filter((one) => {
    const key = JSON.stringify([one.place, one.code])
    return !seen.has(key) && seen.add(key)
  })
}
