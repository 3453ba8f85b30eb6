import { securityQuestions } from '../../../codes/security-question.ts'
import { labelOf } from '../../../codes/code-list.ts'
import type { Finding } from '../../../kernel/check.ts'
import { isRefusal, refuse, refuseField, type Refusal } from '../../../kernel/refusal.ts'
import { uuidPattern } from '../../../kernel/ids.ts'
import { errorSummary, formElement, formState, hiddenField, radioField, submit, textField } from '../../../platform/page/form.ts'
import { html, type Html } from '../../../platform/page/html.ts'
import { publicLayout, siteNav } from '../../../platform/page/layout.ts'
import type { Page, PageAnswer, PageCall } from '../../../platform/page/page.ts'
import { notice, steps } from '../../../platform/page/parts.ts'
import { oneTimeCode, proofChannel, proofChannels } from '../fields.ts'
import { requestCode } from '../proofs.ts'
import { answerQuestions, behind, proveForQuestions, type Behind } from '../questions.ts'
import { supportLine } from './support.ts'

const path = '/forgotten/questions'
const names = ['answer1', 'answer2', 'answer3'] as const
const longestAnswer = 200

function frame(call: PageCall, step: number, body: Html, status = 200): PageAnswer {
  const { t } = call
  const all = [t('forgotten.questions.step.code'), t('forgotten.questions.step.answers'), t('forgotten.questions.step.password')]
  const whole = html`<h1>${t('forgotten.questions.title')}</h1>
${steps(call, all, step)}
${body}
<p class="deeds"><a href="/forgotten">${t('forgotten.behind.other')}</a> <a href="/sign-in">${t('forgotten.back')}</a></p>`
  return { html: publicLayout(call, { title: t('forgotten.questions.title'), body: whole, nav: siteNav(call) }), status }
}

/** Where the code shall go. The answer is the same for every address (D14). */
function addressPage(call: PageCall, refusal: Refusal | null): PageAnswer {
  const { t } = call
  const form = formState(call, refusal)
  return frame(call, 0, html`<p class="lead">${t('forgotten.questions.lead')}</p>
<div class="card">${formElement(path, html`${errorSummary(form)}
${radioField(form, {
    name: 'channel', label: t('forgotten.questions.channel'), value: call.form.channel ?? 'mail',
    options: proofChannels.map((value) => ({ value, label: t(`forgotten.questions.channel.${value}`) })),
  })}
${textField(form, { name: 'address', label: t('forgotten.questions.address'), maxlength: 254 })}
<div class="deeds">${submit(t('forgotten.questions.send'))}</div>`)}</div>`, refusal?.status)
}

function codePage(call: PageCall, id: string, refusal: Refusal | null): PageAnswer {
  const { t } = call
  const form = formState(call, refusal)
  return frame(call, 0, html`<p class="lead">${t('forgotten.code.lead')}</p>
<div class="card">${formElement(`${path}/code`, html`${errorSummary(form)}
${textField(form, {
    name: 'code', label: t('forgotten.code.label'), hint: t('forgotten.code.hint'), inputmode: 'numeric', autocomplete: 'one-time-code',
    maxlength: 12, size: 10, value: '', autofocus: !refusal,
  })}
<div class="deeds">${submit(t('forgotten.code.submit'))}<a href="${path}">${t('forgotten.code.again')}</a></div>${hiddenField('id', id)}`)}</div>`, refusal?.status)
}

/** The questions of the account behind a proven address; what was answered is never written back. */
function answersPage(call: PageCall, ticket: string, questions: readonly string[], refusal: Refusal | null): PageAnswer {
  const { t, lang } = call
  const form = formState(call, refusal)
  const label = (code: string) => {
    const item = securityQuestions.items.find((one) => one.code === code)
    return item ? labelOf(item, lang) : code
  }
  return frame(call, 1, html`<p class="lead">${t('forgotten.answers.lead')}</p>
<div class="card">${formElement(`${path}/answers`, html`${errorSummary(form)}
${questions.map((code, i) => textField(form, { name: names[i] ?? '', label: label(code), autocomplete: 'off', maxlength: longestAnswer, value: '' }))}
<div class="deeds">${submit(t('forgotten.answers.submit'))}</div>${hiddenField('ticket', ticket)}`)}</div>`, refusal?.status)
}

