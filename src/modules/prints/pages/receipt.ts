import { secondOf } from '../../../kernel/clock.ts'
import { readReceipt, receiptKeys, type Receipt } from '../../applications/index.ts'
import { refuseField } from '../../../kernel/refusal.ts'
import { errorSummary, formState, submit, textArea, type FormState } from '../../../platform/page/form.ts'
import { html, type Html } from '../../../platform/page/html.ts'
import type { Page, PageCall } from '../../../platform/page/page.ts'
import { facts, notice } from '../../../platform/page/parts.ts'
import { verifyPath } from '../compose.ts'
import { answer } from './verify.ts'

const path = '/verify/receipt'

const question = ({ t }: PageCall, form: FormState): Html => html`${errorSummary(form)}
<form method="post" action="${path}" class="card">
${textArea(form, { name: 'receipt', label: t('prints.receipt.text'), hint: t('prints.receipt.text.hint'), rows: 8, autocomplete: 'off', maxlength: 20_000 })}
<p class="deeds">${submit(t('prints.verify.ask'))}<a class="button quiet" href="/verify/key">${t('prints.receipt.key')}</a></p>
</form>`

const lead = ({ t }: PageCall): Html => html`<h1>${t('prints.receipt.title')}</h1><p>${t('prints.receipt.lead')}</p>`

export const receiptForm: Page = {
  method: 'GET', path, guard: 'anyone',
  async render(call) {
    return answer(call, call.t('prints.receipt.title'), html`${lead(call)}${question(call, formState(call))}`)
  },
}

/** What the signed text says; nothing is looked up: the signature alone decides. */
const said = ({ t }: PageCall, receipt: Receipt): Html => html`<div class="card">${facts([
  [t('prints.number'), html`<b>${receipt.number}</b>`],
  [t('prints.verify.revision'), t('prints.verify.revision.n', { n: receipt.revision })],
  [t('prints.verify.received'), t('prints.verify.received.clock', { time: secondOf(new Date(receipt.receivedAt)) })],
  [t('prints.unit'), receipt.unit],
  [t('prints.call'), receipt.callCode],
  [t('prints.hash'), html`<span class="hash">${receipt.hash.match(/.{1,16}/g)?.join(' ')}</span>`],
  [t('prints.receipt.issuer'), receipt.issuer],
])}<p class="deeds"><a class="button quiet" href="${verifyPath(receipt.hash)}">${t('prints.receipt.see')}</a></p></div>`

/** N1: valid or not, by the public keys of this platform. A POST: what is in a receipt does not stand in an address. */
export const receiptCheck: Page = {
  method: 'POST', path, guard: 'anyone',
  async render(call) {
    const { t, form, tools } = call
    const typed = (form.receipt ?? '').replaceAll(/\s/g, '')
    if (typed === '') return answer(call, t('prints.receipt.title'), html`${lead(call)}${question(call, formState(call, refuseField('receipt', 'prints.receipt.empty')))}`, 422)
    const receipt = readReceipt(typed, await receiptKeys(tools.db))
    const outcome = receipt
      ? html`<div class="verified">${notice(html`<p><b>${t('prints.receipt.valid')}</b></p><p>${t('prints.receipt.valid.lead')}</p>`, 'good')}${said(call, receipt)}</div>`
      : notice(html`<p><b>${t('prints.receipt.not_valid')}</b></p><p>${t('prints.receipt.not_valid.lead')}</p>`, 'bad')
    return answer(call, t(receipt ? 'prints.receipt.valid' : 'prints.receipt.not_valid'), html`<h1>${t('prints.receipt.title')}</h1><div role="status">${outcome}</div>${question(call, formState(call))}`)
  },
}

/** For whoever verifies without us: the public halves of all keys that ever signed. */
export const receiptKeyPage: Page = {
  method: 'GET', path: '/verify/key', guard: 'anyone',
  async render(call) {
    const { t, tools } = call
    const keys = [...(await receiptKeys(tools.db))]
    return answer(call, t('prints.receipt.key'), html`<h1>${t('prints.receipt.key')}</h1><p>${t('prints.receipt.key.lead')}</p>
${keys.map(([kid, jwk]) => html`<pre class="card key" tabindex="0">${JSON.stringify({ kty: jwk.kty, crv: jwk.crv, x: jwk.x, kid, alg: 'EdDSA', use: 'sig' }, null, 2)}</pre>`)}
<p><a href="/api/prints/receipt-keys">/api/prints/receipt-keys</a></p>`)
  },
}
