import { html } from '../../../platform/page/html.ts'
import type { Page } from '../../../platform/page/page.ts'
import { signOutUrl } from '../provider.ts'
import { page, providerIn } from './parts.ts'

/**
 * RP-Initiated Logout: where the operator wants it and the provider offers it. A page of its own goes on by itself: the
 * form of the sign-out may not lead to another origin (`form-action`).
 */
export const signOutPages: readonly Page[] = [{
  method: 'GET', path: '/city/sign-out', guard: 'anyone',
  async render(call) {
    const { t, tools, site } = call
    const url = site.identity?.signsOut && !call.actor ? await signOutUrl(tools.config, 'person') : null
    if (!url) return { redirect: '/' }
    const provider = providerIn(call)
    return page(call, t('city.sign_out.title'), html`<p>${t('city.sign_out.text', { provider })}</p>
<p class="deeds"><a class="button" href="${url.href}" rel="noreferrer">${t('city.sign_out.go', { provider })}</a><a class="button quiet" href="/">${t('city.sign_out.stay')}</a></p>`)
  },
}]
