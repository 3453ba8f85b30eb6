import type { WordTable } from '../../src/kernel/words.ts'
import { code, page, table } from './text.ts'

/** All sentences of the product, side by side. */
export function wordsPage(zh: WordTable, en: WordTable): string {
  const groups = new Map<string, string[]>()
  for (const key of Object.keys(zh).sort()) {
    const group = key.split('.')[0] ?? key
    groups.set(group, [...(groups.get(group) ?? []), key])
  }
  return page('Words 词句索引', ...[...groups].flatMap(([group, keys]) => [`## ${group}`, table(['key', '中文', 'English'], keys.map((key) => [code(key), zh[key], en[key]]))]))
}
