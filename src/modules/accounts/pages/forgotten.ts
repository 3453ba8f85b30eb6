import { isRefusal, refuseField, type Refusal } from '../../../kernel/refusal.ts'
import { errorSummary, formElement, formState, submit, textField } from '../../../platform/page/form.ts'
import { html, type Html } from '../../../platform/page/html.ts'
import { publicLayout, siteNav } from '../../../platform/page/layout.ts'
import type { Page, PageAnswer, PageCall } from '../../../platform/page/page.ts'
import { notice } from '../../../platform/page/parts.ts'
import { askForLink } from '../recovery.ts'
import { supportLine } from './support.ts'

const way = (call: PageCall, name: 'mail' | 'questions' | 'evidence', deed: Html): Html => html`<section class="card stack" id="${name}">
<div><h2>${call.t(`forgotten.${name}.title`)}</h2>
<p class="hint">${call.t(`forgotten.${name}.who`)}</p></div>
<p>${call.t(`forgotten.${name}.text`)}</p>
${deed}
</section>`

/** S1-10, S1-12, S1-13: the three ways back, told apart by who may go them. */
function forgottenPage(call: PageCall, refusal: Refusal | null): PageAnswer {
  const { t } = call
  const form = formState(call, refusal)
  const byMail = html`${formElement('/forgotten', html`${errorSummary(form)}
${textField(form, { name: 'mail', label: t('forgotten.mail.label'), type: 'email', inputmode: 'email', autocomplete: 'email', maxlength: 254 })}
<div class="deeds">${submit(t('forgotten.mail.submit'))}</div>`)}
<p class="hint">${t('forgotten.mail.unit')}</p>`
  const body = html`<h1>${t('forgotten.title')}</h1>
<p class="lead">${t('forgotten.lead')}</p>
<div class="stack">
${way(call, 'mail', byMail)}
${way(call, 'questions', html`<p class="deeds"><a class="button" href="/forgotten/questions">${t('forgotten.questions.begin')}</a></p>`)}
${way(call, 'evidence', html`<p class="deeds"><a class="button quiet" href="/app/recovery/begin">${t('forgotten.evidence.begin')}</a></p>${supportLine(call)}`)}
<section class="card stack"><h2>${t('forgotten.other.title')}</h2><div class="prose"><ul><li>${t('forgotten.locked')}</li><li>${t('forgotten.staff')}</li></ul></div></section>
</div>
<p class="deeds"><a href="/sign-in">${t('forgotten.back')}</a></p>`
  return { html: publicLayout(call, { title: t('forgotten.title'), body, nav: siteNav(call) }), status: refusal?.status ?? 200 }
}

/** The same for every mailbox (D14). */
function sentPage(call: PageCall): PageAnswer {
  const { t } = call
  const body = html`<h1>${t('forgotten.sent.title')}</h1>
<div class="stack">${notice(t('forgotten.sent.text'))}
<p>${t('forgotten.sent.none')}</p>
${supportLine(call)}</div>
<p class="deeds"><a href="/forgotten#mail">${t('forgotten.again')}</a> <a href="/sign-in">${t('forgotten.back')}</a></p>`
  return { html: publicLayout(call, { title: t('forgotten.sent.title'), body, nav: siteNav(call) }) }
}

export const forgottenPages: readonly Page[] = [
  { method: 'GET', path: '/forgotten', guard: 'anyone', render: async (call) => forgottenPage(call, null) },
  {
    method: 'POST', path: '/forgotten', guard: 'anyone',
    async render(call) {
      const typed = call.form.mail?.trim() ?? ''
      const asked = typed ? await askForLink(call, typed) : refuseField('mail', 'field.required')
      return isRefusal(asked) ? forgottenPage(call, asked) : { redirect: '/forgotten/sent' }
    },
  },
  { method: 'GET', path: '/forgotten/sent', guard: 'anyone', render: async (call) => sentPage(call) },
]
