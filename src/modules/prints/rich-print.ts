import type { RichDocument, RichNode } from '../calls/form/definition.ts'
import { safeLink } from '../calls/form/rich.ts'
import { placed } from './grid.ts'
import type { Inline, Rich, RichCell } from './print.ts'

const marks: Readonly<Record<string, string>> = { bold: 'b', italic: 'i', underline: 'u', subscript: 'sub', superscript: 'sup' }
/** Width of the text in pixels of the editor: wider pictures fill the line. */
const textWidth = 640
/** The name of a picture for the template; null where there is none to show (it was refused, or is still checked). */
export type Pictures = (fileId: string) => { name: string } | null

const whole = (value: unknown, otherwise: number) => (typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : otherwise)

function inlineOf(nodes: readonly RichNode[] = []): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if (node.type === 'hardBreak') return [{ br: true }]
    if (node.type !== 'text' || !node.text) return []
    const href = node.marks?.map((mark) => (mark.type === 'link' ? safeLink(mark.attrs?.['href']) : null)).find((one) => one !== null)
    return [{ s: node.text, m: (node.marks ?? []).flatMap(({ type }) => marks[type] ?? []), ...(href && { href }) }]
  })
}

/** A document tree for the template; what is not in the grammar of `rich.ts` is not printed. */
export function richPrint(nodes: readonly RichNode[], pictures: Pictures, missing: string): Rich[] {
  const inner = (node: RichNode) => richPrint(node.content ?? [], pictures, missing)
  const items = (node: RichNode) => (node.content ?? []).map(inner)
  return nodes.flatMap((node): Rich[] => {
    switch (node.type) {
      case 'paragraph': return [{ t: 'p', c: inlineOf(node.content) }]
      case 'heading': return [{ t: 'h', level: node.attrs?.['level'] === 2 ? 3 : 4, c: inlineOf(node.content) }]
      case 'bulletList': return [{ t: 'ul', items: items(node) }]
      case 'orderedList': return [{ t: 'ol', start: whole(node.attrs?.['start'], 1), items: items(node) }]
      case 'blockquote': return [{ t: 'quote', c: inner(node) }]
      case 'horizontalRule': return [{ t: 'rule' }]
      case 'image': return [imageOf(node, pictures, missing)]
      case 'table': return [tableOf(node, inner)]
      default: return []
    }
  })
}

export const richOf = (doc: RichDocument, pictures: Pictures, missing: string): Rich[] => richPrint(doc.content, pictures, missing)

function imageOf({ attrs }: RichNode, pictures: Pictures, missing: string): Rich {
  const picture = typeof attrs?.['fileId'] === 'string' ? pictures(attrs['fileId']) : null
  const alt = typeof attrs?.['alt'] === 'string' ? attrs['alt'] : ''
  if (!picture) return { t: 'p', c: [{ s: alt ? `${missing} ${alt}` : missing, m: [] }] }
  return { t: 'image', name: picture.name, alt: alt || missing, width: Math.max(5, Math.min(100, Math.round((whole(attrs?.['width'], textWidth) / textWidth) * 100))) }
}

function tableOf(node: RichNode, inner: (node: RichNode) => Rich[]): Rich {
  const rows = (node.content ?? []).map((row) => row.content ?? [])
  const { columns, cells } = placed(rows.map((row) => row.map((cell) => ({ w: whole(cell.attrs?.['colspan'], 1), h: whole(cell.attrs?.['rowspan'], 1), of: cell }))))
  const shown = cells.map(({ x, y, w, h, of }): RichCell => ({ x, y, w, h, head: of.type === 'tableHeader', c: inner(of) }))
  // Repeated on each page: rows at the top that are nothing but heads, as far as no cell reaches out of them.
  let headRows = 0
  while (headRows < rows.length && rows[headRows]?.every((cell) => cell.type === 'tableHeader')) headRows++
  while (headRows > 0 && shown.some((cell) => cell.y < headRows && cell.y + cell.h > headRows)) headRows--
  return { t: 'table', columns, headRows: headRows < rows.length ? headRows : 0, cells: shown }
}
