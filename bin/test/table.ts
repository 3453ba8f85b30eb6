import type { Outcome } from './part.ts'

export interface Line {
  title: string
  seconds: number
  outcome: Outcome
}

/** Columns that a terminal needs for a text: Chinese characters take two. */
const width = (text: string): number => [...text].reduce((sum, c) => sum + (/[\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(c) ? 2 : 1), 0)

const pad = (text: string, columns: number): string => text + ' '.repeat(Math.max(0, columns - width(text)))

/** What every part came to, and the sum as the last line: `12 passed, 0 failed`. */
export function table(lines: readonly Line[]): string {
  const widest = Math.max(0, ...lines.map(({ title }) => width(title)))
  const rows = lines.map(({ title, seconds, outcome }) => {
    const mark = outcome.failed > 0 ? '✗' : outcome.passed > 0 ? '✓' : '-'
    const note = outcome.note ? `  ${outcome.note}` : ''
    return `${mark} ${pad(title, widest)} ${seconds.toFixed(1).padStart(7)} s  ${counts(outcome)}${note}`
  })
  return [...rows, '', counts(sumOf(lines))].join('\n')
}

export const sumOf = (lines: readonly Line[]): Outcome =>
  lines.reduce<Outcome>(
    (sum, { outcome: { passed, failed, skipped } }) => ({
      passed: sum.passed + passed, failed: sum.failed + failed, skipped: sum.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  )

const counts = ({ passed, failed, skipped }: Outcome): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
