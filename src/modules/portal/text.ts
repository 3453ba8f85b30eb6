/** A piece of an announcement or agreement. What people type is plain text; no markup of theirs ever reaches a page. */
export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; lines: string[] }
  | { kind: 'list'; items: string[] }

/**
 * Plain text as blocks: empty lines part paragraphs, a paragraph of one line that begins with `# ` is a heading, one whose
 * lines all begin with `- ` is a list. For the public pages and for the preview at the desk alike.
 */
export function blocksOf(text: string): Block[] {
  const paragraphs = text.replace(/\r\n?/g, '\n').split(/\n[ \t\u3000]*\n/).map((part) => part.trim()).filter(Boolean)
  return paragraphs.map((part): Block => {
    const lines = part.split('\n').map((line) => line.trim())
    if (lines.length === 1 && part.startsWith('# ')) return { kind: 'heading', text: part.slice(2).trim() }
    if (lines.every((line) => line.startsWith('- '))) return { kind: 'list', items: lines.map((line) => line.slice(2).trim()) }
    return { kind: 'paragraph', lines }
  })
}
