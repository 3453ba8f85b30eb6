import { secondOf } from '../../../kernel/clock.ts'
import { html, type Html } from '../../../platform/page/html.ts'
import type { Page, PageCall } from '../../../platform/page/page.ts'
import { breadcrumbs, facts, tag } from '../../../platform/page/parts.ts'
import { notFoundAnswer } from '../../portal/index.ts'
import { callDifferences } from '../call-differences.ts'
import { publishedIdOfCode } from '../call-store.ts'
import { differencesInWords, type ToldDifference } from '../difference-words.ts'
import { said } from '../said.ts'
import { versionOf } from '../version-store.ts'
import { codeIn } from './call.ts'
import { answer, asWritten } from './frame.ts'

const tones = { added: 'good', removed: 'bad', changed: 'warn', moved: 'still' } as const

/** What a version changed, against the one before it. */
export const callVersionPage: Page = {
  method: 'GET', path: '/calls/:code/versions/:n', guard: 'anyone',
  async render(call) {
    const { t, lang, params, tools } = call
    const code = codeIn(params.code)
    const n = /^[1-9]\d{0,5}$/.test(params.n ?? '') ? Number(params.n) : 0
    const id = n > 0 ? await publishedIdOfCode(tools.db, code) : null
    const shown = id ? await versionOf(tools.db, id, n) : null
    if (!id || !shown) return notFoundAnswer(call)
    const before = n > 1 ? await versionOf(tools.db, id, n - 1) : null
    const told = before ? differencesInWords(callDifferences(before.document, shown.document), before.document, shown.document, call) : []
    const title = t('calls.page.version', { n })
    return answer(call, {
      title: `${title} - ${said(shown.document.title, lang)}`,
      body: html`${breadcrumbs([
        { href: '/', label: t('page.home') }, { href: '/calls', label: t('calls.page.calls') }, { href: `/calls/${code}`, label: said(shown.document.title, lang) }, { label: title },
      ])}
<h1>${title}</h1>
<div class="card">${facts([
        [t('calls.page.published_at'), secondOf(shown.publishedAt)],
        ...(shown.note ? [[t('calls.page.note'), asWritten(shown.note)] as const] : []),
        [t('calls.page.hash'), html`<code>${shown.hash}</code>`],
      ])}</div>
<section class="section part"><h2>${t('calls.page.difference')}</h2>${before ? table(call, told) : html`<p>${t('calls.page.first')}</p>`}</section>
<p class="deeds"><a class="button quiet" href="/calls/${code}">${t('calls.page.to_call')}</a></p>`,
    })
  },
}

function table({ t }: PageCall, told: readonly ToldDifference[]): Html {
  if (told.length === 0) return html`<p>${t('calls.page.no_difference')}</p>`
  return html`<ul class="changes">${told.map((one) => html`<li><p>${tag(t(`calls.difference.${one.what}`), tones[one.what])} <b>${one.where.join(' / ')}</b></p>${
    one.before !== '' && html`<p>${one.what === 'changed' && html`<span class="hint">${t('calls.page.before')}</span> `}<del>${one.before}</del></p>`}${
    one.after !== '' && html`<p>${one.what === 'changed' && html`<span class="hint">${t('calls.page.after')}</span> `}<ins>${one.after}</ins></p>`}</li>`)}</ul>`
}
