import { z } from 'zod'
import type { Actor } from '../../../kernel/actor.ts'
import { ownPath } from '../../../kernel/own-path.ts'
import { isRefusal, type Refusal } from '../../../kernel/refusal.ts'
import { errorSummary, formElement, formState, hiddenField, passwordField, submit, textField } from '../../../platform/page/form.ts'
import { html, type Html } from '../../../platform/page/html.ts'
import { publicLayout } from '../../../platform/page/layout.ts'
import type { Page, PageAnswer, PageCall } from '../../../platform/page/page.ts'
import type { Call } from '../../../platform/serve/call.ts'
import { refusalOf } from '../../../platform/serve/problem.ts'
import { oneTimeCode } from '../fields.ts'
import { beginSecondFactor, confirmSecondFactor, resumeSecondFactor, stageOf, verifySecondFactor } from '../second-factor.ts'

const typedCode = z.object({ code: oneTimeCode })

const backOf = (call: PageCall): string | null => ownPath(call.form.back ?? call.query.back)
const onward = (call: PageCall): PageAnswer => ({ redirect: backOf(call) ?? '/app/' })

/** The guard has seen to it that there is an actor. */
const as = <I>(call: PageCall, input: I): Call<I, Actor> => ({ ...call, input, actor: call.actor as Actor })

const signOutForm = (call: PageCall): Html =>
  html`<form method="post" action="/sign-out" class="deeds"><button class="text-button" type="submit">${call.t('sign_out.submit')}</button></form>`

const codeField = (call: PageCall, refusal: Refusal | null): Html => textField(formState(call, refusal), {
  name: 'code', label: call.t('second_factor.code'), hint: call.t('second_factor.code.hint'), inputmode: 'numeric',
  autocomplete: 'one-time-code', maxlength: 12, size: 10, value: '', autofocus: !refusal,
})

function verifyPage(call: PageCall, refusal: Refusal | null): PageAnswer {
  const { t } = call
  const back = backOf(call)
  const body = html`<h1>${t('second_factor.title')}</h1>
<p class="lead">${t('second_factor.lead')}</p>
<div class="card">${formElement('/sign-in/second-factor', html`${errorSummary(formState(call, refusal))}
${codeField(call, refusal)}
<div class="deeds">${submit(t('second_factor.submit'))}</div>${back && hiddenField('back', back)}`)}</div>
<p class="hint">${t('second_factor.lost')}</p>
${signOutForm(call)}`
  return { html: publicLayout({ ...call, actor: null }, { title: t('second_factor.title'), body }), status: refusal?.status ?? 200 }
}

async function setupPage(call: PageCall, refusal: Refusal | null): Promise<PageAnswer> {
  const { t } = call
  const begun = await (call.form.setup && refusal?.code !== 'second_factor.setup_expired'
    ? resumeSecondFactor(as(call, {}), call.form.setup) : beginSecondFactor(as(call, {})))
  if (isRefusal(begun)) return { redirect: '/sign-in/second-factor' }
  const back = backOf(call)
  const isOffer = (await stageOf(as(call, {}))) === 'full'
  const form = formState(call, refusal)
  const body = html`<h1>${t('second_factor.setup.title')}</h1>
<p class="lead">${t(isOffer ? 'second_factor.offer' : 'second_factor.setup.lead')}</p>
<div class="card">${formElement('/sign-in/second-factor/setup', html`${errorSummary(form)}
<div class="prose"><ol><li>${t('second_factor.setup.step1')}</li><li>${t('second_factor.setup.step2')}
<p><img src="${begun.qr}" width="232" height="232" alt="${t('second_factor.setup.qr')}"></p>
<p>${t('second_factor.setup.secret')}<br><code>${begun.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code></p></li>
<li>${t('second_factor.setup.step3')}</li></ol></div>
${codeField(call, refusal)}
${isOffer && passwordField(form, { name: 'password', label: t('accounts.confirm_password') })}
<div class="deeds">${submit(t('second_factor.setup.submit'))}</div>${hiddenField('setup', begun.setup)}${back && hiddenField('back', back)}`)}</div>
${signOutForm(call)}`
  return { html: publicLayout({ ...call, actor: null }, { title: t('second_factor.setup.title'), body }), status: refusal?.status ?? 200 }
}

export const secondFactorPages: readonly Page[] = [
  {
    method: 'GET', path: '/sign-in/second-factor', guard: 'half_session',
    async render(call) {
      const stage = await stageOf(as(call, {}))
      if (stage === 'full') return onward(call)
      return stage === 'second_factor_setup' ? { redirect: `/sign-in/second-factor/setup` } : verifyPage(call, null)
    },
  },
  {
    method: 'POST', path: '/sign-in/second-factor', guard: 'half_session',
    async render(call) {
      if ((await stageOf(as(call, {}))) === 'full') return onward(call)
      const typed = typedCode.safeParse({ code: call.form.code ?? '' })
      const done = typed.success ? await verifySecondFactor(as(call, typed.data)) : refusalOf(typed.error)
      return isRefusal(done) ? verifyPage(call, done) : onward(call)
    },
  },
  { method: 'GET', path: '/sign-in/second-factor/setup', guard: 'half_session', render: (call) => setupPage(call, null) },
  {
    method: 'POST', path: '/sign-in/second-factor/setup', guard: 'half_session',
    async render(call) {
      const typed = typedCode.safeParse({ code: call.form.code ?? '' })
      const done = typed.success
        ? await confirmSecondFactor(as(call, { setup: call.form.setup ?? '', code: typed.data.code, password: call.form.password }))
        : refusalOf(typed.error)
      return isRefusal(done) ? setupPage(call, done) : onward(call)
    },
  },
]
