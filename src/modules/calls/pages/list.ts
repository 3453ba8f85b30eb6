import { html, type Html } from '../../../platform/page/html.ts'
import type { Page, PageCall } from '../../../platform/page/page.ts'
import { tag } from '../../../platform/page/parts.ts'
import { callLines, type CallLine } from '../published.ts'
import { phaseOf } from '../desk.ts'
import { toneOf } from './tone.ts'
import { answer, bounds, sentence } from './frame.ts'

/** Every call that was published: open, coming, closed. */
export const callList: Page = {
  method: 'GET', path: '/calls', guard: 'anyone',
  async render(call) {
    const { t, tools } = call
    const now = tools.clock.now()
    const calls = (await callLines(tools.db)).map((one) => ({ ...one, phase: phaseOf(one.state, one.leader, now) }))
    const in_ = (phase: 'open' | 'coming' | 'closed') => calls.filter((one) => one.phase === phase)
    const soonest = (a: CallLine, b: CallLine) => a.leader.closesAt.getTime() - b.leader.closesAt.getTime()
    const [open, coming, closed] = [in_('open').sort(soonest), in_('coming').sort(soonest), in_('closed')]
    return answer(call, {
      title: t('calls.page.calls'),
      description: t('calls.page.lead'),
      body: html`<h1>${t('calls.page.calls')}</h1><p class="lead">${t('calls.page.lead')}</p>
${section(call, 'open', open)}${coming.length > 0 && section(call, 'coming', coming)}${closed.length > 0 && section(call, 'closed', closed)}`,
    })
  },
}

function section(call: PageCall, phase: 'open' | 'coming' | 'closed', calls: readonly CallLine[]): Html {
  const { t } = call
  return html`<section class="section part" id="${phase}"><h2>${t(`calls.phase.${phase}`)}</h2>${
    calls.length === 0 ? html`<p>${t('calls.page.none_open')}</p>` : html`<div class="stack">${calls.map((one) => card(call, one, phase))}</div>`}</section>`
}

function card({ t, lang }: PageCall, one: CallLine, phase: 'open' | 'coming' | 'closed'): Html {
  return html`<a class="card" href="/calls/${one.code}"><h3>${sentence(one.title, lang)}</h3>
<p>${tag(t(`calls.phase.${phase}`), toneOf(phase))} ${sentence(one.category, lang)}</p><p>${t('calls.page.apply_from')}${bounds({ t }, one.leader)}</p></a>`
}
