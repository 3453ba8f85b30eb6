import type { ErrorOut, KoaContextWithOIDC } from 'oidc-provider'
import { hiddenField, submit } from '../../../platform/page/form.ts'
import { html, type Html } from '../../../platform/page/html.ts'
import { publicLayout, siteNav } from '../../../platform/page/layout.ts'
import { contentSecurityPolicy } from '../../../platform/serve/headers.ts'
import { subsystemWithCode } from '../subsystem-store.ts'
import { guestOf } from './guest.ts'

function show(ctx: KoaContextWithOIDC, title: string, body: Html, formOrigins: readonly string[] = []): void {
  const { frame, call: { tools } } = guestOf(ctx)
  const policy = contentSecurityPolicy(frame.nonce)
  ctx.type = 'text/html; charset=utf-8'
  // A form may end at another origin only where its answer leads there: back to the subsystem that asked.
  ctx.set('content-security-policy', formOrigins.length ? policy.replace("form-action 'self'", `form-action 'self' ${formOrigins.join(' ')}`) : policy)
  ctx.set('content-language', frame.lang === 'zh' ? 'zh-CN' : 'en')
  ctx.body = publicLayout({ ...frame, tools }, { title, body, nav: siteNav(frame) }).toString()
}

/** What went wrong on the way into a subsystem: for people a page, with the code that its developer needs. */
export function errorPage(ctx: KoaContextWithOIDC, out: ErrorOut): void {
  const { frame: { t }, call } = guestOf(ctx)
  const isLate = out.error === 'invalid_request' && ctx.oidc?.route === 'resume'
  show(ctx, t('subsystems.error.title'), html`<h1>${t('subsystems.error.title')}</h1>
<p>${t(isLate ? 'subsystems.error.late' : 'subsystems.error.text')}</p>
<p class="hint">${t('subsystems.error.facts', { code: out.error, text: out.error_description ?? '', id: call.request.id })}</p>
<p class="deeds"><a class="button" href="/app/">${t('subsystems.enter.list')}</a></p>`)
}

const originOf = (address: unknown): string[] => {
  const url = typeof address === 'string' ? URL.parse(address) : null
  return url && url.origin !== 'null' ? [url.origin] : []
}

/** Of the subsystem that asks, in the reader's language. */
async function nameOf(ctx: KoaContextWithOIDC): Promise<string> {
  const { frame: { lang }, call: { tools } } = guestOf(ctx)
  const found = ctx.oidc.client && (await subsystemWithCode(tools.db, ctx.oidc.client.clientId))
  return (lang === 'en' && found?.nameEn) || found?.name || ''
}

/** RP-initiated logout: a link may ask, only the person decides. Also where nobody is signed in any more: then it leads back. */
export async function signOutPage(ctx: KoaContextWithOIDC): Promise<void> {
  const { frame: { t, actor } } = guestOf(ctx)
  const state: { secret?: string; postLogoutRedirectUri?: string } = ctx.oidc.session?.state ?? {}
  const isIn = actor !== null
  const name = await nameOf(ctx)
  const title = t(isIn ? 'subsystems.sign_out.title' : 'subsystems.sign_out.done')
  show(ctx, title, html`<h1>${title}</h1>
<p>${isIn ? (name ? t('subsystems.sign_out.text', { name }) : t('subsystems.sign_out.text.any')) : t('subsystems.sign_out.done.text')}</p>
<form method="post" action="/oidc/sign-out/confirm" class="form">${hiddenField('xsrf', state.secret ?? '')}
<div class="deeds">${submit(t(isIn ? 'subsystems.sign_out.submit' : 'subsystems.sign_out.back'), { name: 'logout', value: 'yes' })}${
    isIn && html` <a class="button quiet" href="/app/">${t('subsystems.sign_out.stay')}</a>`}</div></form>`, originOf(state.postLogoutRedirectUri))
}

/** Signed out, and nowhere to go back to. */
export function goodbyePage(ctx: KoaContextWithOIDC): void {
  const { frame: { t } } = guestOf(ctx)
  show(ctx, t('subsystems.sign_out.done'), html`<h1>${t('subsystems.sign_out.done')}</h1>
<p>${t('subsystems.sign_out.done.text')}</p><p class="deeds"><a class="button" href="/">${t('page.home')}</a></p>`)
}
