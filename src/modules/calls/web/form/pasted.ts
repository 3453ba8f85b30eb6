import type { Column, TableRow } from '../../form/definition.ts'
import { typedNumber } from './amount.ts'

type Cell = string | number | null

/** A block of cells out of Excel or WPS: rows by line, cells by tab; quoted cells may hold line breaks. Null for plain text. */
export function cellsIn(text: string): string[][] | null {
  if (!text.includes('\t') && !/\n./.test(text)) return null
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const end = () => {
    rows.at(-1)?.push(cell.trim())
    cell = ''
  }
  for (let i = 0; i < text.length; i++) {
    const c = text[i]
    if (quoted) {
      if (c !== '"') cell += c
      else if (text[i + 1] === '"') cell += text[++i]
      else quoted = false
    } else if (c === '"' && cell === '') quoted = true
    else if (c === '\t') end()
    else if (c === '\n') {
      end()
      rows.push([])
    } else if (c !== '\r') cell += c
  }
  end()
  const last = rows.at(-1)
  if (last?.length === 1 && last[0] === '') rows.pop()
  return rows
}

/** One pasted cell as the column keeps it; undefined where it does not fit and is left out. */
export function cellOf(column: Column, text: string): Cell | undefined {
  if (text === '') return null
  switch (column.kind) {
    case 'text': return text.slice(0, column.max)
    case 'number':
    case 'money': return typedNumber(text)
    case 'date': {
      const day = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text)
      return day ? `${day[1]}-${day[2]?.padStart(2, '0')}-${day[3]?.padStart(2, '0')}` : undefined
    }
    case 'choice': return column.options.find((one) => one.value === text || one.label.zh === text || one.label.en === text)?.value
    case 'computed': return undefined
  }
}

/** Puts a pasted block into a table, its first cell at `from`; rows that are missing are added, up to `most`. `left`: cells that did not fit. */
export function withPasted(
  columns: readonly Column[], rows: readonly TableRow[], from: { row: number; column: string }, block: readonly (readonly string[])[], most: number, makeId: () => string,
): { rows: TableRow[]; left: number } {
  const typed = columns.filter((column) => column.kind !== 'computed')
  const first = typed.findIndex((column) => column.id === from.column)
  const next = rows.map((row) => ({ id: row.id, cells: { ...row.cells } }))
  let left = 0
  block.forEach((line, down) => {
    const at = from.row + down
    if (at >= most) return void (left += line.length)
    while (next.length <= at) next.push({ id: makeId(), cells: {} })
    line.forEach((text, right) => {
      const column = typed[first + right]
      const value = column && cellOf(column, text)
      if (!column || value === undefined) left += text === '' ? 0 : 1
      else next[at]!.cells[column.id] = value
    })
  })
  return { rows: next, left }
}
