/** A cell of a table as an editor keeps it: rows of cells, each over some columns and rows. */
export interface Spanning<T> {
  w: number
  h: number
  of: T
}
export interface Placed<T> extends Spanning<T> {
  x: number
  y: number
}

/**
 * Where each cell stands, as HTML lays tables out: in the next free place of its row. Spans that would lie over another
 * cell or below the last row are cut, places that nobody fills stay out: whatever was pasted, nothing lies over anything.
 */
export function placed<T>(rows: readonly (readonly Spanning<T>[])[]): { columns: number; cells: Placed<T>[] } {
  const taken = new Set<string>()
  const isFree = (x: number, y: number) => !taken.has(`${x} ${y}`)
  const cells: Placed<T>[] = []
  let columns = 0
  for (const [y, row] of rows.entries()) {
    let x = 0
    for (const cell of row) {
      while (!isFree(x, y)) x++
      let w = 1
      while (w < cell.w && isFree(x + w, y)) w++
      const h = Math.max(1, Math.min(cell.h, rows.length - y))
      for (let i = 0; i < w; i++) for (let j = 0; j < h; j++) taken.add(`${x + i} ${y + j}`)
      cells.push({ x, y, w, h, of: cell.of })
      x += w
      columns = Math.max(columns, x)
    }
  }
  return { columns: Math.max(columns, 1), cells }
}
