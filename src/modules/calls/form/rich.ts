import type { RichDocument, RichNode } from './definition.ts'

/**
 * Rich text is a document tree as the editor writes it, never HTML. Only the nodes, marks and attributes named here pass;
 * everything else is refused with its place, so that every desk, the printer and the browser show the same.
 */
export type RichRead = { ok: true; value: RichDocument } | { ok: false; code: string; params: Record<string, string | number> }

export const richLimits = { depth: 12, nodes: 5000, characters: 60_000, columns: 20, rows: 200, href: 500, alt: 200 } as const

const block = ['paragraph', 'heading', 'bulletList', 'orderedList', 'blockquote', 'table', 'image', 'horizontalRule']
/** What may stand in what; `text` and `hardBreak` are inline. */
const children: Readonly<Record<string, readonly string[]>> = {
  doc: block,
  paragraph: ['text', 'hardBreak'], heading: ['text', 'hardBreak'],
  bulletList: ['listItem'], orderedList: ['listItem'], listItem: ['paragraph', 'bulletList', 'orderedList', 'image'],
  blockquote: ['paragraph', 'heading', 'bulletList', 'orderedList'],
  table: ['tableRow'], tableRow: ['tableHeader', 'tableCell'],
  tableHeader: ['paragraph', 'heading', 'bulletList', 'orderedList', 'image'], tableCell: ['paragraph', 'heading', 'bulletList', 'orderedList', 'image'],
  image: [], horizontalRule: [], hardBreak: [], text: [],
}
/** Nodes that hold at least one other. */
const neverEmpty = new Set(['bulletList', 'orderedList', 'listItem', 'blockquote', 'table', 'tableRow', 'tableHeader', 'tableCell'])
export const richMarks = ['bold', 'italic', 'underline', 'subscript', 'superscript', 'link'] as const

