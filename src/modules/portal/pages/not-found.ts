import { html } from '../../../platform/page/html.ts'
import type { Page, PageAnswer, PageCall } from '../../../platform/page/page.ts'
import { answer } from './frame.ts'

/** Nothing is here: what may have happened, and where to go on. */
export const notFoundAnswer = (call: PageCall): PageAnswer => {
  const { t } = call
  return answer(call, {
    title: t('portal.not_found'),
    body: html`<h1>${t('portal.not_found')}</h1><p>${t('portal.not_found.text')}</p>
<p class="deeds"><a class="button" href="/">${t('portal.back_home')}</a><a class="button quiet" href="/help/support">${t('page.support')}</a></p>`,
  }, 404)
}

export const notFoundPage: Page = { method: 'GET', path: '/not-found', guard: 'anyone', render: async (call) => notFoundAnswer(call) }