/** Proven, but there is nothing to ask: the owner of the address may know why. */
function nothingToAsk(call: PageCall, kind: Exclude<Behind['kind'], 'questions'>): PageAnswer {
  const { t } = call
  const next = {
    expired: html`<p class="deeds"><a class="button" href="${path}">${t('forgotten.code.again')}</a></p>`,
    nobody: supportLine(call),
    disabled: supportLine(call),
    no_questions: html`<p class="deeds"><a class="button" href="/forgotten#mail">${t('forgotten.mail.title')}</a></p>`,
  }
  return frame(call, kind === 'expired' ? 0 : 1, html`<div class="stack">${notice(t(`forgotten.behind.${kind}`), 'warn')}${next[kind]}</div>`, kind === 'expired' ? 410 : 200)
}

async function shownBehind(call: PageCall, ticket: string, refusal: Refusal | null): Promise<PageAnswer> {
  const found = await behind(call.tools, ticket)
  return found.kind === 'questions' ? answersPage(call, ticket, found.questions, refusal) : nothingToAsk(call, found.kind)
}

/** All three were typed, and none is longer than any answer; nothing is counted before that. */
function untyped(call: PageCall): Refusal | null {
  const fields: Record<string, Finding> = {}
  for (const name of names) {
    const typed = call.form[name]?.trim() ?? ''
    if (!typed) fields[name] = { code: 'field.required' }
    else if (typed.length > longestAnswer) fields[name] = { code: 'field.too_long' }
  }
  return Object.keys(fields).length > 0 ? refuse('input.invalid', { fields }) : null
}

export const questionPages: readonly Page[] = [
  { method: 'GET', path, guard: 'anyone', render: async (call) => addressPage(call, null) },
  {
    method: 'POST', path, guard: 'anyone',
    async render(call) {
      const channel = proofChannel.safeParse(call.form.channel)
      if (!channel.success) return addressPage(call, refuseField('channel', 'field.choose'))
      const address = call.form.address?.trim() ?? ''
      if (!address) return addressPage(call, refuseField('address', 'field.required'))
      const sent = await requestCode(call, { purpose: 'recover', channel: channel.data, address })
      return isRefusal(sent) ? addressPage(call, sent) : { redirect: `${path}/code?id=${sent.id}` }
    },
  },
  {
    method: 'GET', path: `${path}/code`, guard: 'anyone',
    render: async (call) => (uuidPattern.test(call.query.id ?? '') ? codePage(call, call.query.id ?? '', null) : { redirect: path }),
  },
  {
    method: 'POST', path: `${path}/code`, guard: 'anyone',
    async render(call) {
      const id = call.form.id ?? ''
      if (!uuidPattern.test(id)) return { redirect: path }
      const code = oneTimeCode.safeParse(call.form.code ?? '')
      if (!code.success) return codePage(call, id, refuseField('code', call.form.code?.trim() ? 'proof.format' : 'field.required'))
      const proven = await proveForQuestions(call, { id, code: code.data })
      return isRefusal(proven) ? codePage(call, id, proven) : shownBehind(call, proven.ticket, null)
    },
  },
  { method: 'GET', path: `${path}/answers`, guard: 'anyone', render: async () => ({ redirect: path }) },
  {
    method: 'POST', path: `${path}/answers`, guard: 'anyone',
    async render(call) {
      const ticket = call.form.ticket ?? ''
      const missing = untyped(call)
      if (missing) return shownBehind(call, ticket, missing)
      const done = await answerQuestions(call, ticket, names.map((name) => call.form[name] ?? ''))
      if (!isRefusal(done)) return { redirect: done.link }
      return shownBehind(call, ticket, done.code === 'busy' ? refuse('sign_in.busy') : done)
    },
  },
]
