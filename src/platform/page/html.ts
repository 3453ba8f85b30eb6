/**
 * Server HTML that is safe by construction: every value put into a template is escaped unless it is `Html` itself.
 *
 *   html`<p title="${name}">${rows.map((row) => html`<b>${row}</b>`)}</p>`
 *
 * Attributes must stand in quotes (the template throws otherwise); a link that comes from outside goes through `safeLink`.
 */
export class Html {
  readonly #text: string
  constructor(text: string) {
    this.#text = text
  }
  toString(): string {
    return this.#text
  }
}

/** What a template takes; null, undefined and false print nothing, so that `${error && html`...`}` reads well. */
export type Piece = Html | string | number | null | undefined | false | readonly Piece[]

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '`': '&#96;' }

/** Text as it may stand between tags and in a quoted attribute. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"'`]/g, (c) => escapes[c] ?? c)

function print(piece: Piece): string {
  if (piece === null || piece === undefined || piece === false) return ''
  if (piece instanceof Html) return piece.toString()
  if (Array.isArray(piece)) return piece.map(print).join('')
  return escapeHtml(String(piece))
}

const checked = new WeakSet<TemplateStringsArray>()

function refuseBareAttributes(strings: TemplateStringsArray): void {
  if (checked.has(strings)) return
  const bare = strings.slice(0, -1).find((s) => /=\s*$/.test(s))
  if (bare !== undefined) throw new Error(`html: put the attribute in quotes after ${JSON.stringify(bare.slice(-40))}`)
  checked.add(strings)
}

/** The tagged template. */
export function html(strings: TemplateStringsArray, ...pieces: Piece[]): Html {
  refuseBareAttributes(strings)
  return new Html(strings.reduce((text, s, i) => text + (i ? print(pieces[i - 1]) : '') + s, ''))
}

/** Markup of our own (an emblem, a rendered rich text), taken as it is. Never anything that a person typed. */
export const trusted = (markup: string): Html => new Html(markup)

/** A link that a person or a setting gave: http(s), mailto, tel and paths of our own; everything else becomes `#`. */
export function safeLink(href: string): string {
  // Browsers drop control characters and blanks before they read the scheme: `java\nscript:`.
  const plain = href.replace(/[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028-\u202f\ufeff]/g, '')
  if (/^(https?:\/\/|mailto:|tel:)/i.test(plain)) return plain
  if (/^[/?#]/.test(plain) && !/^\/[/\\]/.test(plain)) return plain
  return '#'
}