/** Ends the reading at the first place that does not pass; caught by `readRich` alone. */
class Refused extends Error {
  readonly code: string
  readonly place: string
  readonly what: string
  constructor(code: string, place: string, what = '') {
    super(code)
    this.code = code
    this.place = place
    this.what = what
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const whole = (value: unknown, least: number, most: number) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
/** Control characters but the tab; a lone half of a character is refused too. */
const control = /[\u0000-\u0008\u000A-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/

/** The link as it may be followed, or null: only http and https. */
export function safeLink(href: unknown): string | null {
  if (typeof href !== 'string' || href.length > richLimits.href || !URL.canParse(href)) return null
  const { protocol, username, password } = new URL(href)
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '' ? href : null
}

/** The attributes of a node that are kept; attributes of the editor that say nothing (null) go away without a word. */
function attributesOf(type: string, attrs: Record<string, unknown>, place: string): Record<string, unknown> | undefined {
  const wrong = (what: string) => new Refused('calls.value.rich_attribute', place, `${type}.${what}`)
  const keep: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(attrs)) {
    if (value === null || value === undefined) continue
    if (type === 'heading' && name === 'level' && whole(value, 2, 3)) keep[name] = value
    else if (type === 'orderedList' && name === 'start' && whole(value, 0, 9999)) keep[name] = value
    else if (type.startsWith('table') && name === 'colspan' && whole(value, 1, richLimits.columns)) keep[name] = value
    else if (type.startsWith('table') && name === 'rowspan' && whole(value, 1, richLimits.rows)) keep[name] = value
    else if (type.startsWith('table') && name === 'colwidth' && Array.isArray(value) && value.length <= richLimits.columns && value.every((one) => whole(one, 1, 4000))) keep[name] = value
    else if (type === 'image' && name === 'fileId' && typeof value === 'string' && uuid.test(value)) keep[name] = value
    else if (type === 'image' && name === 'alt' && typeof value === 'string' && value.length <= richLimits.alt && !control.test(value)) keep[name] = value
    else if (type === 'image' && name === 'width' && whole(value, 1, 4000)) keep[name] = value
    else throw wrong(name)
  }
  if (type === 'heading' && keep['level'] === undefined) throw wrong('level')
  if (type === 'image' && keep['fileId'] === undefined) throw wrong('fileId')
  return Object.keys(keep).length > 0 ? keep : undefined
}

function marksOf(raw: unknown, place: string): RichNode['marks'] {
  if (raw === undefined || raw === null) return undefined
  if (!Array.isArray(raw)) throw new Refused('calls.value.rich_shape', place)
  const marks = raw.map((mark: unknown) => {
    const type = isObject(mark) ? mark['type'] : undefined
    if (!isObject(mark) || typeof type !== 'string' || !richMarks.some((one) => one === type)) throw new Refused('calls.value.rich_mark', place, String(type).slice(0, 40))
    if (type !== 'link') return { type }
    const href = safeLink(isObject(mark['attrs']) ? mark['attrs']['href'] : undefined)
    if (href === null) throw new Refused('calls.value.rich_link', place)
    return { type, attrs: { href } }
  })
  if (new Set(marks.map(({ type }) => type)).size < marks.length) throw new Refused('calls.value.rich_mark', place)
  return marks.length > 0 ? marks : undefined
}

interface Count { nodes: number; characters: number; images: number; most: number }

function nodeOf(raw: unknown, within: string, place: string, depth: number, count: Count): RichNode {
  const type = isObject(raw) ? raw['type'] : undefined
  if (!isObject(raw) || typeof type !== 'string') throw new Refused('calls.value.rich_shape', place)
  if (!(children[within] ?? []).includes(type)) throw new Refused('calls.value.rich_node', place, type.slice(0, 40))
  if (depth > richLimits.depth) throw new Refused('calls.value.rich_depth', place)
  if (++count.nodes > richLimits.nodes) throw new Refused('calls.value.rich_nodes', place)
  if (type === 'image' && ++count.images > count.most) throw new Refused('calls.value.rich_images', place)
  for (const name of Object.keys(raw)) if (!['type', 'attrs', 'content', 'text', 'marks'].includes(name)) throw new Refused('calls.value.rich_attribute', place, name.slice(0, 40))
  if (type === 'text') return textNode(raw, place, count)
  if (raw['text'] !== undefined || (raw['marks'] !== undefined && type !== 'hardBreak')) throw new Refused('calls.value.rich_shape', place)
  const attrs = attributesOf(type, isObject(raw['attrs']) ? raw['attrs'] : {}, place)
  const content = contentOf(raw['content'], type, place, depth, count)
  return { type, ...(attrs && { attrs }), ...(content.length > 0 && { content }) }
}

function textNode(raw: Record<string, unknown>, place: string, count: Count): RichNode {
  const text = raw['text']
  if (typeof text !== 'string' || text === '' || raw['content'] !== undefined) throw new Refused('calls.value.rich_shape', place)
  if (!text.isWellFormed() || control.test(text)) throw new Refused('calls.value.rich_text', place)
  count.characters += [...text].length
  if (count.characters > richLimits.characters) throw new Refused('calls.value.rich_characters', place)
  const marks = marksOf(raw['marks'], place)
  return { type: 'text', text, ...(marks && { marks }) }
}

function contentOf(raw: unknown, type: string, place: string, depth: number, count: Count): RichNode[] {
  if (raw !== undefined && raw !== null && !Array.isArray(raw)) throw new Refused('calls.value.rich_shape', place)
  const nodes: unknown[] = raw ?? []
  if (nodes.length === 0 && neverEmpty.has(type)) throw new Refused('calls.value.rich_shape', place)
  if (type === 'table' && nodes.length > richLimits.rows) throw new Refused('calls.value.rich_table', place)
  if (type === 'tableRow' && nodes.length > richLimits.columns) throw new Refused('calls.value.rich_table', place)
  return nodes.map((node, index) => nodeOf(node, type, place === '' ? String(index + 1) : `${place}.${index + 1}`, depth + 1, count))
}

/** Takes a tree from outside: the tree with nothing but what is allowed, or why and where not. `images` is how many pictures the field may show. */
export function readRich(raw: unknown, images: number): RichRead {
  try {
    if (!isObject(raw) || raw['type'] !== 'doc') throw new Refused('calls.value.rich_shape', '')
    return { ok: true, value: { type: 'doc', content: contentOf(raw['content'], 'doc', '', 0, { nodes: 0, characters: 0, images: 0, most: images }) } }
  } catch (refused) {
    if (!(refused instanceof Refused)) throw refused
    return { ok: false, code: refused.code, params: { place: refused.place || '1', what: refused.what, images } }
  }
}

function* walk(nodes: readonly RichNode[]): Generator<RichNode> {
  for (const node of nodes) {
    yield node
    if (node.content) yield* walk(node.content)
  }
}

/** Ids of the pictures that a text shows, each once, in their order. */
export const imagesOf = (doc: RichDocument): string[] =>
  [...new Set([...walk(doc.content)].flatMap(({ type, attrs }) => (type === 'image' && typeof attrs?.['fileId'] === 'string' ? [attrs['fileId']] : [])))]

/** What counts towards the length of the field: every character but white space, as the counter of the page shows it. */
export const charactersOf = (doc: RichDocument): number =>
  [...walk(doc.content)].reduce((sum, { text }) => sum + (text ? [...text.replace(/\s/g, '')].length : 0), 0)

/** The text alone, a line per paragraph, cells of a row apart by tabs. */
export function plainText(doc: RichDocument): string {
  const line = (node: RichNode): string => {
    if (node.type === 'text') return node.text ?? ''
    if (node.type === 'hardBreak') return '\n'
    const inner = node.content ?? []
    if (node.type === 'paragraph' || node.type === 'heading') return inner.map(line).join('')
    return inner.map(line).join(node.type === 'tableRow' ? '\t' : '\n')
  }
  return doc.content.map(line).join('\n')
}

export const isEmptyRich = (doc: RichDocument): boolean =>
  ![...walk(doc.content)].some(({ type, text }) => type === 'image' || type === 'table' || (text !== undefined && text.trim() !== ''))
