import type { Client } from './client.ts'
import { html, type Markup, type Piece } from './html.ts'
import type { Visitor } from './sessions.ts'
import { sentence, type SampleLang, type Word } from './words.ts'

/** What every page needs: in which language, of which subsystem, and where the platform is. */
export interface Place {
  lang: SampleLang
  client: Client | null
  /** Path of the page, for the switch of languages. */
  path: string
  platform: string
}

const nameOf = (client: Client, lang: SampleLang) => (lang === 'en' && client.nameEn) || client.name
const aboutOf = (client: Client, lang: SampleLang) => (lang === 'en' && client.aboutEn) || client.about
const speaker = ({ lang }: Place) => (key: Word, params?: Record<string, string>) => sentence(lang, key, params)
const minute = (time: Date) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' }).format(time)

function page(place: Place, title: string, body: Piece): string {
  const t = speaker(place)
  const name = place.client ? nameOf(place.client, place.lang) : t('start')
  const other = place.lang === 'zh' ? 'en' : 'zh'
  return html`<!doctype html>
<html lang="${place.lang === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} - ${name}</title><link rel="stylesheet" href="/style.css"><link rel="icon" href="data:,"></head><body>
<div class="strip">${t('strip')}</div>
<header><strong>${name}</strong><a href="${place.path}?lang=${other}" lang="${other === 'zh' ? 'zh-CN' : 'en'}">${t('language')}</a><a href="${place.platform}/app/">${t('to_platform')}</a></header>
<main><h1>${title}</h1>${body}</main></body></html>`.text
}

export function startPage(place: Place, clients: readonly Client[]): string {
  const t = speaker(place)
  return page(place, t('start'), [html`<p>${t('start_text')}</p><br>`, clients.map((client) => html`<section class="card"><h2>${nameOf(client, place.lang)}</h2>
<p class="quiet">${aboutOf(client, place.lang)}</p><p class="deeds"><a class="button" href="/${client.code}/">${t('open')}</a></p></section>`)])
}

export function doorPage(place: Place, client: Client): string {
  const t = speaker(place)
  return page(place, t('sample'), html`<section class="card"><p>${aboutOf(client, place.lang)}</p><p class="quiet">${t('sign_in_text')}</p>
<p class="deeds">${signInButton(place, client)}</p></section>`)
}

const signInButton = (place: Place, client: Client, word: Word = 'sign_in'): Markup =>
  html`<a class="button" href="/${client.code}/sign-in">${speaker(place)(word)}</a>`

export function insidePage(place: Place, client: Client, visitor: Visitor): string {
  const t = speaker(place)
  return page(place, t('hello', { name: visitor.name }), html`<section class="card"><dl>
<div><dt>${t('who')}</dt><dd>${visitor.name}</dd></div><div><dt>${t('unit')}</dt><dd>${visitor.unit ?? t('none')}</dd></div>
<div><dt>${t('since')}</dt><dd>${minute(visitor.since)}</dd></div></dl><p class="good">${t('checked')}</p>
<div class="deeds"><a class="button" href="/${client.code}/records">${t('to_records')}</a>${signOutForm(place, client)}</div></section>`)
}

const signOutForm = (place: Place, client: Client): Markup =>
  html`<form method="post" action="/${client.code}/sign-out"><button class="plain">${speaker(place)('sign_out')}</button></form>`

export function recordsPage(place: Place, client: Client): string {
  const t = speaker(place)
  return page(place, t('records'), html`<section class="card"><p>${t('records_text', { name: nameOf(client, place.lang) })}</p>
<div class="deeds"><a class="button plain" href="/${client.code}/">${t('home')}</a>${signOutForm(place, client)}</div></section>`)
}

/** Somebody is not, or no longer, let in: what happened, what the platform says, and the way on. */
export function outPage(place: Place, client: Client, what: 'out' | 'ended' | 'refused' | 'stale' | 'unknown', why = ''): string {
  const t = speaker(place)
  const title = what === 'stale' ? 'refused' : what
  const text = what === 'stale' ? 'stale' : (`${what}_text` as const)
  return page(place, t(title), html`<section class="card out" role="alert"><p>${t(text)}</p>${why !== '' && html`<p class="quiet">${t('out_said', { why })}</p>`}
<div class="deeds"><a class="button" href="${place.platform}/app/">${t('to_platform')}</a>${what !== 'unknown' && html`<a class="button plain" href="/${client.code}/sign-in">${t('again')}</a>`}</div></section>`)
}

export function signedOutPage(place: Place, client: Client): string {
  const t = speaker(place)
  return page(place, t('signed_out'), html`<section class="card"><p>${t('signed_out_text')}</p><p class="deeds">${signInButton(place, client, 'again')}</p></section>`)
}

export const notFoundPage = (place: Place): string => page(place, speaker(place)('not_found'), null)
