import type { Readable } from 'node:stream'
import type { Refusal } from '../../kernel/refusal.ts'

/** A file that lies in the store. */
export interface StoredFile {
  /** Generated; says nothing about its content. */
  key: string
  bytes: number
  /** In hexadecimal. */
  sha256: string
  /** Only where the caller keeps such files in quarantine: the virus check gave no answer to it, `rescan` asks again. */
  isUnscanned?: true
}

export interface TakeLimits {
  maxBytes: number
  /** Looks at the whole file, under its temporary path, before it gets its name. */
  examine?: (path: string) => Promise<Refusal | null>
}

export interface PutLimits extends TakeLimits {
  /** Files that lie together and can be listed (`keysIn`): small letters. Without one the file is found by its key alone. */
  drawer?: string
  /** Whether a file is taken though the virus check gives no answer to it: its caller shows it to nobody until `rescan` finds it clean. */
  quarantine?: boolean
}

/** A file that was received, and is nowhere any more. */
export interface TakenFile {
  bytes: Buffer
  sha256: string
}

/** Where uploads lie: a folder now (`local.ts`), the same words for an object store later. */
export interface FileStore {
  /**
   * Takes a stream to its end. Whole and on the disk when it returns; nothing is left behind by an upload that was
   * broken off (that throws) or refused. Refuses `file.too_large`, `file.empty`, `file.infected`,
   * `file.scan_unavailable`, `file.scan_failed`, `file.scan_too_large` and what `examine` refuses.
   */
  put(stream: Readable, limits: PutLimits): Promise<StoredFile | Refusal>
  /**
   * The bytes of what came, received and examined as by `put`, and nothing kept: for what must not lie open. A process
   * that is killed meanwhile leaves it among the unfinished uploads, which are swept. Refuses as `put` does.
   */
  take(stream: Readable, limits: TakeLimits): Promise<TakenFile | Refusal>
  /**
   * Asks the virus check about a file of the store: null where it is clean or there is no check, else `file.infected` or
   * `file.scan_too_large`, for good; `file.scan_unavailable` while there is no answer to anything, `file.scan_failed` where
   * there is none to this file. Throws if there is no such file.
   */
  rescan(key: string): Promise<Refusal | null>
  /** The keys in a drawer whose files came before this time: to find those that no row names. */
  keysIn(drawer: string, before: Date): Promise<string[]>
  /** Throws if there is no such file: rows point at files, so that would be broken, not refused. */
  open(key: string): Promise<{ stream: Readable; bytes: number }>
  /** Gone, whether or not it was there. */
  delete(key: string): Promise<void>
}
