import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Config } from '../../config.ts'
import { refuse, type Refusal } from '../../kernel/refusal.ts'
import { clamdScan, type Scan } from './clamd.ts'
import { eicarWatch } from './eicar.ts'
import type { FileStore, PutLimits, StoredFile, TakeLimits } from './store.ts'

const keyPattern = /^(?:(?!tmp\/)[a-z]{3,20}\/)?[0-9a-f]{2}\/[0-9a-f]{30}$/
const dayMs = 86_400_000

export const filesFolder = (config: Pick<Config, 'dataDir'>): string => join(config.dataDir, 'files')

/** The store that the settings name. */
export const makeFileStore = (config: Pick<Config, 'dataDir' | 'clamd'>): FileStore =>
  localStore(filesFolder(config), config.clamd === null ? null : clamdScan(config.clamd))

/**
 * A store in a folder: written under a temporary name, hashed on the way, flushed, then renamed. `scan`, where there is
 * a virus scanner, sees every file before it gets its name.
 */
export function localStore(folder: string, scan: Scan | null = null): FileStore {
  const temporary = join(folder, 'tmp')
  mkdirSync(temporary, { recursive: true, mode: 0o700 })
  const pathOf = (key: string) => {
    if (!keyPattern.test(key)) throw new Error('not a key of this store')
    return join(folder, key)
  }

  /** Whole, flushed and examined under a temporary name, which is gone when `finish` is done with it. */
  async function receive<T>(stream: Readable, limits: TakeLimits & Pick<PutLimits, 'quarantine'>, finish: (path: string, written: Omit<StoredFile, 'key'>) => Promise<T>): Promise<T | Refusal> {
    const path = join(temporary, `${randomBytes(16).toString('hex')}.part`)
    try {
      const written = await write(stream, path, limits)
      if (!('bytes' in written)) return written
      const trouble = await limits.examine?.(path)
      if (trouble) return trouble
      const found = (await scan?.(path)) ?? null
      const waits = limits.quarantine === true && (found?.code === 'file.scan_unavailable' || found?.code === 'file.scan_failed')
      if (found && !waits) return found
      return await finish(path, waits ? { ...written, isUnscanned: true } : written)
    } finally {
      // After a rename there is nothing under this name any more.
      await rm(path, { force: true })
    }
  }

  return {
    put: (stream, limits) => receive(stream, limits, async (path, written) => {
      const name = randomBytes(16).toString('hex')
      const key = `${limits.drawer ? `${limits.drawer}/` : ''}${name.slice(0, 2)}/${name.slice(2)}`
      await mkdir(dirname(pathOf(key)), { recursive: true, mode: 0o700 })
      await rename(path, pathOf(key))
      await flushFolders(dirname(pathOf(key)), dirname(dirname(pathOf(key))), folder)
      return { key, ...written }
    }),

    take: (stream, limits) => receive(stream, limits, async (path, { sha256 }) => ({ bytes: await readFile(path), sha256 })),

    rescan: async (key) => (await scan?.(pathOf(key))) ?? null,

    async keysIn(drawer, before) {
      const keys: string[] = []
      for (const first of await namesIn(join(folder, drawer))) {
        for (const rest of await namesIn(join(folder, drawer, first))) {
          const key = `${drawer}/${first}/${rest}`
          // Deleted in this very moment: nothing to be found.
          const { mtimeMs } = await stat(pathOf(key)).catch(() => ({ mtimeMs: Infinity }))
          if (mtimeMs < before.getTime()) keys.push(key)
        }
      }
      return keys
    },

    async open(key) {
      const handle = await open(pathOf(key), 'r')
      const { size } = await handle.stat()
      return { stream: handle.createReadStream(), bytes: size }
    },

    async delete(key) {
      await rm(pathOf(key), { force: true })
    },
  }
}

/** None where there is no such folder: it comes with its first file. */
const namesIn = (folder: string): Promise<string[]> =>
  readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })

/** What a process that was killed in the middle of an upload left behind. */
export async function sweepUploads(folder: string, now: Date): Promise<number> {
  let swept = 0
  for (const name of await readdir(join(folder, 'tmp'))) {
    const path = join(folder, 'tmp', name)
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Infinity }))
    if (now.getTime() - mtimeMs < dayMs) continue
    await unlink(path)
    swept++
  }
  return swept
}

/** To the end of the stream, or a refusal. What is too large is read on and dropped, so that the sender hears why. */
async function write(stream: Readable, path: string, limits: TakeLimits): Promise<Omit<StoredFile, 'key'> | Refusal> {
  const { maxBytes } = limits
  // Broken off before it is read: it is heard where it is read, below, and until then by nobody.
  stream.on('error', () => undefined)
  const handle = await open(path, 'wx', 0o600)
  const hash = createHash('sha256')
  const isEicar = eicarWatch()
  let bytes = 0
  let infected = false
  try {
    for await (const piece of stream) {
      const chunk = Buffer.isBuffer(piece) ? piece : Buffer.from(piece as Uint8Array)
      bytes += chunk.length
      if (bytes > 4 * maxBytes + 1_000_000) break
      if (bytes > maxBytes || infected) continue
      infected = isEicar(chunk)
      hash.update(chunk)
      await handle.writeFile(chunk)
    }
    // A multipart parser with a limit of its own ends the stream early and says so here only.
    const cut = (stream as Readable & { truncated?: boolean }).truncated === true
    if (bytes > maxBytes || cut) return refuse('file.too_large', { status: 413, params: { limit: sizeOf(maxBytes) } })
    if (infected) return refuse('file.infected')
    if (bytes === 0) return refuse('file.empty')
    await handle.sync()
    return { bytes, sha256: hash.digest('hex') }
  } finally {
    await handle.close()
  }
}

/** `10 MB`, as the words say it. */
export const sizeOf = (bytes: number): string =>
  bytes >= 1_048_576 ? `${Math.round(bytes / 104_857.6) / 10} MB` : `${Math.round(bytes / 102.4) / 10} KB`

/** The names as well must survive a power cut; Windows flushes no folders. */
async function flushFolders(...folders: string[]): Promise<void> {
  if (process.platform === 'win32') return
  for (const folder of folders) {
    const handle = await open(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  }
}
