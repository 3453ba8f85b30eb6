import { zipSync, strToU8 } from 'fflate'
import { minuteOf } from '../../kernel/clock.ts'
import { html, type Html } from '../../platform/page/html.ts'
import type { PersonalSection } from '../../platform/personal-data.ts'
import { presentFacts, wholeOf, type Reader } from './show.ts'

export interface ShownLook {
  at: string
  what: string
  by: string | null
  mandate: string | null
  reason: string | null
}

export interface MyFile {
  site: string
  name: string
  userName: string
  at: Date
  sections: readonly PersonalSection[]
  looks: readonly ShownLook[]
  moreLooks: boolean
}

/** `myData.field.userName` -> `userName`: a name that programs can rely on in both languages. */
const keyOf = (word: string): string => word.split('.').at(-1) ?? word

/** For programs: keys, labels and whole values; times in UTC. */
const jsonOf = (file: MyFile, reader: Reader) => ({
  platform: file.site, userName: file.userName, name: file.name, madeAt: file.at.toISOString(), language: reader.lang,
  sections: file.sections.map(({ title, items, more = false }) => ({
    key: keyOf(title), title: reader.t(title), isComplete: !more,
    items: items.map((item) => presentFacts(item).map(({ label, value }) => ({ key: keyOf(label), label: reader.t(label), value: wholeOf(value, reader) }))),
  })),
  looks: { isComplete: !file.moreLooks, items: file.looks },
})

const style = `body{font:16px/1.7 "Noto Sans SC","Source Han Sans SC","Microsoft YaHei",sans-serif;color:#1f2328;max-width:960px;margin:2rem auto;padding:0 1rem}
h1{font-size:1.6rem}h2{font-size:1.2rem;border-bottom:2px solid #1f2328;padding-bottom:.25rem;margin-top:2.5rem}
dl{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.15rem 1rem;border-bottom:1px solid #d0d7de;padding-bottom:.75rem;margin:.75rem 0}
dt{color:#57606a}dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}.quiet{color:#57606a}
@media(max-width:480px){dl{grid-template-columns:1fr}dd{margin-bottom:.4rem}}@media print{dl{break-inside:avoid}}`

const list = (facts: readonly (readonly [label: string, value: string])[]): Html =>
  html`<dl>${facts.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`

/** For people: opens in any browser, loads nothing and prints well. */
function htmlOf(file: MyFile, reader: Reader): string {
  const { t } = reader
  const value = (one: Parameters<typeof wholeOf>[0]) => (one instanceof Date ? minuteOf(one) : wholeOf(one, reader))
  const section = ({ title, items, more }: PersonalSection) => html`<section><h2>${t(title)}</h2>
    ${items.length === 0 && html`<p class="quiet">${t('myData.section.none')}</p>`}
    ${items.map((item) => list(presentFacts(item).map((fact) => [t(fact.label), value(fact.value)])))}
    ${more && html`<p class="quiet">${t('myData.file.more', { n: items.length })}</p>`}</section>`
  const looks = file.looks.map((one) => list([
    [t('myData.field.at'), minuteOf(new Date(one.at))], [t('myData.field.what'), one.what], [t('myData.field.by'), one.by ?? t('myData.platform')],
    ...(one.mandate ? [[t('myData.field.mandate'), one.mandate] as const] : []), ...(one.reason ? [[t('myData.field.reason'), one.reason] as const] : []),
  ]))
  return html`<!doctype html>
<html lang="${reader.lang === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${t('myData.title')} - ${file.name}</title><style>${style}</style></head><body><main>
<h1>${t('myData.title')}</h1><p>${t('myData.file.of', { site: file.site, name: file.name, userName: file.userName, time: minuteOf(file.at) })}</p>
<p class="quiet">${t('myData.not_shown')}</p>${file.sections.map(section)}
<section><h2>${t('myData.looks.title')}</h2>${looks.length === 0 && html`<p class="quiet">${t('myData.looks.none')}</p>`}${looks}
${file.moreLooks && html`<p class="quiet">${t('myData.file.more', { n: looks.length })}</p>`}</section></main></body></html>`.toString()
}

/** Both in one archive. */
export function zipOf(file: MyFile, reader: Reader): Uint8Array {
  const mtime = file.at
  return zipSync({
    'my-data.html': [strToU8(htmlOf(file, reader)), { mtime }],
    'my-data.json': [strToU8(JSON.stringify(jsonOf(file, reader), null, 2)), { mtime }],
  })
}
