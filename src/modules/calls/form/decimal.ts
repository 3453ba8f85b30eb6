/**
 * Exact decimals: a whole number of 10^-scale. Money and sums are counted here, so that 0.1 + 0.2 is 0.3 at every desk
 * and in the browser.
 */
export interface Decimal {
  readonly units: bigint
  readonly scale: number
}

export const zero: Decimal = { units: 0n, scale: 0 }

/** What a number says when it is written out; a number that is none counts as zero. */
export function decimalOf(value: number): Decimal {
  if (!Number.isFinite(value)) return zero
  const [mantissa = '0', exponent = '0'] = String(value).split('e')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  const scale = fraction.length - Number(exponent)
  const units = BigInt(whole + fraction)
  return scale >= 0 ? { units, scale } : { units: units * 10n ** BigInt(-scale), scale: 0 }
}

const at = (value: Decimal, scale: number) => value.units * 10n ** BigInt(scale - value.scale)

export function plus(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale)
  return { units: at(a, scale) + at(b, scale), scale }
}

export const negated = (a: Decimal): Decimal => ({ units: -a.units, scale: a.scale })
export const times = (a: Decimal, b: Decimal): Decimal => ({ units: a.units * b.units, scale: a.scale + b.scale })

/** Negative, zero or positive, as `a` is less than, equal to or more than `b`. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale)
  const difference = at(a, scale) - at(b, scale)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** To so many decimals, halves away from zero (四舍五入). */
export function rounded(value: Decimal, decimals: number): Decimal {
  if (value.scale <= decimals) return value
  const step = 10n ** BigInt(value.scale - decimals)
  const size = value.units < 0n ? -value.units : value.units
  const up = (size + step / 2n) / step
  return { units: value.units < 0n ? -up : up, scale: decimals }
}

/** Written with all its digits, without needless zeros. */
export function textOf({ units, scale }: Decimal): string {
  const size = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
  const whole = size.slice(0, size.length - scale)
  const fraction = scale === 0 ? '' : size.slice(size.length - scale).replace(/0+$/, '')
  return `${units < 0n ? '-' : ''}${whole}${fraction && `.${fraction}`}`
}

export const numberFrom = (value: Decimal): number => Number(textOf(value))

/** How many decimals a number is written with. */
export const decimalsOf = (value: number): number => textOf(decimalOf(value)).split('.')[1]?.length ?? 0
