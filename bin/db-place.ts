import { ConfigError, loadConfig } from '../src/config.ts'
import { CannotOpen } from '../src/platform/db/cannot-open.ts'
import { openDatabase, type Database } from '../src/platform/db/database.ts'

/** The database of the settings in the environment, as the program itself would open it. */
export function openConfigured(): Promise<Database> {
  const { database } = loadConfig()
  return openDatabase(database.kind === 'server' ? { url: database.url, poolSize: 2 } : { dataDir: database.folder })
}

/** The file that the command was called with. */
export function path(command: string): string {
  const [file] = process.argv.slice(2)
  if (file) return file
  throw new CannotOpen(`用法：npm run ${command} -- <文件>`, `Usage: npm run ${command} -- <file>`)
}

/** What the operator can mend is told in a sentence, with exit code 1. */
export async function orSentence(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof CannotOpen || error instanceof ConfigError || isFileError(error))) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}

const isFileError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'code' in error && ['ENOENT', 'EACCES', 'ENOSPC', 'Z_DATA_ERROR', 'Z_BUF_ERROR'].includes(String(error.code))
