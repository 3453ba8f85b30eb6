import { html, type Html } from '../../../platform/page/html.ts'
import { publicLayout, siteNav } from '../../../platform/page/layout.ts'
import type { PageAnswer, PageCall } from '../../../platform/page/page.ts'

export const page = (call: PageCall, title: string, body: Html, status = 200): PageAnswer =>
  ({ html: publicLayout(call, { title, body: html`<h1>${title}</h1><div class="stack">${body}</div>`, nav: siteNav(call) }), status })

/** How the provider is called in the reader's language; where there is none any more, by the word for it. */
export const providerIn = ({ t, lang, site }: Pick<PageCall, 't' | 'lang' | 'site'>): string =>
  (lang === 'en' ? site.identity?.nameEn : site.identity?.nameZh) ?? t('city.provider')
