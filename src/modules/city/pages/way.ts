import { isRefusal } from '../../../kernel/refusal.ts'
import { html } from '../../../platform/page/html.ts'
import type { Page } from '../../../platform/page/page.ts'
import { notice } from '../../../platform/page/parts.ts'
import { begin } from '../begin.ts'
import { isDoor } from '../door.ts'
import { comeBack } from '../return.ts'
import { refusedTo } from '../refused.ts'
import { isCityRefusal } from '../refusals.ts'
import { page, providerIn } from './parts.ts'

/** Nothing that one does oneself here mends it: the support does. */
const bySupport: readonly string[] = [
  'city.claim.missing', 'city.claim.odd', 'city.no_unit', 'city.no_person', 'city.unit_linked', 'city.person_linked', 'city.linked_elsewhere',
  'city.credit_code_changed', 'city.name_changed', 'city.document_changed', 'city.no_authority', 'city.account_disabled', 'city.link.differs', 'people.document_vouched',
]

/** What another try may mend. */
const again: readonly string[] = [
  'city.state', 'city.cancelled', 'city.unavailable', 'city.answer', 'city.wrong_door.legal', 'city.wrong_door.person', 'city.unit_linked', 'city.person_linked', 'city.credit_code_changed',
  'city.link.spent',
]

/** S2-01, S2-02: out through a door, and back. GET, because both are links: a form of ours may not lead to another origin. */
export const wayPages: readonly Page[] = [
  {
    method: 'GET', path: '/city/sign-in/:door', guard: 'anyone',
    async render(call) {
      const { door } = call.params
      if (!isDoor(door)) return { redirect: '/sign-in' }
      const to = await begin(call, { door, back: call.query.back ?? null, linkAccount: null })
      return isRefusal(to) ? { redirect: await refusedTo(call, to, null) } : { redirect: to }
    },
  },
  {
    method: 'GET', path: '/city/callback', guard: 'anyone',
    async render(call) {
      return { redirect: await comeBack(call, call.query) }
    },
  },
  {
    // An address of its own, without what the provider sent: it may be opened again, in the other language as well.
    method: 'GET', path: '/city/refused', guard: 'anyone',
    async render(call) {
      const { t, query: { why } } = call
      const code = isCityRefusal(why) ? why : 'city.state'
      const provider = providerIn(call)
      return page(call, t('city.refused.title'), html`${notice(html`<p>${t(code, { provider })}</p>`, 'warn')}
${call.site.identity && again.includes(code) && html`<div><p>${t('city.refused.again', { provider })}</p><p class="deeds"><a class="button quiet" href="/city/sign-in/legal">${
        t('city.door.legal')}</a><a class="button quiet" href="/city/sign-in/person">${t('city.door.person')}</a></p></div>`}
<div><p>${t('city.refused.local')}</p><p class="deeds"><a class="button" href="/sign-in">${t('city.refused.sign_in')}</a>${
        bySupport.includes(code) && html`<a class="button quiet" href="/help/support">${t('page.support')}</a>`}</p></div>`)
    },
  },
]
