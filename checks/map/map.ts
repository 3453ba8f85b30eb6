import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { settingsTable } from '../../src/config.ts'
import { catalogue } from '../house/catalogue.ts'
import { allProcedures } from '../house/procedures.ts'
import { openRoutes } from '../house/route-reasons.ts'
import { ourFolders, readTree, root } from '../house/tree.ts'
import { writerExceptions } from '../house/writer-exceptions.ts'
import { writersOf } from '../house/writers.ts'
import { routesPage } from './routes.ts'
import { rowsPage } from './rows.ts'
import { mayPage, statesPage } from './states.ts'
import { personalColumns, tablesPage } from './tables.ts'
import { fillBlocks } from './text.ts'
import { wordsPage } from './words.ts'

export const testTree = () => readTree(...ourFolders)

export const finishedRows = (): Record<string, string[]> =>
  JSON.parse(readFileSync(join(root, 'docs/map/finished-rows.json'), 'utf8')) as Record<string, string[]>

/** Texts written by hand that hold a generated part. */
const withBlocks = ['docs/operations.md', 'docs/pia/0001-accounts-and-units.md'] as const

/** Everything that is generated, by path from the root. */
export async function generated(): Promise<Map<string, string>> {
  const [{ rooms }, { words }, tables, procedures] = await Promise.all([
    import('../../src/modules.ts'), import('../../src/words.ts'), catalogue(), allProcedures(),
  ])
  const names = new Set(tables.map(({ name }) => name))
  const writers = writersOf(readTree('src'), readTree('migrations'), names)
  const blocks = { 'settings-zh': settingsTable('zh'), 'settings-en': settingsTable('en'), 'personal-columns': personalColumns(tables) }
  return new Map([
    ['docs/map/states.md', statesPage(procedures, words)],
    ['docs/map/may.md', mayPage(procedures, words)],
    ['docs/map/routes.md', routesPage(rooms, openRoutes)],
    ['docs/map/tables.md', tablesPage(tables, writers, writerExceptions)],
    ['docs/map/rows.md', rowsPage(testTree(), finishedRows())],
    ['docs/map/words.md', wordsPage(words.zh, words.en)],
    ...withBlocks.map((file) => [file, fillBlocks(readFileSync(join(root, file), 'utf8'), blocks)] as const),
  ])
}
