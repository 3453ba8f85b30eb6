import { shownNameOf } from '../../kernel/actor.ts'
import { minuteOf, type Clock } from '../../kernel/clock.ts'
import { emblemSvg } from '../../web/emblem.ts'
import { assets } from './assets.ts'
import { html, safeLink, trusted, type Html, type Piece } from './html.ts'
import type { PageCall } from './page.ts'

export interface PublicPage {
  /** Of the window, before the product's name. */
  title: string
  body: Piece
  /** `reading` 720 px (default), `form` 960 px, `full`: the page sets its own bands (the portal). */
  width?: 'reading' | 'form' | 'full'
  /** Links in the masthead. */
  nav?: readonly { href: string; label: string }[]
  description?: string
}

/** What a public page leads to, whoever shows it. */
export const siteNav = ({ t }: Pick<PageCall, 't'>): NonNullable<PublicPage['nav']> => [
  { href: '/', label: t('page.home') },
  { href: '/calls', label: t('portal.calls.nav') },
  { href: '/announcements', label: t('portal.announcements') },
  { href: '/help/support', label: t('page.support') },
]

type Frame = Pick<PageCall, 't' | 'lang' | 'mode' | 'site' | 'path' | 'query' | 'actor' | 'nonce'> & { tools: { clock: Clock } }

/** The same page in another language or mode: `/preferences` keeps the choice in a cookie and leads back. */
function preference(call: Frame, choice: Record<string, string>): string {
  const query = new URLSearchParams(call.query).toString()
  return `/preferences?${new URLSearchParams({ ...choice, back: query ? `${call.path}?${query}` : call.path })}`
}

function switches(call: Frame): Html {
  const { lang, t } = call
  const mode = call.mode === 'elder' ? 'standard' : 'elder'
  const language = (code: 'zh' | 'en', name: string) => lang === code
    ? html`<span aria-current="true">${name}</span>`
    : html`<a href="${preference(call, { lang: code })}" lang="${code === 'zh' ? 'zh-CN' : 'en'}" hreflang="${code}">${name}</a>`
  return html`<div class="switches">
<a href="${preference(call, { mode })}" class="mode">${t(`page.mode.${mode}`)}</a>
<span class="langs" role="group" aria-label="${t('page.language')}">${language('zh', '中文')}<i aria-hidden="true">/</i>${language('en', 'English')}</span>
</div>`
}

/** S1-01: both names, one beneath the other, whatever the language of the page. */
export const brand = (site: Frame['site']): Html => html`<a class="brand" href="/">
<span class="emblem">${trusted(emblemSvg(44))}</span>
<span class="names"><span class="name-zh" lang="zh-CN">${site.nameZh}</span><span class="name-en" lang="en">${site.nameEn}</span></span>
</a>`

function masthead(call: Frame, nav: PublicPage['nav'] = []): Html {
  const { t, actor, path } = call
  return html`<header class="masthead">
${notices(call)}
<div class="band">
${brand(call.site)}
<div class="aside">${switches(call)}
${(nav.length > 0 || actor) && html`<nav class="nav">${nav.map((n) => html`<a href="${n.href}"${n.href === path && html` aria-current="page"`}>${n.label}</a>`)}${
    actor && html`<span class="who">${t('page.current_user', { name: shownNameOf(actor) })}</span><a class="button small" href="/app/">${
      t('page.enter')}</a>`}</nav>`}
</div>
</div>
<div class="rules" aria-hidden="true"></div>
</header>`
}

function notices(call: Frame): Html {
  const { site, t } = call
  return html`${site.demo && html`<div class="strip" role="note">${t('page.demo')}${site.embedded && html` ${t('page.embedded')}`}</div>`}
${!site.demo && site.embedded && html`<div class="strip" role="note">${t('page.embedded')}</div>`}
<div class="old-browser" id="old-browser" role="note"><p>${t('page.old_browser')}${t('page.old_browser.read_on')}</p></div>`
}

/** S2-92: one number or several, each a link of its own; what stands between them stays. */
export const phoneLinks = (text: string): Html => html`${text.split(/([、,;/]\s*)/).map((part, i) => {
  const digits = part.replace(/(转|ext\.?).*$/, '').replace(/[^\d+]/g, '')
  return i % 2 === 0 && digits !== '' ? html`<a href="${safeLink(`tel:${digits}`)}">${part}</a>` : part
})}`

/** E64: the clock that counts, at the moment of the answer; where there is a script it goes on from there (public.js). */
function platformTime({ t, tools: { clock } }: Frame): Html {
  const now = clock.now()
  return html`<div><dt>${t('page.time')}</dt><dd><time data-clock datetime="${now.toISOString()}">${minuteOf(now)}</time></dd></div>`
}

/** S1-57: who answers when something goes wrong, on every page. */
function foot(call: Frame): Html {
  const { site, t, lang } = call
  const owner = lang === 'zh' ? site.ownerZh : site.ownerEn
  const hours = lang === 'zh' ? site.supportHours : (site.supportHoursEn ?? site.supportHours)
  return html`<footer class="foot"><div class="rules" aria-hidden="true"></div><div class="band">
<dl>
${owner && html`<div><dt>${t('page.owner')}</dt><dd>${site.ownerLink
    ? html`<a href="${safeLink(site.ownerLink)}" rel="noreferrer">${owner}</a>` : owner}</dd></div>`}
${site.supportMail && html`<div><dt>${t('page.support.mail')}</dt><dd><a href="${safeLink(`mailto:${site.supportMail}`)}">${site.supportMail}</a></dd></div>`}
${site.supportPhone && html`<div><dt>${t('page.support.phone')}</dt><dd>${phoneLinks(site.supportPhone)}</dd></div>`}
${hours && html`<div><dt>${t('page.support.hours')}</dt><dd>${hours}</dd></div>`}
${platformTime(call)}
</dl>
${(site.icp || site.policeRecord) && html`<p class="records">${site.icp && html`<a href="https://beian.miit.gov.cn/" rel="noreferrer">${site.icp}</a>`} ${
    site.policeRecord && html`<a href="https://beian.mps.gov.cn/" rel="noreferrer">${site.policeRecord}</a>`}</p>`}
</div></footer>`
}

/** The whole document around a public page. Works without a script. */
export function publicLayout(call: Frame, page: PublicPage): Html {
  const { site, t, lang, mode } = call
  const name = lang === 'zh' ? site.nameZh : site.nameEn
  return html`<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}" data-mode="${mode}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no">
<title>${page.title === name ? name : `${page.title} - ${name}`}</title>
${page.description && html`<meta name="description" content="${page.description}">`}
<link rel="icon" href="${assets.icon.path}" type="image/svg+xml">
<link rel="stylesheet" href="${assets.css.path}">
<script src="${assets.js.path}" defer></script>
</head>
<body${site.demo && html` class="demo"`}>
<a class="skip" href="#main">${t('page.skip')}</a>
${masthead(call, page.nav)}
<main id="main" class="main ${page.width ?? 'reading'}" tabindex="-1">
${page.body}
</main>
${foot(call)}
</body>
</html>`
}
