import { dayOf } from '../../../kernel/clock.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import { deed } from '../../../platform/deed.ts'
import { formElement, hiddenField, submit } from '../../../platform/page/form.ts'
import { html } from '../../../platform/page/html.ts'
import type { Page, PageAnswer, PageCall } from '../../../platform/page/page.ts'
import { notice } from '../../../platform/page/parts.ts'
import { keepAcceptance } from '../acceptance.ts'
import type { Agreement } from '../agreement-store.ts'
import { agreementToAccept } from '../first-agreement.ts'
import { answer, inLanguage, prose } from './frame.ts'
import { registrationIsOpen, registrationSteps, userKinds, type UserKind } from './register.ts'

/** S1-16: the version in force, with its number and the day it came into force. */
function agreementPage(call: PageCall, kind: UserKind, agreement: Agreement, changed = false): PageAnswer {
  const { t, lang } = call
  const title = inLanguage(lang, agreement.title, agreement.titleEn)
  const body = inLanguage(lang, agreement.body, agreement.bodyEn)
  return answer(call, {
    title: t('portal.agreement'),
    body: html`${registrationSteps(call, 1, kind)}
${changed && notice(t('portal.agreement.changed'), 'warn')}
<h1>${title.text}</h1>
<div class="stack"><p class="hint">${t('portal.agreement.version', { number: agreement.number, day: agreement.inForceAt ? dayOf(agreement.inForceAt) : '' })}</p>
<div class="card prose" lang="${body.lang}">${prose(body.text)}</div>
${formElement(userKinds[kind].agreement, html`${hiddenField('version', agreement.id)}
<p>${t('portal.agreement.ask')}</p>
<p class="deeds">${submit(t('portal.agree'), { name: 'choice', value: 'agree' })}${submit(t('portal.disagree'), { name: 'choice', value: 'disagree', quiet: true })}</p>`)}</div>`,
  }, changed ? 409 : 200)
}

const closed = (call: PageCall, key: string): PageAnswer =>
  answer(call, {
    title: call.t('portal.agreement'),
    body: html`<h1>${call.t('portal.agreement')}</h1>${notice(call.t(key), 'warn')}
<p class="deeds"><a class="button quiet" href="/">${call.t('portal.back_home')}</a></p>`,
  }, 503)

/** 用户协议 on the way to one of the two registration forms (S1-16, S1-23). */
const asking = (kind: UserKind): Page => ({
  method: 'GET', path: userKinds[kind].agreement, guard: 'anyone',
  async render(call) {
    if (!(await registrationIsOpen(call, kind))) return closed(call, `portal.registration_closed.${kind}`)
    const agreement = await agreementToAccept(call.tools)
    return agreement ? agreementPage(call, kind, agreement) : closed(call, 'portal.agreement.none')
  },
})

/** Keeps which version was accepted, when and from where, and goes on to the form with the id of that. */
const answering = (kind: UserKind): Page => ({
  method: 'POST', path: userKinds[kind].agreement, guard: 'anyone',
  async render(call) {
    const { form, tools, request } = call
    if (form.choice === 'disagree') return { redirect: `/register/ended?kind=${kind}` }
    if (!(await registrationIsOpen(call, kind))) return closed(call, `portal.registration_closed.${kind}`)
    const agreement = await agreementToAccept(tools)
    if (!agreement) return closed(call, 'portal.agreement.none')
    // What was read must be what is accepted: another version may have come into force meanwhile.
    if (form.choice !== 'agree' || form.version !== agreement.id) return agreementPage(call, kind, agreement, form.version !== agreement.id)
    const kept = await deed(call, (tx) => keepAcceptance(tx, agreement.id, { address: request.address, lang: request.lang }))
    if (isRefusal(kept)) return agreementPage(call, kind, agreement)
    return { redirect: `${userKinds[kind].form}?agreement=${kept}` }
  },
})

export const agreementPages: readonly Page[] = [asking('unit'), answering('unit'), asking('person'), answering('person')]
