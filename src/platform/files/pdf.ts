import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { inflate } from 'node:zlib'
import { refuse, type Refusal } from '../../kernel/refusal.ts'

const unpack = promisify(inflate)
const mostUnpacked = 64 * 1_048_576
const mostStreams = 5000

/** A name of PDF, each character of which may be written as #xx (ISO 32000-1, 7.3.5). */
const nameOf = (name: string) =>
  `/${[...name].map((c) => `(?:${c}|#${hex(c).replace(/[a-f]/g, (h) => `[${h}${h.toUpperCase()}]`)})`).join('')}`
const hex = (character: string) => character.charCodeAt(0).toString(16)
const anyOf = (names: readonly string[]) => new RegExp(`(?:${names.map(nameOf).join('|')})(?![A-Za-z0-9])`)

const encrypted = anyOf(['Encrypt'])
/** Things that do something, or carry something else inside. Pages, links, forms and signatures are fine. */
const active = anyOf([
  'JavaScript', 'Launch', 'EmbeddedFile', 'EmbeddedFiles', 'RichMedia', 'XFA', 'ImportData', 'SubmitForm',
])
const objectStream = anyOf(['ObjStm'])
const filtered = anyOf(['Filter', 'F'])

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
  let [left, streams] = [mostUnpacked, mostStreams]
  for (const packed of packedObjects(bytes, text)) {
    const objects = await unpack(packed, { maxOutputLength: left }).catch(() => null)
    if (!objects) return refuse('file.pdf_unreadable')
    if (active.test(objects.toString('latin1'))) return refuse('file.pdf_active')
    left -= objects.length
    if (left <= 0 || --streams === 0) return refuse('file.pdf_unreadable')
  }
  return null
}

/**
 * The content of every packed object stream. One walk over the text, in which no character is looked at more than a few
 * times: files are made to be slow as well.
 */
function* packedObjects(bytes: Buffer, text: string): Generator<Buffer> {
  let [before, end] = [0, 0]
  for (const { index, 0: begin } of text.matchAll(/stream\r?\n/g)) {
    const dictionary = text.slice(Math.max(before, index - 4096), index)
    before = index + begin.length
    if (!objectStream.test(dictionary) || !filtered.test(dictionary)) continue
    if (end < before) end = text.indexOf('endstream', before)
    if (end < 0) end = text.length
    yield bytes.subarray(before, end)
  }
}

const leaf = /\/Type\s*\/Page(?![A-Za-z])/g

/**
 * How many pages a PDF says that it has; null where that cannot be told without drawing it: changed after it was made
 * (a signature, say), so that old and new pages stand side by side. Only for files that `pdfTrouble` let pass.
 */
export async function pdfPages(path: string): Promise<number | null> {
  const bytes = await readFile(path)
  const text = bytes.toString('latin1')
  const fast = /\/Linearized[^>]{0,400}?\/N\s+(\d{1,6})/.exec(text.slice(0, 2048))
  if (fast) return Number(fast[1])
  if (text.split('%%EOF').length > 2) return null
  let pages = [...text.matchAll(leaf)].length
  for (const packed of packedObjects(bytes, text)) pages += [...((await unpack(packed, { maxOutputLength: mostUnpacked }).catch(() => null))?.toString('latin1') ?? '').matchAll(leaf)].length
  return pages > 0 ? pages : null
}
