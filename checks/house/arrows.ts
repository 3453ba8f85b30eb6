import { cyclesOf, graphOf, reachable, type Graph, type Import } from './imports.ts'
import { nameOf, part, parts, stringOf, walk } from './syntax.ts'
import { isTest, only, type Tree } from './tree.ts'

/** The rooms in their order, read from the text of src/modules.ts. */
export function corridorOf(tree: Tree): string[] {
  const file = 'src/modules.ts'
  const text = tree.get(file) ?? ''
  const roomOf = new Map<string, string>()
  let order: string[] = []
  walk(file, text, (node) => {
    if (node.type === 'ImportDeclaration') {
      const room = /^\.\/modules\/([^/]+)\/room\.ts$/.exec(stringOf(part(node, 'source')) ?? '')?.[1]
      for (const specifier of parts(node, 'specifiers')) if (room) roomOf.set(nameOf(part(specifier, 'local')) ?? '', room)
    }
    if (node.type === 'VariableDeclarator' && nameOf(part(node, 'id')) === 'rooms') {
      order = parts(part(node, 'init'), 'elements').map((element) => roomOf.get(nameOf(element) ?? '') ?? '')
    }
  })
  return order
}

/** `units` of `src/modules/units/web/home.tsx`; null outside of the rooms. */
export const roomOf = (file: string): string | null => /^src\/modules\/([^/]+)\//.exec(file)?.[1] ?? null
const insideRoom = (file: string): string => file.split('/').slice(3).join('/')

const isStore = (file: string) => /(^|\/)(store|[\w-]+-store)\.ts$/.test(insideRoom(file)) || insideRoom(file).startsWith('store/')
const isServer = (file: string) => /(^|\/)(server|room|[\w-]+-server)\.ts$/.test(insideRoom(file)) || insideRoom(file).startsWith('pages/')
const isBrowser = (file: string) => insideRoom(file).startsWith('web/')
const isWords = (file: string) => /(^|\/)words\.[\w.]+\.ts$/.test(file)

/** A rule file touches nothing: what it loads is kernel, codes, packages of pure checks and rules of its like. */
function isPure(graph: Graph, file: string): boolean {
  if (isStore(file) || isServer(file) || isBrowser(file)) return false
  return [...reachable(graph, file)].every((one) =>
    (/^src\/(kernel|codes)\//.test(one) || (roomOf(one) !== null && !isStore(one) && !isServer(one) && !isBrowser(one)))
    && (graph.get(one) ?? []).every((to) => to.file !== null || to.typeOnly || to.source === 'zod'))
}

/** Every arrow that goes where it must not (house.md, laws 2, 8 and 9), as a sentence. */
export function wrongArrows(tree: Tree): string[] {
  const shipped = only(tree, (file) => file.startsWith('src/') && !isTest(file))
  const graph = graphOf(shipped)
  const corridor = corridorOf(tree)
  const found: string[] = []
  for (const [file, imports] of graph) {
    for (const one of imports) {
      const wrong = wrongOf(graph, corridor, file, one)
      if (wrong) found.push(`${file} imports ${one.source}: ${wrong}`)
    }
  }
  for (const file of new Set([...graph.keys()].map(roomOf))) {
    if (file !== null && !corridor.includes(file)) found.push(`src/modules/${file} is not in the corridor of src/modules.ts`)
  }
  return [...found, ...wrongInBrowser(graph), ...cyclesOf(graph).map((ring) => `files need each other to load: ${ring.join(' -> ')}`)]
}

function wrongOf(graph: Graph, corridor: readonly string[], file: string, one: Import): string | null {
  if (file.startsWith('src/kernel/')) {
    const allowed = one.file === null ? one.source === 'zod' : one.file.startsWith('src/kernel/')
    return allowed ? null : 'the kernel imports nothing but zod and itself'
  }
  if (one.file === null) return null
  if (file.startsWith('src/codes/')) {
    return /^src\/(codes|kernel)\//.test(one.file) ? null : 'codes import only codes and the kernel'
  }
  if (file.startsWith('src/platform/') && roomOf(one.file)) return 'the platform knows no rooms'
  if (file.startsWith('src/web/') && roomOf(one.file)) return 'the shell knows no rooms; src/modules.web.ts gathers them'
  const [from, to] = [roomOf(file), roomOf(one.file)]
  if (to === null || from === to) return null
  if (isStore(one.file)) return 'a store is private to its room'
  if (from === null) return null
  if (corridor.indexOf(to) > corridor.indexOf(from)) return `${to} stands after ${from} in the corridor`
  const inside = insideRoom(one.file)
  if (inside === 'index.ts') return null
  // index.ts is loaded with the shell, parts.ts with the pages that draw parts of that room.
  if (isBrowser(file) && /^web\/(index|parts)\.tsx?$/.test(inside)) return null
  return isPure(graph, one.file) ? null : 'of another room only index.ts and pure rule files may be imported'
}

/** What browsers load must be free of server, store, platform and Node, however long the way. */
function wrongInBrowser(graph: Graph): string[] {
  const entries = [...graph.keys()].filter((file) => file === 'src/web/main.tsx' || isBrowser(file))
  const loaded = reachable(graph, ...entries)
  const found: string[] = []
  for (const file of loaded) {
    const why = isStore(file) ? 'a store' : isServer(file) ? 'server code'
      : file.startsWith('src/platform/') && !isWords(file) ? 'the platform'
      : file.startsWith('src/config') ? 'the configuration' : null
    const by = [...loaded].filter((one) => (graph.get(one) ?? []).some((to) => to.file === file && !to.typeOnly))
    if (why) found.push(`the browser loads ${why}: ${file} (by ${by.join(', ')})`)
    for (const one of graph.get(file) ?? []) {
      if (one.source.startsWith('node:') && !one.typeOnly) found.push(`the browser loads ${one.source} (by ${file})`)
    }
  }
  return found
}
