import type { ConstraintWord } from '../../src/platform/room.ts'
import type { Catalogue } from './catalogue.ts'
import type { Tree } from './tree.ts'

export interface NamedConstraint {
  name: string
  table: string
  kind: string
}

/** PostgreSQL named it; STYLE.md: whoever can hit a constraint meets it under the name of its meaning. */
const isNamedByPostgres = (table: string, name: string): boolean => name.startsWith(`${table}_`) && /_(pkey|fkey|check|key|excl|not_null)\d*$/.test(name)

/** Constraints, unique indexes and errors raised by triggers that bear a name of their own. */
export function namedConstraints(catalogue: Catalogue, migrations: Tree): NamedConstraint[] {
  const declared = catalogue.flatMap((table) =>
    table.constraints.filter(({ name }) => !isNamedByPostgres(table.name, name)).map(({ name, kind }) => ({ name, table: table.name, kind })))
  const raised = [...[...migrations.values()].join('\n').matchAll(/raise\s+exception[^;]*?constraint\s*=\s*'([^']+)'/gi)].map((match) => match[1] ?? '')
  const names = new Set(declared.map(({ name }) => name))
  return [...declared, ...[...new Set(raised)].filter((name) => !names.has(name)).map((name) => ({ name, table: '(trigger)', kind: 't' }))]
}

/**
 * A constraint that a person can run into has a refusal; one that only a broken program can has a reason in `internal`.
 * Unnamed CHECKs guard what the contract has parsed already: hitting one is a fault, and rightly an error.
 */
export function wrongConstraints(
  catalogue: Catalogue,
  migrations: Tree,
  words: Readonly<Record<string, ConstraintWord>>,
  internal: Readonly<Record<string, string>>,
  sentences: ReadonlySet<string>,
): string[] {
  const found: string[] = []
  const named = namedConstraints(catalogue, migrations)
  const all = new Set([...named.map(({ name }) => name), ...catalogue.flatMap((table) => table.constraints.map(({ name }) => name))])
  for (const { name, table } of named) {
    if (!words[name] && !internal[name]) found.push(`${name} (${table}) has no refusal in a room's constraints, and no reason why nobody can hit it`)
    if (words[name] && internal[name]) found.push(`${name} has a refusal and is called internal as well`)
  }
  for (const table of catalogue) {
    for (const { name, kind } of table.constraints) {
      if ((kind === 'x' || kind === 'i') && isNamedByPostgres(table.name, name)) found.push(`${name} (${table.name}) needs a name that says what it means`)
    }
  }
  for (const [name, word] of Object.entries(words)) {
    if (!all.has(name)) found.push(`${name} has words and is no constraint of the database`)
    if (!sentences.has(word.code)) found.push(`${name} refuses with ${word.code}, which has no words`)
  }
  for (const name of Object.keys(internal)) if (!all.has(name)) found.push(`${name} is called internal and is no constraint of the database`)
  return found
}
