import { html, type Html, type Piece } from '../../../platform/page/html.ts'
import type { PageCall } from '../../../platform/page/page.ts'
import { conditionInWords, type Telling } from '../condition-words.ts'
import type { CallDocument } from '../document.ts'
import type { Field, Tab } from '../form/definition.ts'
import { answerOf } from '../question-words.ts'
import { said } from '../said.ts'
import { sentence } from './frame.ts'

/** N14: everything that the form asks, and every rule that it is checked by, before anybody signs in. */
export function questions(call: PageCall, document: CallDocument): Html {
  const { t, lang } = call
  const { form } = document
  const telling: Telling = { t, lang, form }
  return html`<section class="section part" id="questions"><h2>${t('calls.page.questions')}</h2><p class="hint">${t('calls.page.questions.lead')}</p>
${form.tabs.map((tab, i) => tabOf(call, telling, tab, i))}
${form.rules.length > 0 && html`<h3>${t('calls.page.rules')}</h3><div class="prose"><ul>${form.rules.map((rule) => html`<li>${sentence(rule.sentence, lang)}${
    rule.severity === 'warning' && html` <span class="hint">${t('calls.page.rule.warning')}</span>`}</li>`)}</ul></div>`}</section>`
}

function tabOf({ t, lang }: PageCall, telling: Telling, tab: Tab, i: number): Html {
  return html`<section class="part"><h3 id="tab-${tab.id}">${i + 1}. ${sentence(tab.label, lang)}</h3>${tab.help && html`<p class="hint">${sentence(tab.help, lang)}</p>`}${
    tab.when && html`<p class="hint">${t('calls.page.only_where', { condition: conditionInWords(telling, tab.when) })}</p>`}
<ul class="asked">${tab.fields.map((field) => html`<li>${fieldOf(telling, field)}</li>`)}</ul></section>`
}

function fieldOf(telling: Telling, field: Field): Html {
  const { t, lang } = telling
  if (field.kind === 'note') return html`<b>${sentence(field.label, lang)}</b><p class="hint">${sentence(field.text, lang)}</p>`
  const lines: Piece[] = [
    html`<span>${answerOf(telling, field)}</span>`,
    field.when && html`<span>${t('calls.page.only_where', { condition: conditionInWords(telling, field.when) })}</span>`,
    field.help && html`<span>${sentence(field.help, lang)}</span>`,
    field.kind === 'commitment' && html`<span class="commitment">${sentence(field.text, lang)}</span>`,
  ]
  return html`<b>${sentence(field.label, lang)}</b>${field.kind !== 'fact' && html` <span class="${field.required ? 'must' : 'may'}">${t(field.required ? 'calls.page.required' : 'calls.page.optional')}</span>`}${
    lines.filter(Boolean).map((line) => html`<p class="hint">${line}</p>`)}${
    field.kind === 'table' && html`<p class="hint">${t('calls.page.columns', { columns: field.columns.map((one) => said(one.label, lang)).join(t('calls.page.list')) })}</p>`}`
}
