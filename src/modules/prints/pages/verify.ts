import { secondOf } from '../../../kernel/clock.ts'
import { isUnsubmitted } from '../../applications/state.ts'
import { errorSummary, formState, submit, textField, type FormState } from '../../../platform/page/form.ts'
import { html, type Html } from '../../../platform/page/html.ts'
import { publicLayout, siteNav } from '../../../platform/page/layout.ts'
import type { Page, PageAnswer, PageCall } from '../../../platform/page/page.ts'
import { facts, notice, tag } from '../../../platform/page/parts.ts'
import { verifyPath } from '../compose.ts'
import { said } from '../../calls/said.ts'
import { versionsOfHash, type Verified } from '../verify-store.ts'

export const answer = (call: PageCall, title: string, body: Html, status = 200): PageAnswer =>
  ({ html: publicLayout(call, { title, body: html`<div class="verified">${body}</div>`, nav: siteNav(call) }), status })

const hashPattern = /^[0-9a-f]{64}$/
/** As it is printed: in groups, in whatever case somebody types it. */
const typedHash = (typed: string): string => typed.normalize('NFKC').replaceAll(/[\s-]/g, '').toLowerCase()

const question = (call: PageCall, form: FormState): Html => html`${errorSummary(form)}
<form method="get" action="/verify" class="card">
${textField(form, { name: 'hash', label: call.t('prints.verify.code'), hint: call.t('prints.verify.code.hint'), autocomplete: 'off', maxlength: 100 })}
<p class="deeds">${submit(call.t('prints.verify.ask'))}<a class="button quiet" href="/verify/receipt">${call.t('prints.verify.receipt')}</a></p>
</form>`

/** Where a code is typed in, by who has the paper and no camera. */
export const verifyForm: Page = {
  method: 'GET', path: '/verify', guard: 'anyone',
  async render(call) {
    const { t, query } = call
    const typed = typedHash(query.hash ?? '')
    if (hashPattern.test(typed)) return { redirect: verifyPath(typed) }
    const form = formState({ t, form: query })
    const wrong = query.hash === undefined ? form : { ...form, errors: { hash: t('prints.verify.code.wrong') } }
    return answer(call, t('prints.verify.title'), html`<h1>${t('prints.verify.title')}</h1><p>${t('prints.verify.lead')}</p>${question(call, wrong)}`, query.hash === undefined ? 200 : 422)
  },
}

/** Whether it counts now, as strangers may know it: no desk, no decision. */
function standing({ t }: PageCall, { isLatest, state }: Verified): Html {
  if (!isLatest) return tag(t('prints.verify.not_latest'), 'warn')
  if (state === 'withdrawn') return tag(t('prints.verify.withdrawn'), 'still')
  return isUnsubmitted(state) ? tag(t('prints.verify.returned'), 'still') : tag(t('prints.verify.latest'), 'good')
}

const found = (call: PageCall, version: Verified): Html => {
  const { t, lang } = call
  return facts([
    [t('prints.number'), html`<b>${version.number}</b>`],
    [t('prints.verify.revision'), t('prints.verify.revision.n', { n: version.revision })],
    [t('prints.verify.received'), t('prints.verify.received.clock', { time: secondOf(version.receivedAt) })],
    [t('prints.unit'), version.unitName],
    [t('prints.verify.call'), t('prints.verify.call.of', { title: said(version.callTitle, lang), code: version.callCode, version: version.callVersion })],
    [t('prints.verify.standing'), standing(call, version)],
  ])
}

/** E63: where the QR code of a print leads. Title, leader and contents are said to nobody: whoever holds the paper has them. */
export const verifyPage: Page = {
  method: 'GET', path: '/verify/:hash', guard: 'anyone',
  async render(call) {
    const { t, params, tools } = call
    const hash = typedHash(params.hash ?? '')
    const versions = hashPattern.test(hash) ? await versionsOfHash(tools.db, hash) : []
    if (versions.length === 0) {
      return answer(call, t('prints.verify.none'), html`<h1>${t('prints.verify.none')}</h1>${notice(html`<p>${t('prints.verify.none.lead', { hash: hash.slice(0, 80) })}</p>`, 'bad')}${question(call, formState({ t, form: {} }))}`, 404)
    }
    return answer(call, t('prints.verify.title'), html`<h1>${t('prints.verify.title')}</h1>
${notice(html`<p><b>${t('prints.verify.found')}</b></p><p>${t('prints.verify.found.lead')}</p>`, 'good')}
${versions.map((version) => html`<div class="card">${found(call, version)}</div>`)}
<p><b>${t('prints.hash')}</b></p><p class="hash">${hash.match(/.{1,16}/g)?.join(' ')}</p>
<p class="hint">${t('prints.verify.privacy')}</p>
<p class="deeds"><a class="button quiet" href="/verify">${t('prints.verify.title')}</a><a class="button quiet" href="/verify/receipt">${t('prints.verify.receipt')}</a></p>`)
  },
}
