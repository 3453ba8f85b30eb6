import { posix } from 'node:path'
import { nameOf, part, parts, stringOf, walk, type Node } from './syntax.ts'
import { isCode, type Tree } from './tree.ts'

export interface Import {
  /** As it is written. */
  source: string
  /** Path from the root, for a file of ours; null for a package or a part of Node. */
  file: string | null
  /** Nothing of it is left when the program runs. */
  typeOnly: boolean
  /** Loaded when somebody asks for it: `import()`, a worker. */
  lazy: boolean
}

/** What one file imports, re-exports, or loads later by `import()`. */
export function importsOf(file: string, text: string): Import[] {
  const found: Import[] = []
  const add = (source: string | null, typeOnly: boolean, lazy = false) => {
    if (source === null) return
    const path = source.split('?')[0] ?? source
    found.push({ source, file: path.startsWith('.') ? posix.normalize(posix.join(posix.dirname(file), path)) : null, typeOnly, lazy })
  }
  walk(file, text, (node) => {
    if (node.type === 'ImportDeclaration') add(stringOf(part(node, 'source')), isErased(node, 'importKind'))
    if (node.type === 'ExportNamedDeclaration' || node.type === 'ExportAllDeclaration') add(stringOf(part(node, 'source')), isErased(node, 'exportKind'))
    if (node.type === 'ImportExpression') add(stringOf(part(node, 'source')), false, true)
    if (node.type === 'TSImportType') add(stringOf(part(node, 'argument') ?? part(node, 'source')), true)
    // new URL('../file.ts', import.meta.url) and the like: a worker of the browser.
    if (node.type === 'NewExpression' && nameOf(part(node, 'callee')) === 'URL') {
      const [first, second] = parts(node, 'arguments')
      if (second?.type === 'MemberExpression' && stringOf(first)?.startsWith('.')) add(stringOf(first), false, true)
    }
  })
  return found
}

function isErased(node: Node, kind: 'importKind' | 'exportKind'): boolean {
  if (node[kind] === 'type') return true
  const specifiers = parts(node, 'specifiers')
  return specifiers.length > 0 && specifiers.every((specifier) => specifier[kind] === 'type')
}

export type Graph = ReadonlyMap<string, readonly Import[]>

/** The imports of every file of code. */
export const graphOf = (tree: Tree): Graph =>
  new Map([...tree].filter(([file]) => isCode(file)).map(([file, text]) => [file, importsOf(file, text)]))

/** Everything that is loaded when `file` is, itself included: type imports do not count. */
export function reachable(graph: Graph, ...files: readonly string[]): Set<string> {
  const seen = new Set<string>()
  const open = [...files]
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file)) continue
    seen.add(file)
    for (const { file: to, typeOnly } of graph.get(file) ?? []) if (to !== null && !typeOnly) open.push(to)
  }
  return seen
}

/** Rings of files that need each other to load, each once, beginning with its first name. */
export function cyclesOf(graph: Graph): string[][] {
  const cycles = new Map<string, string[]>()
  const done = new Set<string>()
  const visit = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file)
    if (at >= 0) {
      const ring = path.slice(at)
      const first = ring.indexOf([...ring].sort()[0] ?? '')
      const turned = [...ring.slice(first), ...ring.slice(0, first)]
      cycles.set(turned.join(' '), turned)
      return
    }
    if (done.has(file)) return
    for (const { file: to, typeOnly, lazy } of graph.get(file) ?? []) {
      if (to !== null && !typeOnly && !lazy && graph.has(to)) visit(to, [...path, file])
    }
    done.add(file)
  }
  for (const file of graph.keys()) visit(file, [])
  return [...cycles.values()]
}
