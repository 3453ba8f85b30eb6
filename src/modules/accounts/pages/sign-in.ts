import { ownPath } from '../../../kernel/own-path.ts'
import { isRefusal, refuse, type Refusal } from '../../../kernel/refusal.ts'
import { html } from '../../../platform/page/html.ts'
import { publicLayout, siteNav } from '../../../platform/page/layout.ts'
import type { Page, PageAnswer, PageCall } from '../../../platform/page/page.ts'
import { notice } from '../../../platform/page/parts.ts'
import { typedSecret, typedUserName } from '../fields.ts'
import { signIn } from '../sign-in.ts'
import { signInForm } from './sign-in-form.ts'

function page(call: PageCall, refusal: Refusal | null, status = 200): PageAnswer {
  const { t } = call
  const back = call.form.back ?? call.query.back ?? null
  const body = html`<h1>${t('sign_in.title')}</h1>
${call.query.set === '1' && notice(t('sign_in.password_set'), 'good')}
${ownPath(back) && html`<p class="lead">${t('sign_in.after')}</p>`}
<div class="card">${signInForm(call, { back, refusal, autofocus: !refusal })}</div>`
  return { html: publicLayout(call, { title: t('sign_in.title'), body, nav: siteNav(call) }), status }
}

export const signInPages: readonly Page[] = [
  {
    method: 'GET', path: '/sign-in', guard: 'anyone',
    async render(call) {
      // Who is signed in already need not be asked again; a half session begins anew.
      return call.actor ? { redirect: ownPath(call.query.back) ?? '/app/' } : page(call, null)
    },
  },
  {
    method: 'POST', path: '/sign-in', guard: 'anyone',
    async render(call) {
      const userName = typedUserName.safeParse(call.form.userName)
      const password = typedSecret.safeParse(call.form.password)
      if (!userName.success || !password.success) {
        const missing = { code: 'field.required' }
        const fields = { ...(!call.form.userName?.trim() && { userName: missing }), ...(!call.form.password && { password: missing }) }
        return page(call, Object.keys(fields).length > 0 ? refuse('input.invalid', { fields }) : refuse('account.wrong'), 422)
      }
      const done = await signIn(call, { userName: userName.data, password: password.data, back: call.form.back })
      if (!isRefusal(done)) return { redirect: done.next }
      return page(call, done.code === 'busy' ? refuse('sign_in.busy') : done, done.status)
    },
  },
]
