import { fill } from '../kernel/words.ts'
import { sentences } from './sentences.ts'

/**
 * A start that cannot be: one sentence in each language. It is shown before any user is there, so it does not go
 * through the words of the product. A secret never stands in it.
 */
export class ConfigError extends Error {
  override name = 'ConfigError'
  readonly code: keyof typeof sentences
  readonly zh: string
  readonly en: string

  constructor(code: keyof typeof sentences, params: Record<string, string | number> = {}) {
    const zh = fill(sentences[code].zh, params)
    const en = fill(sentences[code].en, params)
    super(`${zh}\n${en}`)
    this.code = code
    this.zh = zh
    this.en = en
  }
}
