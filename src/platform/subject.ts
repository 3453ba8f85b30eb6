import { createHash } from 'node:crypto'

/**
 * The journal knows its subjects by uuid. Where a row is known by a name (a setting, an entry of a code list), its
 * subject is made of that name: RFC 9562, version 8, always the same for the same parts.
 */
export function subjectOf(...parts: readonly string[]): string {
  const bytes = createHash('sha256').update(JSON.stringify(parts)).digest().subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x80
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
