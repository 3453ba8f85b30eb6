import type { Lang } from '../../../kernel/words.ts'
import { html, type Html } from '../../../platform/page/html.ts'
import { publicLayout, siteNav, type PublicPage } from '../../../platform/page/layout.ts'
import type { PageAnswer, PageCall } from '../../../platform/page/page.ts'
import { blocksOf } from '../text.ts'

/** A page of this room with its frame. */
export const answer = (call: PageCall, page: PublicPage, status = 200): PageAnswer =>
  ({ html: publicLayout(call, { nav: siteNav(call), ...page }), status })

/** Typed text as blocks; every character of it is escaped by the template. */
export const prose = (text: string): Html => html`${blocksOf(text).map((block) => {
  if (block.kind === 'heading') return html`<h2>${block.text}</h2>`
  if (block.kind === 'list') return html`<ul>${block.items.map((item) => html`<li>${item}</li>`)}</ul>`
  return html`<p>${block.lines.map((line, i) => html`${i > 0 && html`<br>`}${line}`)}</p>`
})}`

/** The text of the reader's language, or the Chinese one marked as such. */
export function inLanguage(lang: Lang, zh: string, en: string): { text: string; lang: string } {
  return lang === 'en' && en !== '' ? { text: en, lang: 'en' } : { text: zh, lang: 'zh-CN' }
}
