const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escapeText = (text: string): string => text.replace(/[&<>"']/g, (c) => escapes[c] ?? c)

/** Markup that was made by the template below. */
export class Markup {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

export type Piece = Markup | string | false | null | readonly Piece[]

function print(piece: Piece): string {
  if (piece === false || piece === null) return ''
  if (piece instanceof Markup) return piece.text
  return typeof piece === 'string' ? escapeText(piece) : piece.map(print).join('')
}

/** Everything put in is escaped unless it is markup itself; attributes stand in quotes. */
export const html = (strings: TemplateStringsArray, ...pieces: Piece[]): Markup =>
  new Markup(strings.reduce((text, s, i) => text + print(pieces[i - 1] ?? '') + s))
