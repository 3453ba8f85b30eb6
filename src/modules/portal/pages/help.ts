import { html } from '../../../platform/page/html.ts'
import type { Page } from '../../../platform/page/page.ts'
import { notice } from '../../../platform/page/parts.ts'
import { answer } from './frame.ts'
import { contacts } from './landing.ts'

/** S1-57: the published support, and what to tell it. */
export const supportPage: Page = {
  method: 'GET', path: '/help/support', guard: 'anyone',
  async render(call) {
    const { t } = call
    return answer(call, {
      title: t('page.support'),
      body: html`<h1>${t('page.support')}</h1><p class="lead">${t('portal.support.lead')}</p>
<div class="card">${contacts(call)}</div>
<div class="prose"><h2>${t('portal.support.before')}</h2>
<ul><li>${t('portal.support.review')}</li><li>${t('portal.support.password')} <a href="/forgotten">${t('portal.support.recover')}</a></li><li>${t('portal.browsers')} <a href="/old-browser">${t('portal.browsers.more')}</a></li></ul>
<h2>${t('portal.support.tell')}</h2>
<ul><li>${t('portal.support.tell.unit')}</li><li>${t('portal.support.tell.page')}</li><li>${t('portal.support.tell.number')}</li></ul></div>
${notice(t('portal.support.never'), 'warn')}`,
    })
  },
}

/** S1-20: which browsers do, and how to switch the old engine of the others off. */
export const oldBrowserPage: Page = {
  method: 'GET', path: '/old-browser', guard: 'anyone',
  async render(call) {
    const { t } = call
    return answer(call, {
      title: t('portal.old_browser'),
      body: html`<h1>${t('portal.old_browser')}</h1><p class="lead">${t('portal.old_browser.lead')}</p>
<div class="prose"><h2>${t('portal.old_browser.which')}</h2>
<ul><li>${t('portal.old_browser.chrome')}</li><li>${t('portal.old_browser.others')}</li><li>${t('portal.old_browser.domestic')}</li></ul>
<h2>${t('portal.old_browser.how')}</h2><p>${t('portal.old_browser.mode')}</p><p>${t('portal.old_browser.still')}</p></div>
<p class="deeds"><a class="button quiet" href="/">${t('portal.back_home')}</a></p>`,
    })
  },
}
