import { createElement, type ReactNode } from 'react'
import type { RichDocument, RichNode } from '../../form/definition.ts'
import { safeLink } from '../../form/rich.ts'
import { Picture } from './picture.tsx'

const marks: Readonly<Record<string, string>> = { bold: 'strong', italic: 'em', underline: 'u', subscript: 'sub', superscript: 'sup' }
const blocks: Readonly<Record<string, string>> = {
  paragraph: 'p', bulletList: 'ul', orderedList: 'ol', listItem: 'li', blockquote: 'blockquote', tableRow: 'tr', tableHeader: 'th', tableCell: 'td',
}
const numberOf = (value: unknown) => (typeof value === 'number' ? value : undefined)

function textOf(node: RichNode, key: number): ReactNode {
  let shown: ReactNode = node.text ?? ''
  for (const mark of node.marks ?? []) {
    const href = mark.type === 'link' ? safeLink(mark.attrs?.['href']) : null
    const name = marks[mark.type]
    if (href) shown = <a href={href} rel="noreferrer nofollow" target="_blank">{shown}</a>
    else if (name) shown = createElement(name, null, shown)
  }
  return <span key={key}>{shown}</span>
}

/** One node of the tree as an element; what is not in the grammar is not drawn. */
export function drawn(node: RichNode, key: number): ReactNode {
  const inner = node.content?.map(drawn)
  switch (node.type) {
    case 'text': return textOf(node, key)
    case 'hardBreak': return <br key={key} />
    case 'horizontalRule': return <hr key={key} />
    // The page has its own h1 to h3 above.
    case 'heading': return createElement(node.attrs?.['level'] === 2 ? 'h4' : 'h5', { key }, inner)
    case 'image': return typeof node.attrs?.['fileId'] === 'string'
      ? <figure key={key}><Picture id={node.attrs['fileId']} alt={typeof node.attrs['alt'] === 'string' ? node.attrs['alt'] : undefined} width={numberOf(node.attrs['width'])} /></figure> : null
    case 'table': return <div key={key} className="rich-table"><table><tbody>{inner}</tbody></table></div>
    default: {
      const name = blocks[node.type]
      if (!name) return null
      const span = name === 'td' || name === 'th' ? { colSpan: numberOf(node.attrs?.['colspan']), rowSpan: numberOf(node.attrs?.['rowspan']) } : {}
      const start = name === 'ol' ? { start: numberOf(node.attrs?.['start']) } : {}
      return createElement(name, { key, ...span, ...start }, inner)
    }
  }
}

/** A document tree to be read; never HTML. */
export const RichShown = ({ of }: { of: RichDocument }) => <div className="rich">{of.content.map(drawn)}</div>
