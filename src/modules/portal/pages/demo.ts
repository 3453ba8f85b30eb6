import { minuteOf } from '../../../kernel/clock.ts'
import type { Lang } from '../../../kernel/words.ts'
import { html, type Html, type Piece } from '../../../platform/page/html.ts'
import type { Page, PageCall } from '../../../platform/page/page.ts'
import { notice, tag } from '../../../platform/page/parts.ts'
import type { Tools } from '../../../platform/tools.ts'
import { newestDemoMessages } from '../demo-message-store.ts'
import { answer } from './frame.ts'
import { notFoundAnswer } from './not-found.ts'

/** Somebody of the demo town, and how he signs in. */
export interface DemoPerson {
  role: Record<Lang, string>
  name: string
  userName: string
  /** The second factor as it is now; null for who has none. */
  oneTimeCode: { code: string; secondsLeft: number } | null
}

/** Another program of the demo that people enter from here. */
export interface DemoPlace {
  name: Record<Lang, string>
  href: string
}

/**
 * D26: what the demo would have sent, and who lives in it. `people` comes from the wiring, since only the demo town
 * knows the password of its people. Outside of the demo the page is not there.
 */
export const demoPage = (given: { people: (tools: Tools) => Promise<readonly DemoPerson[]>; password: string; places?: () => readonly DemoPlace[] }): Page => ({
  method: 'GET', path: '/demo', guard: 'anyone',
  async render(call) {
    if (!call.tools.config.demo) return notFoundAnswer(call)
    const { t } = call
    const places = given.places?.() ?? []
    const [people, messages] = [await given.people(call.tools), await newestDemoMessages(call.tools.db, 40)]
    return answer(call, {
      title: t('portal.demo'),
      width: 'form',
      body: html`<h1>${t('portal.demo')}</h1>${notice(t('portal.demo.lead'))}
<p class="deeds"><a class="button quiet" href="#messages">${t('portal.demo.messages')}</a></p>
<section class="section" id="people"><h2>${t('portal.demo.people')}</h2><p>${t('portal.demo.password')} <code>${given.password}</code></p>${peopleTable(call, people)}</section>
${places.length > 0 && html`<section class="section" id="places"><h2>${t('portal.demo.places')}</h2><p>${t('portal.demo.places.lead')}</p><p class="deeds">${
  places.map((place) => html`<a class="button quiet" href="${place.href}">${place.name[call.lang]}</a>`)}</p></section>`}
<section class="section" id="messages"><div class="head"><h2>${t('portal.demo.messages')}</h2><a href="/demo#messages">${t('portal.demo.refresh')}</a></div>${
  messages.length === 0 ? html`<p class="hint">${t('portal.demo.no_messages')}</p>` : html`<div class="stack">${messages.map((message) => html`<article class="card">
<p class="hint">${tag(t(`portal.demo.${message.channel}`))} ${t('portal.demo.to', { address: message.address })} <time datetime="${message.sentAt.toISOString()}">${minuteOf(message.sentAt)}</time></p>
${message.subject && html`<h3>${message.subject}</h3>`}<p>${linked(message.body, call.tools.config.publicUrl)}</p></article>`)}</div>`}</section>`,
    })
  },
})

function peopleTable({ t, lang }: PageCall, people: readonly DemoPerson[]): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${t('portal.demo.people')}"><table class="table"><thead><tr>
<th scope="col">${t('portal.demo.person')}</th><th scope="col">${t('portal.demo.user_name')}</th><th scope="col">${t('portal.demo.code')}</th></tr></thead><tbody>${people.map((person) => html`<tr>
<td>${person.name} <span class="hint role">${person.role[lang]}</span></td><td><code>${person.userName}</code></td><td>${
  person.oneTimeCode ? html`<code>${person.oneTimeCode.code}</code> <span class="hint">${t('portal.demo.seconds', { n: person.oneTimeCode.secondsLeft })}</span>` : t('portal.demo.no_code')}</td></tr>`)}</tbody></table></div>`
}

/** Lines stay lines, and addresses of our own become links; all other text is only text. */
function linked(body: string, publicUrl: string): Piece[] {
  return body.split('\n').map((line, i): Piece => [
    i > 0 && html`<br>`,
    ...line.split(/(https?:\/\/[^\s，。；（）<>"]+)/).map((part): Piece => {
      const path = part.startsWith(`${publicUrl}/`) ? part.slice(publicUrl.length) : null
      return path ? html`<a href="${path}">${part}</a>` : part
    }),
  ])
}
