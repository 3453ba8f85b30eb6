import { readFileSync } from 'node:fs'
import jsqr from 'jsqr'
import { toString as qrCode } from 'qrcode'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { Lang } from '../../kernel/words.ts'
import { renderDocument } from '../../platform/pdf/render.ts'
import { readPdf } from '../../platform/pdf/testing/read-pdf.ts'
import { translate } from '../../words.ts'
import { exampleValues } from '../../../world/calls/filled.ts'
import { zhongdianYanfa } from '../../../world/calls/zhongdian-yanfa.ts'
import { callDocument } from '../calls/document.ts'
import { checkCounts } from '../calls/form/check-counts.ts'
import { checkContent } from '../calls/form/check.ts'
import type { Content, RichDocument } from '../calls/form/definition.ts'
import { printKey, printOf, type Printable } from './compose.ts'
import type { Pictures } from './rich-print.ts'

const template = readFileSync(new URL('./application.typ', import.meta.url), 'utf8')
const document = callDocument.parse(zhongdianYanfa(new Date('2026-11-01T00:00:00Z')))
const content: Content = {
  values: exampleValues(document), facts: { 'unit.name': '渝江示范大学', 'leader.name': '演示人' },
  members: [{ id: 'm', name: '演示成员', unit: '示范医院', title: '教授', role: 'member', task: '#strong[算法]', months: 6, state: 'confirmed' }],
  files: [{ id: 'f', fieldId: document.form.tabs.flatMap((tab) => tab.fields).find(({ kind }) => kind === 'files')?.id ?? '', name: '签字页.pdf', kind: 'pdf', bytes: 1000, sha256: 'ab'.repeat(32), pages: 3, state: 'clean' }],
}
const hash = '0123456789abcdef'.repeat(4)
const submitted: Printable = {
  applicationId: 'a', submitted: { revision: 2, number: 'ZDYF2026-000123', receivedAt: new Date('2026-11-22T08:59:41Z'), hash }, title: '', leaderName: '演示人', unitName: '渝江示范大学',
  secondaryUnitName: '软件学院', callCode: 'ZDYF', callVersion: 2, document, content,
}

async function printed(of: Printable, lang: Lang = 'zh', images: Record<string, Uint8Array> = {}, pictures: Pictures = () => null) {
  const data = printOf(of, { lang, t: translate[lang], codeName: (_list, code) => `代码${code}` }, { platform: '示范平台', publicUrl: 'https://kehui.example.org', pictures, now: new Date('2026-11-22T09:00:00Z') })
  const qr: Record<string, Uint8Array> = data.qr ? { 'qr.svg': Buffer.from(await qrCode(data.verify, { type: 'svg', margin: 0 })) } : {}
  const { pdf, pages } = await renderDocument({ template, data, images: { ...images, ...qr }, at: new Date(0) })
  return { ...(await readPdf(pdf)), count: pages, data }
}
const squeezed = (text: string) => text.replaceAll(/\s/g, '')

