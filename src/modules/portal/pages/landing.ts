import { signInForm } from '../../accounts/index.ts'
import { shownNameOf } from '../../../kernel/actor.ts'
import { dayOf, endOf } from '../../../kernel/clock.ts'
import { html, safeLink, type Html } from '../../../platform/page/html.ts'
import { phoneLinks } from '../../../platform/page/layout.ts'
import type { Page, PageCall } from '../../../platform/page/page.ts'
import { facts, streams, tag } from '../../../platform/page/parts.ts'
import { headlines, type Announcement } from '../announcement-store.ts'
import { openCallLines, type OpenCallLine } from '../open-call-store.ts'
import { answer, inLanguage } from './frame.ts'

/** S1-02: the one address where everything begins. */
export const landing: Page = {
  method: 'GET', path: '/', guard: 'anyone',
  async render(call) {
    const { t, lang, site, tools } = call
    const { rows } = await headlines(tools.db, 5)
    const calls = await openCallLines(tools.db, tools.clock.now(), 5)
    const signIn = call.actor ? welcome(call) : html`<h2>${t('portal.sign_in')}</h2>${signInForm(call)}`
    return answer(call, {
      title: lang === 'zh' ? site.nameZh : site.nameEn,
      description: t('portal.lead'),
      width: 'full',
      body: html`<section class="hero">${streams()}<div class="band">
<div><h1>${t('portal.hero')}</h1>
<p class="lead">${t('portal.lead')}</p>
<p class="deeds"><a class="button" href="/register">${t('portal.register')}</a><a class="button quiet" href="#flow">${t('portal.flow.see')}</a></p></div>
<div class="card floating" id="sign-in">${signIn}</div>
</div></section>
<div class="band section" id="flow">
<h2>${t('portal.flow')}</h2>
<div class="stack">${flow(call)}</div>
<hr>
${calls.length > 0 && openCalls(call, calls)}<div class="grid two">
<section class="card"><div class="head"><h2>${t('portal.announcements')}</h2><a href="/announcements">${t('portal.announcements.all')}</a></div>${
  rows.length > 0 ? headlineList(call, rows) : html`<p class="hint">${t('portal.announcements.none')}</p>`}</section>
<section class="card"><h2>${t('page.support')}</h2><div class="stack">${contacts(call)}
<p class="hint">${t('portal.browsers')} <a href="/old-browser">${t('portal.browsers.more')}</a></p></div></section>
</div></div>`,
    })
  },
}

function welcome({ t, actor }: PageCall): Html {
  const name = actor ? shownNameOf(actor) : ''
  return html`<h2>${t('portal.signed_in')}</h2><p>${t('page.current_user', { name })}</p>
<p class="deeds"><a class="button wide" href="/app/">${t('page.enter')}</a></p>`
}

/** S1-04: four numbered steps; S1-07: the unit comes first. */
function flow({ t }: PageCall): Html {
  const step = (name: string, n: string) => html`<li><b><span class="sr">${n} </span>${t(`portal.flow.${name}`)}</b><span>${t(`portal.flow.${name}.text`)}</span></li>`
  return html`<ol class="path">${step('unit', '①')}${step('review', '②')}${step('filler', '③')}${step('grant', '④')}</ol>
<p class="hint">${t('portal.flow.order')}</p>`
}

/** What can be applied for now, and until when; each leads to its page. */
function openCalls({ t, lang }: PageCall, calls: readonly OpenCallLine[]): Html {
  return html`<section class="card calls" id="calls"><div class="head"><h2>${t('portal.calls')}</h2><a href="/calls">${t('portal.calls.all')}</a></div><ul class="items">${calls.map((one) => {
    const title = inLanguage(lang, one.title, one.titleEn)
    return html`<li><a href="/calls/${one.code}" lang="${title.lang}">${title.text}</a><time datetime="${one.closesAt.toISOString()}">${t('portal.calls.until', { time: endOf(one.closesAt) })}</time></li>`
  })}</ul></section>`
}

/** Titles with their day; a title without a translation is marked as Chinese. */
export function headlineList({ t, lang }: Pick<PageCall, 't' | 'lang'>, rows: readonly Announcement[]): Html {
  return html`<ul class="items">${rows.map((row) => {
    const title = inLanguage(lang, row.title, row.titleEn)
    return html`<li><a href="/announcements/${row.id}" lang="${title.lang}">${title.text}</a><span>${row.pinned && tag(t('portal.pinned'))}
<time datetime="${row.publishedAt?.toISOString()}">${row.publishedAt && dayOf(row.publishedAt)}</time></span></li>`
  })}</ul>`
}

/** S1-57: who answers; a contact that is not set is not shown. */
export function contacts({ t, lang, site }: Pick<PageCall, 't' | 'lang' | 'site'>): Html {
  const hours = lang === 'en' ? (site.supportHoursEn ?? site.supportHours) : site.supportHours
  const rows = [
    ...(site.supportMail ? [[t('page.support.mail'), html`<a href="${safeLink(`mailto:${site.supportMail}`)}">${site.supportMail}</a>`] as const] : []),
    ...(site.supportPhone ? [[t('page.support.phone'), phoneLinks(site.supportPhone)] as const] : []),
    ...(hours ? [[t('page.support.hours'), hours] as const] : []),
  ]
  return rows.length > 0 ? facts(rows) : html`<p>${t('portal.support.none')}</p>`
}
