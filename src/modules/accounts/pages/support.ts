import { html, safeLink, type Html } from '../../../platform/page/html.ts'
import type { PageCall } from '../../../platform/page/page.ts'

/** S1-57: mailbox and phone of the technical support, as far as the operator gave them. */
export function supportLine({ t, site }: Pick<PageCall, 't' | 'site'>): Html | null {
  const ways = [
    site.supportMail && html`<a href="${safeLink(`mailto:${site.supportMail}`)}">${site.supportMail}</a>`,
    site.supportPhone && html`<a href="${safeLink(`tel:${site.supportPhone.replace(/[^\d+]/g, '')}`)}">${site.supportPhone}</a>`,
  ].filter(Boolean)
  return ways.length > 0 ? html`<p>${t('forgotten.support')}${ways.map((one, i) => html`${i > 0 && html` · `}${one}`)}</p>` : null
}
