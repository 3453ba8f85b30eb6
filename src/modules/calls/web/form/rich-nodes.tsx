import { Mark, mergeAttributes, Node } from '@tiptap/core'
import { NodeViewWrapper, ReactNodeViewRenderer, type ReactNodeViewProps } from '@tiptap/react'
import { Picture } from './picture.tsx'

/**
 * The nodes of a text as the grammar of the house allows them (form/rich.ts): lists hold no tables, quotations no pictures,
 * and a picture is the id of an uploaded file. What the editor cannot hold can neither be typed nor pasted.
 */
export const Quotation = Node.create({
  name: 'blockquote', group: 'block', content: '(paragraph | heading | bulletList | orderedList)+', defining: true,
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: ({ HTMLAttributes }) => ['blockquote', HTMLAttributes, 0],
})

export const Item = Node.create({
  name: 'listItem', content: 'paragraph (paragraph | bulletList | orderedList | image)*', defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: ({ HTMLAttributes }) => ['li', HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      Tab: () => this.editor.commands.sinkListItem(this.name),
      'Shift-Tab': () => this.editor.commands.liftListItem(this.name),
    }
  },
})

const script = (name: 'subscript' | 'superscript', tag: 'sub' | 'sup') => Mark.create({
  name, excludes: name === 'subscript' ? 'superscript' : 'subscript',
  parseHTML: () => [{ tag }],
  renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
})
export const Subscript = script('subscript', 'sub')
export const Superscript = script('superscript', 'sup')

const PictureView = ({ node, selected }: ReactNodeViewProps) => (
  <NodeViewWrapper as="figure" className={selected ? 'selected' : undefined} data-drag-handle>
    <Picture id={String(node.attrs['fileId'])} alt={String(node.attrs['alt'] ?? '')} width={typeof node.attrs['width'] === 'number' ? node.attrs['width'] : undefined} />
  </NodeViewWrapper>
)

export const PictureNode = Node.create({
  name: 'image', group: 'block', atom: true, draggable: true,
  addAttributes: () => ({
    fileId: { default: null, parseHTML: (at: HTMLElement) => at.dataset['fileId'] ?? null, renderHTML: (attrs: Record<string, unknown>) => ({ 'data-file-id': attrs['fileId'] }) },
    alt: { default: null },
    width: { default: null, rendered: false },
  }),
  // Only one's own: the pictures of a page or of Word are no files of this application.
  parseHTML: () => [{ tag: 'figure[data-file-id]' }],
  renderHTML: ({ HTMLAttributes }) => ['figure', mergeAttributes(HTMLAttributes)],
  addNodeView: () => ReactNodeViewRenderer(PictureView),
})
