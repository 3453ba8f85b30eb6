import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.ts'
import type { Upload } from '../serve/call.ts'
import { kindOf, troubleOf, type FileKind } from './kind.ts'
import { pdfPages } from './pdf.ts'
import type { FileStore, PutLimits, StoredFile } from './store.ts'

export interface ReceivedFile extends StoredFile {
  kind: FileKind
  /** Of a PDF, as far as it can be told. */
  pages: number | null
  /** As its sender called it, fit to be shown and offered for saving; never a path. */
  name: string
}

/**
 * An upload into the store, after everything that can be asked of it: size, kind by its first bytes, virus check, and
 * that a reviewer can look at it. Refuses with a `file.*` code beside the field `file`.
 */
export async function receive(
  files: FileStore,
  upload: Upload,
  { maxBytes, kinds, ...more }: { maxBytes: number; kinds: readonly FileKind[] } & Pick<PutLimits, 'drawer' | 'quarantine'>,
): Promise<ReceivedFile | Refusal> {
  let kind: FileKind | null = null
  let pages: number | null = null
  const stored = await files.put(upload.stream, {
    maxBytes, ...more,
    async examine(path) {
      const found = await kindOf(path, upload.name, kinds)
      if (isRefusal(found)) return found
      kind = found
      const trouble = await troubleOf(path, found)
      if (!trouble && found === 'pdf') pages = await pdfPages(path)
      return trouble
    },
  })
  if (isRefusal(stored)) return besideTheFile(stored)
  if (kind === null) throw new Error('the store did not let the file be examined')
  return { ...stored, kind, pages, name: shownName(upload.name, kind) }
}

/** Without folders, control and direction marks; at most 120 characters with its real extension. */
export function shownName(name: string, kind: FileKind): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const visible = last.replace(/[\p{Cc}\p{Cf}\p{Cs}"<>|:*?]/gu, '')
  const clean = visible.replace(/\.[^.]{1,5}$/, '').replace(/^[.\s]+/u, '').trimEnd()
  return `${[...(clean || 'file')].slice(0, 115).join('')}.${kind}`
}

const besideTheFile = ({ code, status, params }: Refusal): Refusal =>
  refuse(code, { status, params, fields: { file: { code, params } } })
