/**
 * The words of the product. A room keeps `words.zh.ts` and `words.en.ts`: flat tables from a key to a sentence, the
 * English one typed by the keys of the Chinese one. Keys start with the room's name (`units.state.draft`); refusal codes
 * and findings are keys themselves. `{name}` in a sentence is filled from params; `{n:record|records}` is the form that
 * the number `n` asks for (Chinese has one form and needs none).
 */
export type Lang = 'zh' | 'en'
export const langs = ['zh', 'en'] as const satisfies readonly Lang[]

export type WordTable = Readonly<Record<string, string>>

/** An English sentence takes `<name>En` where a param has an English form beside the Chinese one. */
export function fill(sentence: string, params?: Record<string, string | number>, lang: Lang = 'zh'): string {
  if (!params) return sentence
  return sentence.replace(/\{(\w+)(?::([^{}|]*)\|([^{}|]*))?\}/g, (whole, name: string, one?: string, many?: string) => {
    const value = (lang === 'en' ? params[`${name}En`] : undefined) ?? params[name]
    if (value === undefined) return whole
    if (one === undefined || many === undefined) return String(value)
    return String(value) === '1' ? one : many
  })
}

export type Translate = (key: string, params?: Record<string, string | number>) => string

export const translator = (table: WordTable, lang: Lang): Translate => (key, params) => fill((Object.hasOwn(table, key) ? table[key] : undefined) ?? key, params, lang)

/** Many tables as one; a key that stands in two of them is a mistake, found at the first start. */
export function gather(...tables: readonly WordTable[]): WordTable {
  const all: Record<string, string> = {}
  for (const table of tables) {
    for (const [key, sentence] of Object.entries(table)) {
      if (key in all) throw new Error(`the word ${key} is given twice`)
      all[key] = sentence
    }
  }
  return all
}
