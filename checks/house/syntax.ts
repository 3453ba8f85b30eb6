import { parseSync } from 'vite'

/** A node of the syntax tree (ESTree with TypeScript and JSX), as the bundler's own parser gives it. */
export interface Node {
  type: string
  start: number
  end: number
  [more: string]: unknown
}

const parsed = new Map<string, Node>()

/** The syntax tree of one file. A file that does not parse throws: no check may pass over it. */
export function programOf(file: string, text: string): Node {
  const key = `${file}\0${text}`
  const known = parsed.get(key)
  if (known) return known
  const { program, errors } = parseSync(file, text)
  if (errors.length > 0) throw new Error(`${file} does not parse: ${errors[0]?.message}`)
  const node = program as unknown as Node
  parsed.set(key, node)
  return node
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'

/** Every node of a file, outermost first, each with its parents, innermost first. */
export function walk(file: string, text: string, visit: (node: Node, parents: readonly Node[]) => void): void {
  const step = (node: Node, parents: readonly Node[]): void => {
    visit(node, parents)
    const around = [node, ...parents]
    for (const value of Object.values(node)) {
      if (isNode(value)) step(value, around)
      else if (Array.isArray(value)) for (const item of value) if (isNode(item)) step(item, around)
    }
  }
  step(programOf(file, text), [])
}

export const lineOf = (text: string, node: Node): number => text.slice(0, node.start).split('\n').length

/** Node in a named place of another one. */
export const part = (node: Node | undefined, name: string): Node | undefined => {
  const value = node?.[name]
  return isNode(value) ? value : undefined
}

export const parts = (node: Node | undefined, name: string): Node[] => {
  const value = node?.[name]
  return Array.isArray(value) ? value.filter(isNode) : []
}

export const nameOf = (node: Node | undefined): string | null =>
  node && typeof node.name === 'string' ? node.name : node?.type === 'Literal' && typeof node.value === 'string' ? node.value : null

/** The text of a string literal, or of a template without holes; null for everything else. */
export function stringOf(node: Node | undefined): string | null {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value
  if (node?.type === 'TemplateLiteral' && parts(node, 'expressions').length === 0) return cookedParts(node)[0] ?? ''
  return null
}

/** The fixed parts of a template. */
export const cookedParts = (template: Node): string[] =>
  parts(template, 'quasis').map((quasi) => (quasi.value as { cooked?: string | null }).cooked ?? '')

/** Name of what is called: `t`, `refuse`; for `a.b.c(...)` the last part, `c`. */
export function calleeOf(call: Node): string | null {
  const callee = part(call, 'callee')
  if (callee?.type === 'Identifier') return nameOf(callee)
  if (callee?.type === 'MemberExpression') return nameOf(part(callee, 'property'))
  return null
}
