import { roomOf } from './arrows.ts'
import { calleeOf, cookedParts, lineOf, part, parts, stringOf, walk } from './syntax.ts'
import { isCode, isTest, only, type Tree } from './tree.ts'

/** A place in the code that writes to a table. */
export interface Write {
  table: string
  file: string
  line: number
}

/** A room, or a part of the platform, or a lone file. */
export const ownerOf = (file: string): string => roomOf(file) ?? (file.startsWith('src/platform/') ? 'platform' : file)

const builders = ['insertInto', 'replaceInto', 'updateTable', 'deleteFrom', 'mergeInto']
/** In SQL text; `for update`, `do update set` and `on update` write nothing by themselves. */
const statement = /\b(?:insert\s+into|(?<!for\s+|do\s+|on\s+|before\s+|after\s+|or\s+)update(?:\s+only)?|delete\s+from(?:\s+only)?|merge\s+into|truncate(?:\s+table)?)\s+(?:public\.)?("?[a-z_][a-z_0-9]*"?)/gi

/** Tables written by a piece of SQL, of those that there are. */
export const writtenBySql = (sql: string, tables: ReadonlySet<string>): string[] =>
  [...sql.matchAll(statement)].map((match) => (match[1] ?? '').replaceAll('"', '')).filter((name) => tables.has(name))

/** Every write in the sources; `dynamic` where the table is only known when the program runs. */
export function writesOf(tree: Tree, tables: ReadonlySet<string>): { writes: Write[]; dynamic: Write[] } {
  const writes: Write[] = []
  const dynamic: Write[] = []
  for (const [file, text] of only(tree, (one) => isCode(one) && !isTest(one))) {
    walk(file, text, (node, parents) => {
      const at = { file, line: lineOf(text, node) }
      if (node.type === 'CallExpression' && builders.includes(calleeOf(node) ?? '')) {
        const [first] = parts(node, 'arguments')
        const table = stringOf(first)
        if (table === null) dynamic.push({ table: text.slice(first?.start ?? node.start, first?.end ?? node.end), ...at })
        else writes.push({ table: table.split(' ')[0] ?? table, ...at })
      }
      if (node.type === 'TemplateLiteral') {
        const sql = cookedParts(node).join(' $hole ')
        for (const table of writtenBySql(sql, tables)) writes.push({ table, ...at })
        if (/\b(insert\s+into|(?<!for\s|do\s|on\s)update|delete\s+from|merge\s+into|truncate(\s+table)?)\s+\$hole/i.test(sql) && isSql(parents[0])) {
          dynamic.push({ table: '${...}', ...at })
        }
      } else if (node.type === 'Literal') {
        for (const table of writtenBySql(stringOf(node) ?? '', tables)) writes.push({ table, ...at })
      }
    })
  }
  return { writes, dynamic }
}

const isSql = (parent: Parameters<typeof part>[0]): boolean => {
  if (parent?.type !== 'TaggedTemplateExpression') return false
  const tag = part(parent, 'tag')
  return tag?.name === 'sql' || tag?.type === 'MemberExpression'
}

/** Tables that triggers write, each with the table whose change fires them. */
export function triggerWrites(migrations: Tree, tables: ReadonlySet<string>): { table: string; firedBy: string; trigger: string }[] {
  const sql = [...migrations.values()].join('\n').replace(/--[^\n]*/g, '')
  const bodies = new Map([...sql.matchAll(/create\s+(?:or\s+replace\s+)?function\s+(\w+)\s*\([^]*?as\s+\$\$([^]*?)\$\$/gi)].map((m) => [m[1] ?? '', m[2] ?? '']))
  return [...sql.matchAll(/create\s+(?:constraint\s+)?trigger\s+(\w+)\s+[^;]*?\bon\s+(\w+)\b[^;]*?execute\s+function\s+(\w+)/gi)]
    .flatMap(([, trigger = '', firedBy = '', called = '']) =>
      [...new Set(writtenBySql(bodies.get(called) ?? '', tables))].map((table) => ({ table, firedBy, trigger })))
}

/** Why a table may have a second writer, by `table: owner`. */
export type Exceptions = Readonly<Record<string, string>>

/** The owners of each table, by table. */
export function writersOf(tree: Tree, migrations: Tree, tables: ReadonlySet<string>): Map<string, Set<string>> {
  const { writes } = writesOf(tree, tables)
  const writers = new Map<string, Set<string>>([...tables].map((table) => [table, new Set<string>()]))
  for (const { table, file } of writes) writers.get(table)?.add(ownerOf(file))
  for (const { table, firedBy } of triggerWrites(migrations, tables)) for (const owner of writers.get(firedBy) ?? []) writers.get(table)?.add(owner)
  return writers
}

/** Law 8: a table has one writer. */
export function wrongWriters(tree: Tree, migrations: Tree, tables: ReadonlySet<string>, exceptions: Exceptions): string[] {
  const { writes, dynamic } = writesOf(tree, tables)
  const writers = writersOf(tree, migrations, tables)
  const found: string[] = []
  for (const [table, owners] of writers) {
    const counted = [...owners].filter((owner) => !exceptions[`${table}: ${owner}`])
    const places = writes.filter((write) => write.table === table).map((write) => `${write.file}:${write.line}`)
    if (owners.size === 0) found.push(`${table} is written by nobody`)
    if (counted.length > 1) found.push(`${table} is written by ${counted.join(' and ')} (${places.join(', ')})`)
  }
  for (const { table, file, line } of writes) if (!tables.has(table)) found.push(`${file}:${line} writes to ${table}, which no migration makes`)
  for (const { table, file, line } of dynamic) {
    if (!exceptions[`*: ${file}`]) found.push(`${file}:${line} writes to a table known only when it runs: ${table}`)
  }
  for (const key of Object.keys(exceptions)) {
    const [table = '', owner = ''] = key.split(': ')
    const used = table === '*' ? dynamic.some((write) => write.file === owner) : writers.get(table)?.has(owner) ?? false
    if (!used) found.push(`the exception "${key}" is no longer needed`)
  }
  return found
}
