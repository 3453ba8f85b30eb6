import pg from 'pg'

/**
 * How a value of the database becomes one of the program: int8 is a number (a count beyond 2^53 is broken, not
 * rounded), a date stays the text `2024-01-30` (a Date would move it across time zones), numeric stays text (money).
 * Everything else is as the driver does it: timestamptz is a Date, jsonb is parsed, bytea is a Buffer.
 */
export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    const own = format === 'binary' ? undefined : parsers[oid]
    return own ?? pg.types.getTypeParser(oid, format)
  },
}

/** Parses an array of texts; the driver has it under the oid of text[]. */
const texts = (raw: string): (string | null)[] => pg.types.getTypeParser(1009 as number)(raw)

function safeInteger(raw: string): number {
  const value = Number(raw)
  if (Number.isSafeInteger(value)) return value
  throw new RangeError(`the database answered ${raw}, which a number cannot hold exactly`)
}

const parsers: Partial<Record<number, (raw: string) => unknown>> = {
  20: safeInteger, // int8
  1016: (raw) => texts(raw).map((one) => (one === null ? null : safeInteger(one))), // int8[]
  1082: (raw) => raw, // date
  1182: texts, // date[]
}
