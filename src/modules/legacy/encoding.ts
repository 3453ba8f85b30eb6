import { headingsIn } from './columns.ts'

/**
 * How the bytes of a file become lines. GB 18030 is decoded as such, never as GBK, which has private characters instead of
 * some of its own. Neither encoding has a line break within a character, so that lines are cut before anything is decoded
 * and a line that does not decode costs nothing but itself.
 */
export const encodings = ['utf-8', 'gb18030'] as const
export type Encoding = (typeof encodings)[number]

export const separators = { comma: ',', semicolon: ';', tab: '\t' } as const
export type Separator = keyof typeof separators

const newline = 0x0a
const carriage = 0x0d

/** Bytes of each line, without its break, and its number from 1. */
export function* linesOf(bytes: Uint8Array): Generator<{ line: number; bytes: Uint8Array }> {
  let line = 0
  for (let from = hasMark(bytes) ? 3 : 0; from < bytes.length; ) {
    const found = bytes.indexOf(newline, from)
    const end = found < 0 ? bytes.length : found
    yield { line: ++line, bytes: bytes.subarray(from, end > from && bytes[end - 1] === carriage ? end - 1 : end) }
    from = end + 1
  }
}

/** UTF-8 with a byte order mark. */
const hasMark = (bytes: Uint8Array): boolean => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf

const decoders = Object.fromEntries(encodings.map((name) => [name, new TextDecoder(name, { fatal: true, ignoreBOM: true })])) as Record<Encoding, TextDecoder>

/** The text of a line, or null where these bytes are none in that encoding. */
export function decodeLine(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return decoders[encoding].decode(bytes)
  } catch {
    return null
  }
}

const isPlain = (bytes: Uint8Array): boolean => !bytes.some((byte) => byte > 0x7f)

/**
 * Which encoding the file most likely has: a mark decides, then the heading (its words are known), then what most lines
 * that are not plain ASCII decode as. GB 18030 decodes nearly everything, UTF-8 hardly anything else.
 */
export function detectEncoding(bytes: Uint8Array): Encoding {
  if (hasMark(bytes)) return 'utf-8'
  let inUtf8 = 0
  let others = 0
  for (const one of linesOf(bytes)) {
    if (isPlain(one.bytes)) continue
    if (inUtf8 + others === 0) {
      const known = encodings.map((name) => headingsIn(splitRoughly(decodeLine(one.bytes, name) ?? '')))
      if (known[0] !== known[1]) return (known[0] ?? 0) > (known[1] ?? 0) ? 'utf-8' : 'gb18030'
    }
    if (decodeLine(one.bytes, 'utf-8') === null) others++
    else inUtf8++
    if (inUtf8 + others >= 2000) break
  }
  return inUtf8 >= others ? 'utf-8' : 'gb18030'
}

const splitRoughly = (text: string): string[] => text.split(/[,;\t]/)

/** The separator that cuts the most known headings out of the first line; a comma where none does. */
export function detectSeparator(heading: string): Separator {
  const names = Object.keys(separators) as Separator[]
  const worth = (name: Separator) => headingsIn(heading.split(separators[name]))
  return names.reduce((best, name) => (worth(name) > worth(best) ? name : best))
}

/** What a file is that is no text at all, by its first bytes; null where it may be one. */
export function notText(start: Uint8Array): 'legacy.file.workbook' | 'legacy.file.utf16' | null {
  const begins = (...bytes: number[]) => bytes.every((byte, i) => start[i] === byte)
  // A zip (xlsx, ods), the older compound file (xls).
  if (begins(0x50, 0x4b, 0x03, 0x04) || begins(0xd0, 0xcf, 0x11, 0xe0)) return 'legacy.file.workbook'
  return begins(0xff, 0xfe) || begins(0xfe, 0xff) ? 'legacy.file.utf16' : null
}
