import { html, trusted, type Html, type Piece } from './html.ts'
import type { PageCall } from './page.ts'

/** Absent: the blue of what is simply so. */
export type Tone = '' | 'good' | 'warn' | 'bad' | 'still'

/** A state as a word on a tint; the colour only repeats it. */
export const tag = (word: string, tone: Tone = ''): Html => html`<span class="tag ${tone}">${word}</span>`

/** A boxed remark: what is so, and what to do. */
export const notice = (body: Piece, tone: Tone = ''): Html => html`<div class="notice ${tone}">${body}</div>`

/** Where one is in a sequence; `current` counts from 0. */
export const steps = (call: Pick<PageCall, 't'>, names: readonly string[], current: number): Html => html`<ol class="steps" aria-label="${
  call.t('page.steps', { n: current + 1, of: names.length })}">${names.map((name, i) => html`<li class="${
  i < current ? 'done' : i === current ? 'current' : ''}"${i === current && html` aria-current="step"`}><span>${name}</span>${
  i < current && html`<span class="sr">${call.t('page.step.done')}</span>`}</li>`)}</ol>`

/** Labelled facts, one beneath the other. */
export const facts = (rows: readonly (readonly [label: string, value: Piece])[]): Html =>
  html`<dl class="facts">${rows.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`

export const breadcrumbs = (links: readonly { href?: string; label: string }[]): Html => html`<p class="crumbs">${links.map((l, i) =>
  html`${i > 0 && html`<i aria-hidden="true">/</i>`}${l.href ? html`<a href="${l.href}">${l.label}</a>` : html`<span aria-current="page">${l.label}</span>`}`)}</p>`

/** The drawing behind the portal's hero: many fine lines that flow together, as in the emblem. */
export function streams(): Html {
  const lines = Array.from({ length: 19 }, (_, i) => {
    const y = 20 + i * 20
    const end = 250 + (i - 9) * 2.6
    return `<path d="M-20 ${y} C 420 ${y} 620 ${end} 940 ${end} S 1300 ${end} 1460 ${end}"/>`
  }).join('')
  return trusted(`<svg class="streams" viewBox="0 0 1440 400" preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false">`
    + `<g fill="none" stroke="currentColor" stroke-width="1" vector-effect="non-scaling-stroke">${lines}</g></svg>`)
}
