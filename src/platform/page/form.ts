import type { Refusal } from '../../kernel/refusal.ts'
import type { Translate } from '../../kernel/words.ts'
import { html, type Html, type Piece } from './html.ts'
import type { PageCall } from './page.ts'

/** A form on its way to the page: what was typed and what is wrong with it. */
export interface FormState {
  t: Translate
  values: Readonly<Record<string, string>>
  /** Sentence per field. */
  errors: Readonly<Record<string, string>>
  /** Sentence that concerns no single field. */
  error: string | null
}

/** Out of a call, and of the refusal it met: nothing typed is lost (secrets are never written back, see passwordField). */
export function formState(call: Pick<PageCall, 't' | 'form'>, refusal?: Refusal | null): FormState {
  const fields = Object.entries(refusal?.fields ?? {})
  const errors = Object.fromEntries(fields.map(([name, finding]) => [name, call.t(finding.code, finding.params)]))
  const error = refusal && fields.length === 0 ? call.t(refusal.code, refusal.params) : null
  return { t: call.t, values: call.form, errors, error }
}

export interface FieldOptions {
  name: string
  label: string
  hint?: Piece
  /** Fields are required unless said otherwise; the optional one says so in its label. */
  optional?: boolean
  /** Replaces what was typed. */
  value?: string
  autocomplete?: string
  inputmode?: 'numeric' | 'email' | 'tel' | 'text' | 'url'
  maxlength?: number
  /** About how many characters belong in it: a year's field is not a sentence's. */
  size?: number
  autofocus?: boolean
}

const idOf = (name: string) => `f-${name}`

const star = (form: FormState, optional: boolean | undefined): Html => optional
  ? html`<span class="optional">${form.t('page.optional')}</span>`
  : html`<span class="star" aria-hidden="true">*</span><span class="sr">${form.t('page.required')}</span>`

