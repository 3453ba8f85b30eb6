import { posix } from 'node:path'
import { nameOf, part, parts, programOf, stringOf } from './syntax.ts'
import { isCode, type Tree } from './tree.ts'

const indexPattern = /^src\/modules\/([^/]+)\/index\.ts$/

/** What a room's index.ts exports, without its types. */
export function exportsOf(file: string, text: string): string[] {
  return parts(programOf(file, text), 'body').flatMap((node) => {
    if (node.type !== 'ExportNamedDeclaration' || node.exportKind === 'type') return []
    const declared = part(node, 'declaration')
    if (!declared) return parts(node, 'specifiers').filter((one) => one.exportKind !== 'type').map((one) => nameOf(part(one, 'exported')) ?? '')
    const names = declared.type === 'VariableDeclaration' ? parts(declared, 'declarations') : [declared]
    return names.map((one) => nameOf(part(one, 'id')) ?? '')
  })
}

/**
 * The names that a README says its room offers: those in backquotes, arguments or not, from "Offers (`index.ts`):" to the end of that sentence.
 * null where it says nothing of the kind.
 */
export function offersOf(readme: string): string[] | null {
  const said = /Offers \(`index\.ts`\):([^]*?)(?:\.\s|\.$|\n\n|\n- |$(?![^]))/.exec(readme)?.[1]
  return said === undefined ? null : [...said.matchAll(/`(\w+)(?:\([^`]*\))?`/g)].map(([, name = '']) => name)
}

/** Which names of which room's index.ts a file takes. */
const takenBy = (file: string, text: string): string[] =>
  parts(programOf(file, text), 'body').flatMap((node) => {
    const source = node.type === 'ImportDeclaration' || node.type === 'ExportNamedDeclaration' ? stringOf(part(node, 'source')) : null
    const [, room] = indexPattern.exec(source ? posix.normalize(posix.join(posix.dirname(file), source)) : '') ?? []
    return room === undefined ? [] : parts(node, 'specifiers').map((one) => `${room}/${nameOf(part(one, node.type === 'ImportDeclaration' ? 'imported' : 'local')) ?? '*'}`)
  })

/** Where a README does not say what its room's index.ts exports, or the index.ts exports what nobody takes from it. */
export function wrongOffers(tree: Tree): string[] {
  const taken = new Set([...tree].filter(([file, text]) => isCode(file) && text.includes('index.ts')).flatMap(([file, text]) => takenBy(file, text)))
  return [...tree].flatMap(([file, text]) => {
    const [, room] = indexPattern.exec(file) ?? []
    if (room === undefined) return []
    const exported = exportsOf(file, text)
    const said = offersOf(tree.get(`src/modules/${room}/README.md`) ?? '')
    return [
      ...(said === null ? [`${room}: its README has no sentence "Offers (\`index.ts\`): ..."`] : []),
      ...exported.filter((name) => said && !said.includes(name)).map((name) => `${room}: its README does not say that it offers ${name}`),
      ...(said ?? []).filter((name) => !exported.includes(name)).map((name) => `${room}: its README says that it offers ${name}, its index.ts does not`),
      ...exported.filter((name) => !taken.has(`${room}/${name}`)).map((name) => `${room}: nobody takes ${name} from its index.ts`),
    ]
  })
}
