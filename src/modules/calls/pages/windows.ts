import { secondOf } from '../../../kernel/clock.ts'
import { html, type Html } from '../../../platform/page/html.ts'
import type { PageCall } from '../../../platform/page/page.ts'
import { tag } from '../../../platform/page/parts.ts'
import { levels, type CallDocument } from '../document.ts'
import { levelsOf, windowForAll, type WindowRow } from '../windows.ts'
import { asWritten, bounds } from './frame.ts'

/** The chain with its windows, the rule of the second, and every move with its reason (I12, E55). */
export function windowsSection(call: PageCall, document: CallDocument, windows: readonly WindowRow[]): Html {
  const { t } = call
  const moves = windows.filter(({ nth }) => nth > 1).sort((a, b) => b.movedAt.getTime() - a.movedAt.getTime() || levels.indexOf(a.level) - levels.indexOf(b.level))
  return html`<section class="section part" id="windows"><h2>${t('calls.page.windows')}</h2>
<ol class="path">${levelsOf(document).map((level) => {
    const window = windowForAll(windows, level)
    return html`<li><b>${t(`calls.level.${level}`)}</b><span>${window ? bounds(call, window) : t('calls.page.no_window')}</span></li>`
  })}</ol>
<div class="prose"><ul><li>${t('calls.page.second')}</li>${document.chain.department && html`<li>${t('calls.page.department')}</li>`}<li>${
    t('calls.page.correction', { n: document.correctionDays })}</li>${document.fastReturn && html`<li>${t('calls.page.fast')}</li>`}</ul></div>
${moves.length > 0 && html`<h3>${t('calls.page.moves')}</h3><ul class="items">${moves.map((row) => html`<li><div><b>${t(`calls.level.${row.level}`)}</b> ${
    row.begunBefore && tag(t('calls.page.cohort', { time: secondOf(row.begunBefore) }))}<br>${bounds(call, row)}<br>${t('calls.page.reason')}${asWritten(row.reason)}</div><time datetime="${
    row.movedAt.toISOString()}">${t('calls.page.moved_at', { time: secondOf(row.movedAt) })}</time></li>`)}</ul>`}</section>`
}
