import type { Lang } from '../../kernel/words.ts'

/** What the template (`application.typ`) is given: everything it says, in one language, in the order of the pages. */
export interface Print {
  lang: Lang
  title: string
  author: string
  keywords: string[]
  /** 草稿; null on what was submitted. */
  watermark: string | null
  qr: boolean
  /** Where a stranger checks it, and what is checked. */
  verify: string
  hash: string
  cover: { platform: string; kind: string; call: string; rows: Fact[]; note: string }
  running: { left: string; right: string }
  /** Lines at the foot of each page. */
  foot: string[]
  words: { page: string; qr: string; verify: string; hash: string; contents: string; nr: string; sum: string }
  chapters: Chapter[]
}

export interface Fact { label: string; value: string }
export interface Chapter { title: string; blocks: Block[] }
export type Block =
  | { kind: 'facts'; rows: Fact[] }
  | { kind: 'text'; label: string; paragraphs: string[] }
  | { kind: 'rich'; label: string; content: Rich[] }
  | { kind: 'table'; label: string; wide: boolean; head: Head[]; rows: string[][]; sums: string[] | null }
  | { kind: 'empty'; label: string }
  | { kind: 'note'; label: string; text: string }
  | { kind: 'commitment'; label: string; text: string; state: string }
export interface Head { label: string; unit: string; width: number; right: boolean }

/** Text with its marks: `b`, `i`, `u`, `sub`, `sup`; or the end of a line. */
export type Inline = { s: string; m: string[]; href?: string } | { br: true }
export type Rich =
  | { t: 'p'; c: Inline[] }
  | { t: 'h'; level: 3 | 4; c: Inline[] }
  | { t: 'ul'; items: Rich[][] }
  | { t: 'ol'; start: number; items: Rich[][] }
  | { t: 'quote'; c: Rich[] }
  | { t: 'rule' }
  | { t: 'image'; name: string; alt: string; /** Percent of the width of the text. */ width: number }
  | { t: 'table'; columns: number; headRows: number; cells: RichCell[] }
export interface RichCell { x: number; y: number; w: number; h: number; head: boolean; c: Rich[] }