describe('E63 the printed application', () => {
  test('says everything that was frozen, in its order, with labels, sums and the number of each page', async () => {
    const { pages, count, info, fonts } = await printed(submitted)
    const text = pages.join('')
    expect(pages).toHaveLength(count)
    pages.forEach((page, i) => expect(page).toContain(`第${i + 1}页共${count}页`))
    pages.forEach((page) => expect(page).toContain('ZDYF2026-000123'))
    expect(pages[0]).toContain('2026-11-2216:59:41（第2版）')
    for (const part of ['基于既有光缆的桥梁与管廊健康连续感知关键技术', '渝江示范大学', '软件学院', '一、基本信息', '财政资金万元', '合计150.0015.30165.30', '#strong[算法]', '签字页.pdf3abababababababab', '已承诺']) expect(text).toContain(squeezed(part))
    expect(info).toMatchObject({ Title: '基于既有光缆的桥梁与管廊健康连续感知关键技术 (ZDYF2026-000123)', Author: '演示人' })
    expect(fonts).toEqual(['NotoSansSC-Bold', 'NotoSansSC-Regular'])
    expect(text).not.toContain('草稿')
  })

  test('is marked 草稿 on every page while it is a draft, and bears neither number nor code', async () => {
    const { pages, data } = await printed({ ...submitted, submitted: null })
    for (const page of pages) expect(page).toContain('草稿')
    expect(data).toMatchObject({ qr: false, verify: '', hash: '' })
    expect(pages.join('')).not.toContain('ZDYF2026')
  })

  test('has English labels for who reads English, and what people wrote as they wrote it', async () => {
    const { pages } = await printed(submitted, 'en')
    const text = pages.join('')
    expect(pages[0]).toContain('Projectapplication')
    expect(pages.at(-1)).toContain(`Page${pages.length}of${pages.length}`)
    expect(text).toContain('基于既有光缆的桥梁与管廊健康连续感知关键技术')
    expect(text).toContain('checkspassed,rulesetv2')
  })

  test('shows texts with tables, lists, marks, pictures and links, however badly they were pasted', async () => {
    const paragraph = (text: string, marks: string[] = []) => ({ type: 'paragraph', content: [{ type: 'text', text, marks: marks.map((type) => ({ type })) }] })
    const td = (text: string, attrs: Record<string, unknown> = {}, type = 'tableCell') => ({ type, attrs, content: [paragraph(text)] })
    const tree: RichDocument = {
      type: 'doc', content: [
        { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: '小标题' }] }, paragraph('x', ['bold', 'italic', 'underline', 'superscript', 'subscript']), { type: 'paragraph' },
        { type: 'orderedList', attrs: { start: 3 }, content: [{ type: 'listItem', content: [paragraph('第三'), { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('内层')] }] }] }] },
        { type: 'table', content: [{ type: 'tableRow', content: [td('跨三行', { rowspan: 9 }, 'tableHeader'), td('头', { colspan: 4 }, 'tableHeader')] }, { type: 'tableRow', content: [td('甲'), td('乙', { colspan: 19 })] }] },
        { type: 'image', attrs: { fileId: 'p1', alt: '装置照片', width: 320 } }, { type: 'image', attrs: { fileId: 'p2', alt: '没有通过' } },
        { type: 'blockquote', content: [paragraph('引用')] }, { type: 'horizontalRule' },
        { type: 'paragraph', content: [{ type: 'text', text: '链接', marks: [{ type: 'link', attrs: { href: 'https://example.org/a"b' } }] }, { type: 'hardBreak' }, { type: 'text', text: 'A'.repeat(300) }] },
      ],
    }
    const field = document.form.tabs.flatMap((tab) => tab.fields).find(({ kind }) => kind === 'rich')?.id ?? ''
    const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#18f' } }).jpeg().toBuffer()
    const { pages } = await printed({ ...submitted, content: { ...content, values: { ...content.values, [field]: tree } } }, 'zh', { 'p1.jpg': picture }, (id) => (id === 'p1' ? { name: 'p1.jpg' } : null))
    const text = pages.join('')
    for (const part of ['小标题', '3.第三', '内层', '跨三行', '甲', '乙', '（图片未通过检查，未予打印）没有通过', '引用', '链接', 'A'.repeat(300)]) expect(text).toContain(part)
  })

  test('a wide table lies across the page, and its head stands on each of its pages', async () => {
    const form = structuredClone(document.form)
    const field = form.tabs.flatMap((tab) => tab.fields).find(({ id }) => id === 'milestones')
    if (field?.kind !== 'table') throw new Error('no table')
    field.columns = Array.from({ length: 12 }, (_, n) => ({ kind: 'text' as const, id: `c${n}`, label: { zh: `第${n}列`, en: '' }, required: false, max: 100 }))
    const many = Array.from({ length: 90 }, (_, n) => ({ id: `r${n}`, cells: { c0: `行${n}`, c11: `末${n}` } }))
    const { pages, sizes } = await printed({ ...submitted, document: { ...document, form }, content: { ...content, values: { ...content.values, milestones: many } } })
    const through = pages.map((page, i) => [page, sizes[i]] as const).filter(([page]) => /行\d/.test(page))
    expect(through.length).toBeGreaterThan(2)
    for (const [page, size] of through) {
      expect(page).toContain('序号第0列')
      expect(size).toEqual([842, 595])
    }
    for (const { id } of many) expect(pages.join('')).toContain(`末${id.slice(1)}`)
  })

  test('its code leads to the page that verifies it', async () => {
    const svg = await qrCode(`https://kehui.example.org/verify/${hash}`, { type: 'svg', margin: 2 })
    const { data, info } = await sharp(Buffer.from(svg), { density: 300 }).resize(500, 500).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
    expect(jsqr.default(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe(`https://kehui.example.org/verify/${hash}`)
    expect((await printed(submitted)).data.verify).toBe(`https://kehui.example.org/verify/${hash}`)
  })
})

describe('E63 what a print is called', () => {
  const key = (more: object = {}, lang = 'zh') => printKey({ ...submitted, ...more }, lang, 'https://a')
  test('the same version has one name; another version, language or platform has another', () => {
    expect(key()).toBe(key({ title: 'another', content: null }))
    const names = [key(), key({ submitted: { revision: 3, hash } }), key({ submitted: { revision: 2, hash: 'f'.repeat(64) } }), key({}, 'en'), key({ applicationId: 'b' }), printKey(submitted, 'zh', 'https://b')]
    expect(new Set(names).size).toBe(names.length)
  })
  test('a draft has another name after every change of what stands in it', () => {
    const draft = { submitted: null }
    expect(key(draft)).not.toBe(key({ ...draft, content: { ...content, values: { ...content.values, title: '改' } } }))
    expect(key(draft)).not.toBe(key({ ...draft, content: { ...content, files: [] } }))
  })
})

test('N15 the print says what every desk says: the same count of the same checks', () => {
  const worse = { ...content, values: { ...content.values, title: '', summary: '' } }
  const shown = (of: Content) => checkCounts(document.form, of, checkContent(document, of))
  const row = (of: Content) => printOf({ ...submitted, content: of }, { lang: 'zh', t: translate.zh, codeName: (_list, code) => code }, { platform: '', publicUrl: '', pictures: () => null, now: new Date(0) }).chapters.at(-1)?.blocks
  const { all, passed } = shown(content)
  expect(shown(worse)).toMatchObject({ all, passed: passed - 2 })
  for (const one of [content, worse]) expect(JSON.stringify(row(one))).toContain(`${shown(one).passed}/${all} 项检查通过`)
})