/** Label above, hint under it, error under the field, all tied together for screen readers. */
function frame(form: FormState, o: FieldOptions, control: (described: Html) => Html): Html {
  const id = idOf(o.name)
  const error = form.errors[o.name]
  const parts = [o.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  const described = html`${parts && html` aria-describedby="${parts}"`}${error && html` aria-invalid="true"`}`
  return html`<div class="field${error ? ' wrong' : ''}">
<label for="${id}">${o.label}${star(form, o.optional)}</label>
${o.hint && html`<p class="hint" id="${id}-hint">${o.hint}</p>`}
${control(described)}
${error && html`<p class="error" id="${id}-error">${error}</p>`}
</div>`
}

const attributes = (o: FieldOptions): Html => html`${o.autocomplete && html` autocomplete="${o.autocomplete}"`}${
  o.inputmode && html` inputmode="${o.inputmode}"`}${o.maxlength && html` maxlength="${o.maxlength}"`}${
  o.size && html` size="${o.size}"`}${o.autofocus && html` autofocus`}${!o.optional && html` aria-required="true"`}`

const valueOf = (form: FormState, o: FieldOptions) => o.value ?? form.values[o.name] ?? ''

export const textField = (form: FormState, o: FieldOptions & { type?: 'text' | 'email' | 'tel' | 'search' }): Html =>
  frame(form, o, (described) => html`<input class="box${o.size ? ' sized' : ''}" type="${o.type ?? 'text'}" id="${idOf(o.name)}" name="${
    o.name}" value="${valueOf(form, o)}"${described}${attributes(o)} spellcheck="false" autocapitalize="off">`)

export const textArea = (form: FormState, o: FieldOptions & { rows?: number }): Html =>
  frame(form, o, (described) => html`<textarea class="box" id="${idOf(o.name)}" name="${o.name}" rows="${o.rows ?? 4}"${described}${
    attributes(o)}>${valueOf(form, o)}</textarea>`)

/**
 * Never filled in again. With a script it can be shown, and with `meter` it tells the strength while one types
 * (`data-words`: context words that must not be in it, e.g. the user name's field).
 */
export const passwordField = (form: FormState, o: FieldOptions & { meter?: boolean }): Html =>
  frame(form, o, (described) => html`<div class="with-deed" data-password data-show="${form.t('page.password.show')}" data-hide="${
    form.t('page.password.hide')}"><input class="box" type="password" id="${idOf(o.name)}" name="${o.name}"${described}${
    attributes({ autocomplete: 'current-password', ...o })}></div>${o.meter && html`<p class="meter" data-meter="${idOf(o.name)}" data-weak="${
    form.t('page.password.weak')}" data-fair="${form.t('page.password.fair')}" data-strong="${
    form.t('page.password.strong')}" aria-live="polite" hidden><span class="bar"><i></i></span> <span class="word"></span></p>`}`)

export interface Choice {
  value: string
  label: string
  hint?: Piece
}

export const selectField = (form: FormState, o: FieldOptions & { options: readonly Choice[]; placeholder?: string }): Html =>
  frame(form, o, (described) => html`<select class="box" id="${idOf(o.name)}" name="${o.name}"${described}${attributes(o)}>
<option value="">${o.placeholder ?? form.t('page.choose')}</option>
${o.options.map((c) => html`<option value="${c.value}"${c.value === valueOf(form, o) && html` selected`}>${c.label}</option>`)}
</select>`)

/** A choice of few with an explanation each; big targets. */
export function radioField(form: FormState, o: FieldOptions & { options: readonly Choice[] }): Html {
  const id = idOf(o.name)
  const error = form.errors[o.name]
  return html`<fieldset class="field${error ? ' wrong' : ''}"${error && html` aria-describedby="${id}-error"`}>
<legend>${o.label}${star(form, o.optional)}</legend>
${o.hint && html`<p class="hint">${o.hint}</p>`}
${error && html`<p class="error" id="${id}-error">${error}</p>`}
${o.options.map((c, i) => html`<label class="tick"><input type="radio" name="${o.name}" value="${c.value}"${
    i === 0 && html` id="${id}"`}${c.value === valueOf(form, o) && html` checked`}><span>${c.label}${
    c.hint && html`<span class="hint">${c.hint}</span>`}</span></label>`)}
</fieldset>`
}

/** One statement to tick; its value is `yes`. */
export function checkbox(form: FormState, o: Omit<FieldOptions, 'label'> & { label: Piece }): Html {
  const id = idOf(o.name)
  const error = form.errors[o.name]
  return html`<div class="field${error ? ' wrong' : ''}">
<label class="tick"><input type="checkbox" id="${id}" name="${o.name}" value="yes"${valueOf(form, { ...o, label: '' }) === 'yes' && html` checked`}${
    error && html` aria-invalid="true" aria-describedby="${id}-error"`}><span>${o.label}${
    o.hint && html`<span class="hint">${o.hint}</span>`}</span></label>
${error && html`<p class="error" id="${id}-error">${error}</p>`}
</div>`
}

export const hiddenField = (name: string, value: string): Html => html`<input type="hidden" name="${name}" value="${value}">`

/** On top of the form: every error as a link to its field. Prints nothing when all is well. */
export function errorSummary(form: FormState): Html {
  const fields = Object.entries(form.errors)
  if (fields.length === 0 && !form.error) return html``
  return html`<div class="summary" role="alert" tabindex="-1" id="error-summary" data-focus>
<h2>${form.t('page.errors.title')}</h2>
<ul>${form.error && html`<li>${form.error}</li>`}${
    fields.map(([name, sentence]) => html`<li><a href="#${idOf(name)}">${sentence}</a></li>`)}</ul>
</div>`
}

/** The button of the form; with a script a second press while it is sent does nothing. */
export const submit = (label: string, more: { name?: string; value?: string; quiet?: boolean; wide?: boolean } = {}): Html =>
  html`<button class="button${more.quiet ? ' quiet' : ''}${more.wide ? ' wide' : ''}" type="submit"${
    more.name && html` name="${more.name}" value="${more.value ?? ''}"`}>${label}</button>`

/** A form by POST to its own path. `data-once`: see submit. */
export const formElement = (action: string, body: Piece): Html =>
  html`<form method="post" action="${action}" class="form" data-once novalidate>${body}</form>`
