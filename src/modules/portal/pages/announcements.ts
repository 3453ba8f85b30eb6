import { minuteOf } from '../../../kernel/clock.ts'
import { uuidPattern } from '../../../kernel/ids.ts'
import { html } from '../../../platform/page/html.ts'
import type { Page } from '../../../platform/page/page.ts'
import { breadcrumbs } from '../../../platform/page/parts.ts'
import { headlines, publishedById } from '../announcement-store.ts'
import { answer, inLanguage, prose } from './frame.ts'
import { headlineList } from './landing.ts'
import { notFoundAnswer } from './not-found.ts'

const perPage = 20

export const announcementList: Page = {
  method: 'GET', path: '/announcements', guard: 'anyone',
  async render(call) {
    const { t, query, tools } = call
    const { rows, next } = await headlines(tools.db, perPage, query.after)
    return answer(call, {
      title: t('portal.announcements'),
      width: 'form',
      body: html`<h1>${t('portal.announcements')}</h1>
${rows.length > 0 ? html`<div class="card">${headlineList(call, rows)}</div>` : html`<p>${t('portal.announcements.none')}</p>`}
<p class="deeds">${query.after && html`<a class="button quiet" href="/announcements">${t('portal.announcements.newest')}</a>`}${
  next && html`<a class="button quiet" href="${`/announcements?after=${next}`}">${t('portal.announcements.older')}</a>`}</p>`,
    })
  },
}

export const announcementPage: Page = {
  method: 'GET', path: '/announcements/:id', guard: 'anyone',
  async render(call) {
    const { t, lang, params, tools } = call
    const row = uuidPattern.test(params.id ?? '') ? await publishedById(tools.db, params.id ?? '') : undefined
    if (!row) return notFoundAnswer(call)
    const title = inLanguage(lang, row.title, row.titleEn)
    const body = inLanguage(lang, row.body, row.bodyEn)
    return answer(call, {
      title: title.text,
      body: html`${breadcrumbs([{ href: '/', label: t('page.home') }, { href: '/announcements', label: t('portal.announcements') }, { label: title.text }])}
<article><h1 lang="${title.lang}">${title.text}</h1>
<p class="hint">${t('portal.published_at', { time: row.publishedAt ? minuteOf(row.publishedAt) : '' })}${
  lang === 'en' && body.lang !== 'en' && html` ${t('portal.chinese_only')}`}</p>
<div class="prose" lang="${body.lang}">${prose(body.text)}</div></article>`,
    })
  },
}
