import { parse } from 'csv-parse/sync'
import type { Finding } from '../../kernel/check.ts'
import { cellsOf, readHeading, type Cells, type Heading } from './columns.ts'
import { decodeLine, linesOf, separators, type Encoding, type Separator } from './encoding.ts'

/** Beyond this a line is no account. */
const longestLine = 20_000
/** So many breaks may stand within quotes of one account (an address on two lines) before its quotes are called broken. */
const mostBreaks = 8
export const mostLines = 50_000

export type ReadLine = { line: number } & ({ ok: true; cells: Cells } | ({ ok: false } & Finding))

export interface Format {
  encoding: Encoding
  separator: Separator
}

/** The cells of one record, or null where its quotes do not close or stand in the middle of a cell. */
export function splitLine(text: string, separator: Separator): string[] | null {
  const delimiter = separators[separator]
  if (!text.includes('"')) return text.split(delimiter)
  try {
    // Workbooks keep long numbers by writing ="0123": a formula that is a text.
    const plain = text.replace(/(^|[,;\t])="([^"]*)"(?=[,;\t]|$)/g, '$1"$2"')
    const [cells = []] = parse(plain, { delimiter, relax_column_count: true, record_delimiter: ['\u0000\u0000'] })
    return cells
  } catch {
    return null
  }
}

export function firstLine(bytes: Uint8Array, encoding: Encoding): string {
  for (const one of linesOf(bytes)) {
    const text = decodeLine(one.bytes, encoding)
    if (text === null || text.trim() !== '') return text ?? ''
  }
  return ''
}

/** The heading of the file in this format. */
export const headingIn = (bytes: Uint8Array, format: Format): Heading => readHeading(splitLine(firstLine(bytes, format.encoding), format.separator) ?? [])

/**
 * Account by account with the number of its (first) line. A line that cannot be read says why and costs only itself:
 * broken quotes never swallow what comes after them. Empty lines are none.
 */
export function* readLines(bytes: Uint8Array, format: Format): Generator<ReadLine> {
  const lines = [...linesOf(bytes)]
  const heading = headingIn(bytes, format)
  if (!heading.ok) return
  let isHeading = true
  for (let i = 0; i < lines.length; i++) {
    const one = lines[i]
    if (!one) break
    const { line } = one
    if (one.bytes.length > longestLine * 4) {
      yield { line, ok: false, code: 'legacy.line.too_long', params: { max: longestLine } }
      continue
    }
    const text = decodeLine(one.bytes, format.encoding)
    if (text === null) {
      yield { line, ok: false, code: 'legacy.line.encoding' }
      continue
    }
    if (text.trim() === '') continue
    if (isHeading) {
      isHeading = false
      continue
    }
    if (text.length > longestLine) {
      yield { line, ok: false, code: 'legacy.line.too_long', params: { max: longestLine } }
      continue
    }
    let cells = splitLine(text, format.separator)
    if (!cells) {
      const joined = joinQuoted(text, lines, i, format, heading.places.length)
      if (joined) {
        cells = joined.cells
        i = joined.last
      }
    }
    if (!cells) {
      yield { line, ok: false, code: 'legacy.line.quotes' }
      continue
    }
    while (cells.length > heading.places.length && cells.at(-1)?.trim() === '') cells.pop()
    if (cells.every((cell) => cell.trim() === '')) continue
    if (cells.length !== heading.places.length) yield { line, ok: false, code: 'legacy.line.columns', params: { found: cells.length, wanted: heading.places.length } }
    else yield { line, ok: true, cells: cellsOf(heading.places, cells) }
  }
}

/** The record that goes on in the next lines, if quotes close there and the number of its cells is right. */
function joinQuoted(start: string, lines: readonly { bytes: Uint8Array }[], at: number, { encoding, separator }: Format, wanted: number) {
  let text = start
  for (let last = at + 1; last <= at + mostBreaks && last < lines.length; last++) {
    const next = lines[last]
    const more = next && next.bytes.length <= longestLine ? decodeLine(next.bytes, encoding) : null
    if (more === null) return null
    text += `\n${more}`
    const cells = splitLine(text, separator)
    if (cells) return cells.length === wanted ? { cells, last } : null
  }
  return null
}
