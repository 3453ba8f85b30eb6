import { canonicalJson } from '../../form/canonical.ts'
import type { RichDocument, RichNode } from '../../form/definition.ts'
import { richMarks, safeLink } from '../../form/rich.ts'

const kept: Readonly<Record<string, readonly string[]>> = {
  heading: ['level'], orderedList: ['start'], tableCell: ['colspan', 'rowspan', 'colwidth'], tableHeader: ['colspan', 'rowspan', 'colwidth'], image: ['fileId', 'alt', 'width'],
}

interface Loose { type?: string | undefined; attrs?: Record<string, unknown> | undefined; content?: Loose[] | undefined; text?: string | undefined; marks?: { type: string; attrs?: Record<string, unknown> | undefined }[] | undefined }

/**
 * The tree of the editor without what the grammar does not know: attributes that say nothing, links that cannot be
 * followed. The empty line that the editor keeps at the end to write on is no part of the text.
 */
export function treeOf(of: Loose): RichDocument {
  const content = (of.content ?? []).map(nodeOf)
  const end = content.findLastIndex(({ type, content: inner }) => type !== 'paragraph' || inner !== undefined) + 1
  return { type: 'doc', content: content.slice(0, Math.max(end, 1)) }
}

/** Whether two trees say the same, in whatever order their attributes stand. */
export const sameTree = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null)

function nodeOf(of: Loose): RichNode {
  const type = of.type ?? ''
  const attrs = Object.fromEntries(Object.entries(of.attrs ?? {}).filter(([name, value]) => kept[type]?.includes(name) && value !== null && value !== undefined))
  const marks = (of.marks ?? []).flatMap((mark) => {
    if (!richMarks.some((one) => one === mark.type)) return []
    if (mark.type !== 'link') return [{ type: mark.type }]
    const href = safeLink(mark.attrs?.['href'])
    return href ? [{ type: 'link', attrs: { href } }] : []
  })
  return {
    type,
    ...(Object.keys(attrs).length > 0 && { attrs }),
    ...(of.content && of.content.length > 0 && { content: of.content.map(nodeOf) }),
    // Control characters and tabs out of Word have no place in a text.
    ...(of.text !== undefined && { text: of.text.replaceAll(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, ' ') }),
    ...(marks.length > 0 && { marks }),
  }
}

/** What Word, WPS and web pages put around their text, taken away before it is read; headings become the two levels there are. */
export function cleanedPaste(html: string): string {
  return html
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .replaceAll(/<(style|script|xml|head|title)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replaceAll(/<\/?(o|w|v|m|st1):[^>]*>/gi, '')
    .replaceAll(/<(\/?)h1\b/gi, '<$1h2').replaceAll(/<(\/?)h[456]\b/gi, '<$1h3')
}
