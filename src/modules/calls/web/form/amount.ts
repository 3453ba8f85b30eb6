/** Numbers as people type and read them. Amounts are 万元 with up to two decimals. */

/** What was typed as a number: full width and separators are forgiven; null is nothing, undefined is no number. */
export function typedNumber(typed: string): number | null | undefined {
  const bare = typed.normalize('NFKC').replaceAll(/[\s,，]/g, '')
  if (bare === '') return null
  if (!/^[-+]?(\d+\.?\d*|\.\d+)$/.test(bare)) return undefined
  const number = Number(bare)
  return Number.isFinite(number) ? number : undefined
}

/** `1234.5` as `1,234.50` for an amount, as `1,234.5` for another number. What has more decimals than it may have is shown as it is kept. */
export function shownNumber(value: number | null | undefined, kind: 'number' | 'money' | 'computed' = 'number', decimals?: number): string {
  if (typeof value !== 'number' || !Number.isFinite(value)) return ''
  const least = kind === 'money' ? 2 : kind === 'computed' ? (decimals ?? 2) : 0
  return value.toLocaleString('en-US', { minimumFractionDigits: least, maximumFractionDigits: kind === 'computed' ? least : 10 })
}
