import { calleeOf, cookedParts, nameOf, part, parts, stringOf, walk, type Node } from './syntax.ts'
import type { Tree } from './tree.ts'

/** A case, or a group of cases, by its title. */
export interface Title {
  title: string
  file: string
}

const isTestFile = (file: string) => /\.(test|story)\.tsx?$/.test(file)

/** Rows of the requirements, edge cases, invariants and decisions: S1-18, S1-N3, E08, I4, D14. */
const rowPattern = /\b(S[12]-N?\d+|E\d{2}|I\d{1,2}|D\d{1,2}|PI-\d+|NS-\d+)\b/g

export const rowsIn = (title: string): string[] => [...new Set([...title.matchAll(rowPattern)].map((match) => match[1] ?? ''))]

/** `test`, `it`, `describe` and what they are dressed in: `test.each(...)('title')`, `describe.skipIf(...)('title')`. */
function isCase(call: Node): boolean {
  let callee = part(call, 'callee')
  while (callee && (callee.type === 'CallExpression' || callee.type === 'MemberExpression' || callee.type === 'TaggedTemplateExpression')) {
    callee = part(callee, callee.type === 'CallExpression' ? 'callee' : callee.type === 'TaggedTemplateExpression' ? 'tag' : 'object')
  }
  return ['test', 'it', 'describe', 'story', 'scenario'].includes(nameOf(callee) ?? '')
}

/** The titles of all tests of a tree. A group counts only if a case stands in it. */
export function titlesOf(tree: Tree): Title[] {
  const found: Title[] = []
  for (const [file, text] of tree) {
    if (!isTestFile(file)) continue
    walk(file, text, (node) => {
      if (node.type !== 'CallExpression' || !isCase(node)) return
      const [first, ...rest] = parts(node, 'arguments')
      const title = stringOf(first) ?? (first?.type === 'TemplateLiteral' ? cookedParts(first).join('…') : null)
      if (title === null || rest.length === 0) return
      if (calleeOf(node) === 'describe' && !rest.some((body) => holdsCase(body))) return
      found.push({ title, file })
    })
  }
  return found
}

function holdsCase(body: Node): boolean {
  let found = false
  const look = (value: unknown): void => {
    if (found || typeof value !== 'object' || value === null) return
    if (Array.isArray(value)) return value.forEach(look)
    const node = value as Node
    if (node.type === 'CallExpression' && isCase(node) && calleeOf(node) !== 'describe') found = true
    else Object.values(node).forEach(look)
  }
  look(body)
  return found
}

/** Row -> the tests that name it. */
export function testsOfRows(tree: Tree): Map<string, Title[]> {
  const found = new Map<string, Title[]>()
  for (const title of titlesOf(tree)) for (const row of rowsIn(title.title)) found.set(row, [...(found.get(row) ?? []), title])
  return found
}

/** Finished rows that no test names. */
export const untestedRows = (tree: Tree, finished: readonly string[]): string[] => {
  const tested = testsOfRows(tree)
  return finished.filter((row) => !tested.has(row)).map((row) => `${row} is finished and named by no test`)
}
