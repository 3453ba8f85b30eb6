import { dayOf, endOf, secondOf } from '../../../kernel/clock.ts'
import { html, type Html } from '../../../platform/page/html.ts'
import type { Page, PageCall } from '../../../platform/page/page.ts'
import { breadcrumbs, facts, notice, tag } from '../../../platform/page/parts.ts'
import { notFoundAnswer } from '../../portal/index.ts'
import { publishedIdOfCode } from '../call-store.ts'
import { inForceOf, phaseOf } from '../desk.ts'
import type { CallDocument } from '../document.ts'
import { publishedCall } from '../published.ts'
import { said } from '../said.ts'
import { versionsOf, type PublishedVersion } from '../version-store.ts'
import { withdrawalOf } from '../withdrawal-store.ts'
import { windowsOf } from '../window-store.ts'
import { answer, asWritten, bounds, sentence } from './frame.ts'
import { questions } from './questions.ts'
import { toneOf } from './tone.ts'
import { windowsSection } from './windows.ts'

/** Addresses are typed and printed: the code in capitals or not. */
export const codeIn = (given: string | undefined): string => (given ?? '').toUpperCase()

/** The notice, and everything that will be asked, before anybody signs in. */
export const callPage: Page = {
  method: 'GET', path: '/calls/:code', guard: 'anyone',
  async render(call) {
    const { t, lang, params, tools } = call
    const id = await publishedIdOfCode(tools.db, codeIn(params.code))
    const shown = id ? await publishedCall(tools.db, id) : null
    if (!shown) return notFoundAnswer(call)
    const { document } = shown
    const windows = await windowsOf(tools.db, shown.id)
    const inForce = inForceOf(windows)
    const leader = inForce.get('leader') ?? null
    const phase = phaseOf(shown.state, leader, tools.clock.now())
    const versions = await versionsOf(tools.db, shown.id)
    const withdrawn = phase === 'withdrawn' ? await withdrawalOf(tools.db, shown.id) : null
    const title = said(document.title, lang)
    return answer(call, {
      title,
      body: html`${breadcrumbs([{ href: '/', label: t('page.home') }, { href: '/calls', label: t('calls.page.calls') }, { label: title }])}
<h1>${sentence(document.title, lang)}</h1>
<p>${tag(t(`calls.phase.${phase}`), toneOf(phase))} <span class="hint">${t('calls.page.code')} ${shown.code}</span></p>
${withdrawn && html`<div class="part">${notice(html`${t('calls.page.withdrawn', { time: secondOf(withdrawn.at) })} ${t('calls.page.reason')}${asWritten(withdrawn.reason)}`, 'bad')}</div>`}
<div class="card">${facts([
        [t('calls.page.category'), sentence(document.category, lang)],
        ...(leader ? [[t('calls.page.window'), bounds(call, leader)] as const] : []),
        ...(document.contact ? [[t('calls.page.contact'), asWritten(document.contact)] as const] : []),
      ])}${phase === 'open' && html`<p class="deeds"><a class="button" href="/app/projects/mine/new/${shown.id}">${t('calls.page.begin')}</a><a class="button quiet" href="#questions">${t('calls.page.see_questions')}</a></p>
<p class="hint">${t('calls.page.begin_hint')}</p>`}</div>
<section class="section part" id="notice"><h2>${t('calls.page.notice')}</h2><div class="prose">${document.text.map((paragraph) => html`<p>${sentence(paragraph, lang)}</p>`)}</div></section>
${whoMay(call, document)}
${windowsSection(call, document, windows)}
${questions(call, document)}
${versionList(call, shown.code, versions)}`,
    })
  },
}

function whoMay({ t, lang }: PageCall, document: CallDocument): Html {
  const limits = [...document.limits.map((limit) => sentence(limit.sentence, lang)), ...(document.quotaPerUnit === null ? [] : [html`${t('calls.page.quota', { n: document.quotaPerUnit })}`])]
  const profile = document.profileHandedInBefore === null
    ? t('calls.page.profile_approved') : t('calls.page.profile_before', { time: endOf(new Date(document.profileHandedInBefore)) })
  return html`<section class="section part" id="who"><h2>${t('calls.page.who')}</h2><div class="prose"><ul>${document.eligibility.map((rule) => html`<li>${sentence(rule.sentence, lang)}</li>`)}
<li>${profile}</li></ul>${limits.length > 0 && html`<h3>${t('calls.page.limits')}</h3><ul>${limits.map((limit) => html`<li>${limit}</li>`)}</ul>`}</div></section>`
}

function versionList({ t }: PageCall, code: string, versions: readonly Omit<PublishedVersion, 'document'>[]): Html {
  return html`<section class="section part" id="versions"><h2>${t('calls.page.versions')}</h2><ul class="items">${versions.map((one) => html`<li><span>${
    one.version > 1 ? html`<a href="/calls/${code}/versions/${one.version}">${t('calls.page.version', { n: one.version })}</a>` : t('calls.page.version', { n: one.version })
  }</span>${asWritten(one.note)}<time datetime="${one.publishedAt.toISOString()}">${dayOf(one.publishedAt)}</time></li>`)}</ul></section>`
}
