import { errorSummary, formElement, formState, hiddenField, passwordField, submit, textField } from '../../../platform/page/form.ts'
import { html, safeLink, type Html } from '../../../platform/page/html.ts'
import type { PageCall } from '../../../platform/page/page.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { ownPath } from '../../../kernel/own-path.ts'

/**
 * S1-03: the sign-in form, for its own page and for the portal. `back`: where to go afterwards, a path of ours.
 * Everybody is told the rule of five failures, so that nobody learns from it (D14).
 */
export function signInForm(call: PageCall, more: { back?: string | null; refusal?: Refusal | null; autofocus?: boolean } = {}): Html {
  const { t } = call
  const form = formState(call, more.refusal)
  const back = ownPath(more.back)
  const own = formElement('/sign-in', html`${errorSummary(form)}
${textField(form, { name: 'userName', label: t('sign_in.user_name'), autocomplete: 'username', autofocus: more.autofocus })}
${passwordField(form, { name: 'password', label: t('password.label'), hint: t('account.hint'), autocomplete: 'current-password' })}
<div class="deeds">${submit(t('sign_in.submit'), { wide: true })}</div>
<p class="deeds"><a href="/register">${t('sign_in.register')}</a> <a href="/forgotten">${t('sign_in.forgotten')}</a></p>
${legacyHint(call)}${back && hiddenField('back', back)}`)
  const doors = cityDoors(call, back)
  // S2-01: where the manual knows no other way in, this one comes first.
  return call.tools.config.profile === 'chongqing' ? html`${doors}${own}` : html`${own}${doors}`
}

/** S2-02: two doors to the city's identity provider, where there is one (D1); links, since a form may not lead to another origin. */
function cityDoors({ t, site, lang }: PageCall, back: string | null): Html | null {
  if (!site.identity) return null
  const provider = lang === 'en' ? site.identity.nameEn : site.identity.nameZh
  const door = (name: 'legal' | 'person') => html`<a class="button quiet wide" href="/city/sign-in/${name}${back && `?back=${encodeURIComponent(back)}`}">${t(`sign_in.city.${name}`)}</a>`
  const { registerLink } = site.identity
  return html`<div class="doors" role="group" aria-labelledby="city-doors"><p id="city-doors"><span>${t('sign_in.city', { provider })}</span></p>
<div class="pair">${door('legal')}${door('person')}</div>
<p class="hint">${t('sign_in.city.first', { provider })}${registerLink && html` <a href="${safeLink(registerLink)}" rel="noreferrer">${t('sign_in.city.register', { provider })}</a>`}</p></div>`
}

/** S1-05, S1-06: accounts of the former system come without a password. The manual of Chongqing knows none. */
const legacyHint = ({ t, tools }: PageCall): Html | null => tools.config.profile === 'chongqing' ? null
  : html`<p class="hint">${t('sign_in.legacy')} <a href="/forgotten#mail">${t('sign_in.legacy.link')}</a></p>`
