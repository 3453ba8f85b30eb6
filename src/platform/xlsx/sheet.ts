import { cellText } from './cell-text.ts'

export interface XlsxColumn {
  title: string
  /** In characters of the standard font; a Chinese character takes two. */
  width?: number
}

export type XlsxRow = readonly (string | number | null)[]

/** A sheet holds no more (Excel's specification). */
export const mostRows = 1_048_576
const mostColumns = 16_384

/** 0 is A, 26 is AA. */
export const columnName = (index: number): string =>
  (index >= 26 ? columnName(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26))

/** Styles of `styles.xml` by their place there. Texts are marked as such, so that editing one does not make a number of it. */
const heading = 1
const text = 2

const textCell = (at: string, style: number, value: string): string =>
  `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(value)}</t></is></c>`

function cell(at: string, value: XlsxRow[number]): string {
  if (value === null || value === '') return ''
  if (typeof value === 'string') return textCell(at, text, value)
  if (!Number.isFinite(value)) throw new RangeError(`${at}: ${value} is not a number that a workbook holds`)
  return `<c r="${at}"><v>${value}</v></c>`
}

/** What stands before the rows: the heading frozen and bold. */
export function sheetHead(columns: readonly XlsxColumn[]): string {
  if (columns.length === 0 || columns.length > mostColumns) throw new RangeError(`a sheet has 1 to ${mostColumns} columns`)
  const widths = columns.map(({ width }, i) => (width ? `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>` : '')).join('')
  const titles = columns.map(({ title }, i) => textCell(`${columnName(i)}1`, heading, title)).join('')
  return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    + '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    + '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    + '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>'
    + (widths && `<cols>${widths}</cols>`)
    + `<sheetData><row r="1">${titles}</row>`
}

export const sheetFoot = '</sheetData></worksheet>'

/** Rows below the heading, one after another; each has at most as many cells as there are columns. */
export function rowWriter(columns: readonly XlsxColumn[]): (row: XlsxRow) => string {
  const names = columns.map((_, i) => columnName(i))
  let line = 1
  return (row) => {
    if (row.length > names.length) throw new RangeError(`a row of ${row.length} cells under ${names.length} headings`)
    if (++line > mostRows) throw new RangeError(`a sheet has at most ${mostRows} rows`)
    let cells = ''
    for (let i = 0; i < row.length; i++) cells += cell(`${names[i]}${line}`, row[i] ?? null)
    return `<row r="${line}">${cells}</row>`
  }
}
