/**
 * A cell that a workbook takes for text and nothing else (guards.md, section 5): what begins like a formula gets an
 * apostrophe, also behind white space and marks that show nothing, which some workbooks drop.
 */
export const notAFormula = (value: string): string =>
  /^(?:[\s\p{Cc}\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r\n])/u.test(value) ? `'${value}` : value
