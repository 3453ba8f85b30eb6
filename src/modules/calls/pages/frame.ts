import { endOf, secondOf } from '../../../kernel/clock.ts'
import type { Lang } from '../../../kernel/words.ts'
import { html, type Html } from '../../../platform/page/html.ts'
import { publicLayout, siteNav, type PublicPage } from '../../../platform/page/layout.ts'
import type { PageAnswer, PageCall } from '../../../platform/page/page.ts'
import type { Bilingual } from '../form/definition.ts'
import { langOf, said } from '../said.ts'
import type { WindowInForce } from '../windows.ts'

/** A page of this room with its frame. */
export const answer = (call: PageCall, page: PublicPage): PageAnswer => ({ html: publicLayout(call, { nav: siteNav(call), width: 'form', ...page }) })

/** A sentence of a call, marked where it stands in another language than the page. */
export const sentence = (text: Bilingual, lang: Lang): Html => (langOf(text, lang) === 'zh-CN' && lang === 'en' ? html`<span lang="zh-CN">${said(text, lang)}</span>` : html`${said(text, lang)}`)

/** What the bureau writes in one language only (a contact, a reason, a note), marked as Chinese where it is. */
export const asWritten = (text: string): Html => (/\p{Script=Han}/u.test(text) ? html`<span lang="zh-CN">${text}</span>` : html`${text}`)

/** E55: from the first second to the last one, which still counts. */
export const bounds = ({ t }: Pick<PageCall, 't'>, { opensAt, closesAt }: Pick<WindowInForce, 'opensAt' | 'closesAt'>): Html =>
  html`<span class="keep"><time datetime="${opensAt.toISOString()}">${secondOf(opensAt)}</time></span> ${t('calls.page.until')} <span class="keep"><time datetime="${
    closesAt.toISOString()}">${endOf(closesAt)}</time>${t('calls.page.included')}</span>`
