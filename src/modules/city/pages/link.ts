import { isRefusal, refuse, type Refusal } from '../../../kernel/refusal.ts'
import { errorSummary, formElement, formState, hiddenField, passwordField, submit, textField } from '../../../platform/page/form.ts'
import { html } from '../../../platform/page/html.ts'
import type { Page, PageAnswer, PageCall } from '../../../platform/page/page.ts'
import { notice } from '../../../platform/page/parts.ts'
import { typedSecret, typedUserName } from '../../accounts/fields.ts'
import { knownAccount } from '../known-store.ts'
import { waitingLink, type Waiting } from '../link-store.ts'
import { declineLink, proveLink } from '../prove-link.ts'
import { refusedTo } from '../refused.ts'
import { page, providerIn } from './parts.ts'

/** `shil******iao`: enough for its owner to know it, too little to sign in with. */
export const maskUserName = (name: string): string => (name.length < 6 ? `${name.slice(0, 1)}****` : `${name.slice(0, 3)}****${name.slice(-2)}`)

async function linkPage(call: PageCall, token: string, waiting: Waiting, refusal: Refusal | null): Promise<PageAnswer> {
  const { t, tools } = call
  const provider = providerIn(call)
  const known = await knownAccount(tools.db, waiting.accountId)
  // Of whoever had the number before nothing is told, not even how his account is called.
  const userName = known && waiting.by !== 'phone' ? maskUserName(known.userName) : null
  const form = formState(call, refusal)
  return page(call, t('city.link.title'), html`
<p class="lead">${t(`city.link.lead.${waiting.by}`, { provider })}</p>
${userName && notice(html`<p>${t('city.link.account', { userName })}</p>`)}
<div class="card">${formElement('/city/link', html`${errorSummary(form)}
${textField(form, { name: 'userName', label: t('sign_in.user_name'), autocomplete: 'username' })}
${passwordField(form, { name: 'password', label: t('password.label'), hint: t('account.hint'), autocomplete: 'current-password' })}
<div class="deeds">${submit(t('city.link.submit'), { wide: true })}</div>
<p class="hint deeds">${t('city.link.forgotten')} <a href="/forgotten">${t('sign_in.forgotten')}</a></p>${hiddenField('token', token)}`)}</div>
${waiting.by === 'phone'
    ? html`<section class="card"><h2>${t('city.link.not_mine')}</h2><p>${t('city.link.not_mine.text')}</p>${
      formElement('/city/link', html`${hiddenField('token', token)}${hiddenField('choice', 'new')}<div class="deeds">${submit(t('city.link.not_mine.submit'), { quiet: true })}</div>`)}</section>`
    : html`<p class="hint">${t('city.link.unknown')} <a href="/help/support">${t('page.support')}</a></p>`}`, refusal ? refusal.status : 200)
}

async function answered(call: PageCall, token: string, done: { next: string } | Refusal): Promise<PageAnswer> {
  if (!isRefusal(done)) return { redirect: done.next }
  const again = ['account.wrong', 'busy'].includes(done.code) || Object.keys(done.fields).length > 0
  const waiting = again ? await waitingLink(call.tools.db, call.tools.keyring, call.tools.clock.now(), { token, browser: call.request.visitToken ?? '' }) : null
  return waiting ? linkPage(call, token, waiting, done.code === 'busy' ? refuse('sign_in.busy', { status: 503 }) : done) : { redirect: await refusedTo(call, done, null) }
}

/** Whoever has a local account already shows it: by its password, once (S2-01). */
export const linkPages: readonly Page[] = [
  {
    method: 'GET', path: '/city/link', guard: 'anyone',
    async render(call) {
      const token = call.query.token ?? ''
      const waiting = await waitingLink(call.tools.db, call.tools.keyring, call.tools.clock.now(), { token, browser: call.request.visitToken ?? '' })
      return waiting ? linkPage(call, token, waiting, null) : { redirect: '/city/refused?why=city.link.spent' }
    },
  },
  {
    method: 'POST', path: '/city/link', guard: 'anyone',
    async render(call) {
      const { token = '', choice } = call.form
      if (choice === 'new') return answered(call, token, await declineLink(call, token))
      const userName = typedUserName.safeParse(call.form.userName)
      const password = typedSecret.safeParse(call.form.password)
      if (userName.success && password.success) return answered(call, token, await proveLink(call, { token, userName: userName.data, password: password.data }))
      const missing = { code: 'field.required' }
      const fields = { ...(!call.form.userName?.trim() && { userName: missing }), ...(!call.form.password && { password: missing }) }
      return answered(call, token, Object.keys(fields).length > 0 ? refuse('input.invalid', { fields }) : refuse('account.wrong'))
    },
  },
]
