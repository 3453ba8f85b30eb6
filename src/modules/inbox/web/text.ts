/** The text of a notice without the bare path that the mail needs: here a button leads there. */
export function textOf(body: string, link: string | null): string {
  const text = link ? body.replaceAll(link, '') : body
  return text.split('\n').map((line) => line.replace(/[：:，,]\s*$/u, (end) => (line.trim().length > 1 && link ? '' : end)).trimEnd()).join('\n').replace(/\n{3,}/g, '\n\n').trim()
}
