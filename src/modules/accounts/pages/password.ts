import { isRefusal, refuseField, type Refusal } from '../../../kernel/refusal.ts'
import { errorSummary, formElement, formState, hiddenField, passwordField, submit, type FormState } from '../../../platform/page/form.ts'
import { html, type Html } from '../../../platform/page/html.ts'
import { publicLayout } from '../../../platform/page/layout.ts'
import type { Page, PageAnswer, PageCall } from '../../../platform/page/page.ts'
import { notice } from '../../../platform/page/parts.ts'
import { newPassword } from '../fields.ts'
import { accountOfLink, setPasswordByLink } from '../links.ts'
import { policyOf } from '../new-password.ts'

/** Two fields for a new password, with the strength while one types (S1-14). */
export function newPasswordFields(call: PageCall, form: FormState): Html {
  const { t } = call
  const hint = t(policyOf(call.tools.config).minClasses > 0 ? 'password.hint' : 'password.hint.any')
  return html`${passwordField(form, { name: 'password', label: t('password.label'), hint, autocomplete: 'new-password', meter: true })}
${passwordField(form, { name: 'passwordAgain', label: t('password.again.label'), autocomplete: 'new-password' })}`
}

/** Whether both were typed and agree; the law of passwords is judged later. */
export function typedTwice(call: PageCall): Refusal | null {
  if (!newPassword.safeParse(call.form.password).success) return refuseField('password', call.form.password ? 'password.long' : 'field.required', { max: 128 })
  const same = call.form.password?.normalize('NFC') === call.form.passwordAgain?.normalize('NFC')
  return same ? null : refuseField('passwordAgain', 'password.again')
}

const typedToken = (call: PageCall): string => (call.form.token ?? call.query.token ?? '').trim()

function spentPage(call: PageCall): PageAnswer {
  const { t } = call
  const body = html`<h1>${t('set_password.spent')}</h1>${notice(t('set_password.spent.text'), 'warn')}
<p class="deeds"><a href="/forgotten">${t('sign_in.forgotten')}</a> <a href="/sign-in">${t('forgotten.back')}</a></p>`
  return { html: publicLayout(call, { title: t('set_password.spent'), body }), status: 410 }
}

async function setPage(call: PageCall, refusal: Refusal | null): Promise<PageAnswer> {
  const { t } = call
  const account = await accountOfLink(call.tools.db, call.tools, typedToken(call))
  if (!account) return spentPage(call)
  const form = formState(call, refusal)
  const body = html`<h1>${t('set_password.title')}</h1>
<p class="lead">${t('set_password.lead', { userName: account.user_name })}</p>
<div class="card">${formElement('/set-password', html`${errorSummary(form)}
${newPasswordFields(call, form)}
<div class="deeds">${submit(t('set_password.submit'))}</div>${hiddenField('token', typedToken(call))}`)}</div>`
  return { html: publicLayout(call, { title: t('set_password.title'), body }), status: refusal?.status ?? 200 }
}

export const passwordPages: readonly Page[] = [
  { method: 'GET', path: '/set-password', guard: 'anyone', render: (call) => setPage(call, null) },
  {
    method: 'POST', path: '/set-password', guard: 'anyone',
    async render(call) {
      const refusal = typedTwice(call)
      if (refusal) return setPage(call, refusal)
      const done = await setPasswordByLink(call, typedToken(call), call.form.password ?? '')
      if (!isRefusal(done)) return { redirect: '/sign-in?set=1' }
      return done.code === 'link.spent' ? spentPage(call) : setPage(call, done)
    },
  },
]
