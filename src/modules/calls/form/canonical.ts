/**
 * JSON in one form only: keys in order, nothing between them, nothing that is undefined. What is hashed and signed is
 * hashed and signed over this text (as RFC 8785 does for the values that we keep).
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonicalJson(one ?? null)).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, one]) => one !== undefined)
    entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(',')}}`
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('a number that JSON does not know')
  const text = JSON.stringify(value)
  if (text === undefined) throw new Error('a value that JSON does not know')
  return text
}
