import { closeSync, constants, existsSync, fsyncSync, openSync } from 'node:fs'
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import { engineOptions, engineVersion } from './engine.ts'

const cache = join(import.meta.dirname, '../../../.cache')

/**
 * Makes the data folder of a first start. The initial database costs some seconds of work, so it is made once and
 * copied afterwards. The copy is flushed and appears under its name in one step: a first start that was broken off
 * leaves no half folder behind.
 */
export async function copyTemplate(folder: string): Promise<void> {
  const half = `${folder}.half`
  await rm(half, { recursive: true, force: true })
  const template = join(cache, `pglite-${engineVersion()}`)
  if (existsSync(template) || (await makeTemplate(template))) {
    await cp(template, half, { recursive: true, mode: constants.COPYFILE_FICLONE })
  } else {
    await makeFolder(half)
  }
  await flushTree(half)
  await rm(folder, { recursive: true, force: true })
  await rename(half, folder)
  flush(dirname(folder))
}

/** False where the project's folder may not be written: then each data folder is made from scratch. */
async function makeTemplate(template: string): Promise<boolean> {
  const own = `${template}.${process.pid}`
  try {
    await mkdir(cache, { recursive: true })
    await makeFolder(own)
    await rename(own, template)
  } catch (error) {
    await rm(own, { recursive: true, force: true }).catch(() => undefined)
    // Somebody else made it meanwhile (ENOTEMPTY) or nobody may (EACCES, EROFS).
    if (!['ENOTEMPTY', 'EEXIST', 'EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
  return existsSync(template)
}

async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const engine = await PGlite.create({ ...engineOptions, fs: new NodeFS(folder) })
  await engine.close()
}

async function flushTree(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    flush(join(entry.parentPath, entry.name))
  }
  flush(folder)
}

function flush(path: string): void {
  if (process.platform === 'win32') return
  const file = openSync(path, 'r')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
