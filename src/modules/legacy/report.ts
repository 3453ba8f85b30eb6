import type { Translate } from '../../kernel/words.ts'
import { notAFormula } from '../../platform/xlsx/not-a-formula.ts'
import type { ReportLine } from './line-store.ts'

/** A cell that a workbook takes for text and nothing else; what holds a separator, a quote or a break is quoted. */
export function cell(value: string): string {
  const safe = notAFormula(value)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** With its mark, so that workbooks read it as UTF-8. */
export const mark = '\uFEFF'

export const csvLine = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`

export const reportHeading = (t: Translate): string =>
  mark + csvLine([t('legacy.report.line'), t('legacy.report.outcome'), t('legacy.column.kind'), t('legacy.column.userName'), t('legacy.report.field'), t('legacy.report.why')])

/** One line of the report per finding; one for a line that has none. */
export const reportLines = ({ line, outcome, kind, userName, found }: ReportLine, t: Translate): string =>
  (found.length > 0 ? found : [null]).map((one) => csvLine([
    String(line), t(`legacy.outcome.${outcome}`), kind ? t(`legacy.kind.${kind}`) : '', userName,
    one?.field ? t(`legacy.column.${one.field}`) : '', one ? t(one.code, one.params) : '',
  ])).join('')
