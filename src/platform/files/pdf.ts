import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { inflate } from 'node:zlib'
import { refuse, type Refusal } from '../../kernel/refusal.ts'

const unpack = promisify(inflate)
const mostUnpacked = 64 * 1_048_576

/** A name of PDF, each character of which may be written as #xx (ISO 32000-1, 7.3.5). */
const nameOf = (name: string) =>
  `/${[...name].map((c) => `(?:${c}|#${hex(c).replace(/[a-f]/g, (h) => `[${h}${h.toUpperCase()}]`)})`).join('')}`
const hex = (character: string) => character.charCodeAt(0).toString(16)
const anyOf = (names: readonly string[]) => new RegExp(`(?:${names.map(nameOf).join('|')})(?![A-Za-z0-9])`)

const encrypted = anyOf(['Encrypt'])
/** Things that do something, or carry something else inside. Pages, links, forms and signatures are fine. */
const active = anyOf(['JavaScript', 'Launch', 'EmbeddedFile', 'EmbeddedFiles', 'RichMedia', 'XFA', 'ImportData', 'SubmitForm'])
const objectStream = new RegExp(nameOf('ObjStm'), 'g')

/**
 * Refuses PDFs that nobody can review (encrypted, broken off) and such as do more than show pages. This is the second
 * line: whatever slips through is never opened by us but in pdf.js without scripting, and leaves as an attachment.
 */
export async function pdfTrouble(path: string): Promise<Refusal | null> {
  const bytes = await readFile(path)
  const text = bytes.toString('latin1')
  if (!text.includes('%%EOF')) return refuse('file.pdf_unreadable')
  if (encrypted.test(text)) return refuse('file.pdf_encrypted')
  if (active.test(text)) return refuse('file.pdf_active')
  // Since PDF 1.5 objects may lie packed in streams, where the search above does not see them.
  let left = mostUnpacked
  for (const { index } of text.matchAll(objectStream)) {
    const packed = packedObjects(bytes, text, index)
    if (!packed) continue
    const objects = await unpack(packed, { maxOutputLength: left }).catch(() => null)
    if (!objects) return refuse('file.pdf_unreadable')
    if (active.test(objects.toString('latin1'))) return refuse('file.pdf_active')
    left -= objects.length
    if (left <= 0) return refuse('file.pdf_unreadable')
  }
  return null
}

/** The content of the stream whose dictionary holds the place; null if there is no stream there, or nothing is packed. */
function packedObjects(bytes: Buffer, text: string, place: number): Buffer | null {
  const begin = /stream\r?\n/g
  begin.lastIndex = place
  const found = begin.exec(text)
  if (!found || found.index - place > 4096) return null
  const dictionary = text.slice(Math.max(0, text.lastIndexOf(' obj', place)), found.index)
  const end = text.indexOf('endstream', begin.lastIndex)
  const content = bytes.subarray(begin.lastIndex, end < 0 ? undefined : end)
  return /\/Filter/.test(dictionary) ? content : null
}
