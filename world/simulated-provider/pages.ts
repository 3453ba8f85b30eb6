import { html, type Piece } from '../sample-subsystem/html.ts'
import type { Subject } from './subject.ts'

const words = {
  zh: {
    name: '模拟统一身份认证（演示）', strip: '这是演示用的模拟身份提供方，不是真实的统一身份认证平台，其中的单位和人员均为虚构。',
    title: '选择登录的账号', lead: '点击任意一个账号，即以其身份返回平台。演示中不需要密码。', legal: '法人用户', person: '个人用户', none: '没有此类账号。',
    cancel: '取消登录', gone: '此次登录已失效', gone_text: '请返回平台重新登录。', language: 'English',
    home_text: '请从平台首页点击“法人用户”或“个人用户”登录。',
  },
  en: {
    name: 'Simulated identity provider (demonstration)', strip: 'This is a simulation for the demonstration, not a real identity provider. All units and people are fictional.',
    title: 'Choose who signs in', lead: 'Press any account to go back to the platform as that one. The demonstration needs no password.', legal: 'Legal entities', person: 'People', none: 'There is none.',
    cancel: 'Cancel', gone: 'This sign-in is no longer valid', gone_text: 'Please go back to the platform and sign in again.', language: '中文',
    home_text: 'Please begin at the front page of the platform, with the door for legal entities or for people.',
  },
} as const
export type Lang = keyof typeof words

function page(lang: Lang, path: string, title: string, body: Piece): string {
  const t = words[lang]
  const other = lang === 'zh' ? 'en' : 'zh'
  return html`<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} - ${t.name}</title><link rel="stylesheet" href="/style.css"><link rel="icon" href="data:,"></head><body>
<div class="strip" role="note">${t.strip}</div>
<header><strong>${t.name}</strong><a href="${path}?lang=${other}" lang="${other === 'zh' ? 'zh-CN' : 'en'}">${t.language}</a></header>
<main><h1>${title}</h1>${body}</main></body></html>`.text
}

/** Who may be chosen at this door; each is a button of its own. */
export function choosePage(lang: Lang, path: string, kind: Subject['kind'], subjects: readonly Subject[]): string {
  const t = words[lang]
  const shown = subjects.filter((subject) => subject.kind === kind)
  return page(lang, path, t.title, html`<p>${t.lead}</p><section class="card"><h2>${t[kind]}</h2>${
    shown.length === 0 ? html`<p>${t.none}</p>` : shown.map((subject) => html`<form method="post" action="${path}"><button class="button plain choice" name="sub" value="${subject.sub}">
<span><b>${String(subject.claims.unit_name ?? subject.claims.name)}</b><span class="quiet">${lang === 'en' ? subject.aboutEn : subject.about}</span></span></button></form>`)}</section>
<form method="post" action="${path}"><button class="button plain" name="sub" value="">${t.cancel}</button></form>`)
}

export const gonePage = (lang: Lang, path: string): string => page(lang, path, words[lang].gone, html`<p>${words[lang].gone_text}</p>`)
export const homePage = (lang: Lang, path: string): string => page(lang, path, words[lang].name, html`<p>${words[lang].home_text}</p>`)
