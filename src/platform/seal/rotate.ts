/** A column that holds sealed text, as its room declares it. */
export interface SealedColumn {
  table: string
  /** Column of the primary key. */
  key: string
  column: string
  /** What it was sealed under: `table.column`. */
  context: string
  /** Blind indexes made of the same value; null where a value has none. */
  blind?: readonly { column: string; of: (plain: string) => string | null; context: string }[]
}
