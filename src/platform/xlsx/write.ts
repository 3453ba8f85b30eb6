import { setImmediate } from 'node:timers/promises'
import { Zip, ZipDeflate } from 'fflate'
import { parts } from './parts.ts'
import { rowWriter, sheetFoot, sheetHead, type XlsxColumn, type XlsxRow } from './sheet.ts'

export type { XlsxColumn, XlsxRow } from './sheet.ts'

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Text gathered before it is packed: what the writer holds in memory is a few times this much, however many rows come. */
const portion = 64 * 1024

/** No time of day: the same rows give the same bytes. (The format knows local time only, from 1980 on.) */
const mtime = new Date(1980, 0, 1)

/** Without the 64-bit extension, which no workbook of a million short rows needs. */
const mostBytes = 0xffff_ffff

export interface Workbook {
  sheetName: string
  columns: readonly XlsxColumn[]
  /** As they come, in order; a page of a list at a time keeps the memory small. Numbers become numbers, null an empty cell. */
  rows: AsyncIterable<XlsxRow> | Iterable<XlsxRow>
}

/**
 * A workbook of one sheet as bytes, made while it is read: `Readable.from(writeXlsx(...))` is the stream of a download.
 * Memory is bounded; whoever stops reading stops the rows. The first row is the heading, bold and frozen. Every text is a
 * text, never a formula (guards.md, section 5): what begins like one has an apostrophe before it; control characters and
 * broken characters are left out; more than 32,767 units are cut. Throws on more than 1,048,575 rows, on a row longer than
 * the heading, and on a number that is not finite.
 */
export async function* writeXlsx({ sheetName, columns, rows }: Workbook): AsyncGenerator<Uint8Array, void, void> {
  let packed: Uint8Array[] = []
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    if (bytes.length > 0) packed.push(bytes)
  })
  const entry = (name: string): ZipDeflate => {
    // The repetition of a sheet is found at the lowest level as well, in a third of the time.
    const file = new ZipDeflate(name, { level: 1 })
    file.mtime = mtime
    zip.add(file)
    return file
  }
  for (const [name, text] of parts(sheetName)) entry(name).push(Buffer.from(text), true)

  const sheet = entry('xl/worksheets/sheet1.xml')
  const write = rowWriter(columns)
  let bytes = 0
  const pack = (text: string, isLast = false): void => {
    const portionBytes = Buffer.from(text)
    bytes += portionBytes.length
    if (bytes > mostBytes) throw new RangeError('the sheet is larger than the format holds')
    sheet.push(portionBytes, isLast)
  }

  let text = sheetHead(columns)
  for await (const row of rows) {
    text += write(row)
    if (text.length < portion) continue
    pack(text)
    text = ''
    yield* packed
    packed = []
    // Rows that are there at once must not keep the others waiting.
    await setImmediate()
  }
  pack(text + sheetFoot, true)
  zip.end()
  yield* packed
}
