import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.ts'
import type { Upload } from '../../platform/serve/call.ts'
import type { Tools } from '../../platform/tools.ts'
import { notText } from './encoding.ts'

/** Sealed like a column, though it is a file: it holds document numbers (fields.md, P2). */
const context = 'legacy_import.file'

export interface KeptFile {
  key: string
  name: string
  sha256: string
  bytes: Buffer
}

const beside = (code: string): Refusal => refuse(code, { fields: { file: { code } } })

/** Where the sealed files lie in the store. */
export const drawer = 'legacy'

/**
 * The upload, received and examined as every other (size, virus), then sealed: the plain file gets no name in the store.
 * A workbook or another kind of text is told at once.
 */
export async function keepFile(tools: Pick<Tools, 'files' | 'keyring'>, upload: Upload, maxBytes: number): Promise<KeptFile | Refusal> {
  const { files, keyring } = tools
  const plain = await files.take(upload.stream, { maxBytes, examine })
  if (isRefusal(plain)) return refuse(plain.code, { status: plain.status, params: plain.params, fields: { file: { code: plain.code, params: plain.params } } })
  const { bytes, sha256 } = plain
  const sealed = await files.put(Readable.from([Buffer.from(keyring.seal(bytes.toString('base64'), context))]), { maxBytes: maxBytes * 3, drawer })
  return isRefusal(sealed) ? sealed : { key: sealed.key, name: shownName(upload.name), sha256, bytes }
}

async function examine(path: string): Promise<Refusal | null> {
  const handle = await open(path, 'r')
  try {
    const start = Buffer.alloc(4)
    await handle.read(start, 0, 4, 0)
    const wrong = notText(start)
    return wrong && beside(wrong)
  } finally {
    await handle.close()
  }
}

/** The file again. Throws SealError where the key it was sealed with is gone. */
export async function readFile({ files, keyring }: Pick<Tools, 'files' | 'keyring'>, key: string): Promise<Buffer> {
  return Buffer.from(keyring.open(await text((await files.open(key)).stream), context), 'base64')
}

/** As its sender called it, without folders and what shows nothing; never a path. */
function shownName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  return [...last.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').trim()].slice(0, 100).join('') || 'accounts.csv'
}
