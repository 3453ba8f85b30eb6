import { readFileSync } from 'node:fs'
import { toString as qrCode } from 'qrcode'
import sharp from 'sharp'
import { callDocument, type CallDocument } from '../src/modules/calls/document.ts'
import type { RichDocument, RichNode } from '../src/modules/calls/form/definition.ts'
import { printOf, type Printable } from '../src/modules/prints/compose.ts'
import { makePress, pressLimits } from '../src/platform/pdf/press.ts'
import { readPdf } from '../src/platform/pdf/testing/read-pdf.ts'
import { translate } from '../src/words.ts'
import { exampleValues } from '../world/calls/filled.ts'
import { zhongdianYanfa } from '../world/calls/zhongdian-yanfa.ts'
import { quantile } from './measure/compare.ts'

const sentence = '针对城市桥梁与地下管廊巡检周期长、早期病害难以发现的问题，研究利用既有通信光缆进行连续振动测量的方法，突破耦合未知条件下的标定、多源数据时空对齐与小样本异常识别等关键技术。'

const paragraph = (text: string): RichNode => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const cell = (text: string): RichNode => ({ type: 'tableCell', content: [paragraph(text)] })
/** About eight pages: headings, paragraphs, lists, a table, a picture. */
function text(n: number): RichDocument {
  const content: RichNode[] = []
  for (let part = 1; part <= 12; part++) {
    content.push({ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: `第${part}节（${n}）` }] })
    for (let i = 0; i < 3; i++) content.push(paragraph(sentence.repeat(3)))
    content.push({ type: 'bulletList', content: [1, 2, 3].map((i) => ({ type: 'listItem', content: [paragraph(`要点${i}：${sentence.slice(0, 40)}`)] })) })
    if (part % 4 === 0) {
      content.push({ type: 'table', content: Array.from({ length: 8 }, (_, y) => ({ type: 'tableRow', content: [1, 2, 3, 4].map((x) => cell(`${y}.${x} ${sentence.slice(0, 20)}`)) })) })
      content.push({ type: 'image', attrs: { fileId: 'picture', width: 480 } })
    }
  }
  return { type: 'doc', content }
}

const template = readFileSync(new URL('../src/modules/prints/application.typ', import.meta.url), 'utf8')

async function orderOf(n: number, document: CallDocument, picture: Buffer) {
  const values = { ...exampleValues(document), grounds: text(n), contents: text(n) }
  const of: Printable = {
    applicationId: String(n), submitted: { revision: 1, number: `BENCH-${String(n).padStart(6, '0')}`, receivedAt: new Date(), hash: n.toString(16).padStart(64, '0') }, title: '', leaderName: '演示人',
    unitName: '渝江示范大学', secondaryUnitName: '软件学院', callCode: 'BENCH', callVersion: 1, document, content: { values, facts: {}, members: [], files: [] },
  }
  const data = printOf(of, { lang: 'zh', t: translate.zh, codeName: (_, code) => code }, { platform: '示范平台', publicUrl: 'https://kehui.example.org', pictures: () => ({ name: 'picture.jpg' }), now: new Date() })
  return { template, data, images: { 'picture.jpg': picture, 'qr.svg': Buffer.from(await qrCode(data.verify, { type: 'svg', margin: 0 })) }, at: new Date() }
}

/**
 * So many applications of 20 pages with pictures and tables, one after the other, as the job prints them: seconds each, the most memory
 * of the process that sets them, and that it is replaced after fifty.
 */
export async function measurePrints(documents: number): Promise<string> {
  const picture = await sharp({ create: { width: 1200, height: 800, channels: 3, noise: { type: 'gaussian', mean: 128, sigma: 30 }, background: '#888' } }).jpeg({ quality: 80 }).toBuffer()
  const document = callDocument.parse(zhongdianYanfa(new Date()))
  const press = makePress(pressLimits)
  const seconds: number[] = []
  let last: { pdf: Buffer; pages: number } | null = null
  const begun = performance.now()
  for (let n = 0; n < documents; n++) {
    const order = await orderOf(n, document, picture)
    const from = performance.now()
    last = await press.print(order)
    seconds.push((performance.now() - from) / 1000)
  }
  const all = (performance.now() - begun) / 1000
  const { started, mostMegabytes } = press.measured()
  press.stop()
  const read = last && await readPdf(last.pdf)
  if (!read?.pages.join('').includes(sentence.slice(0, 30))) throw new Error('the text of the print cannot be read back')
  const s = (value: number | undefined) => (value ?? 0).toFixed(2)
  return `## Prints

| documents | pages | KB | s in all | s first | s median | s p95 | s most | processes | MB of a process | MB of the bench |
| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
| ${documents} | ${last?.pages} | ${Math.round((last?.pdf.length ?? 0) / 1024)} | ${all.toFixed(1)} | ${s(seconds[0])} | ${s(quantile(seconds, 0.5))} | ${s(quantile(seconds, 0.95))} | ${s(Math.max(...seconds))} | ${started} | ${mostMegabytes} | ${Math.round(process.memoryUsage.rss() / 1_048_576)} |

A process is replaced after ${pressLimits.documents} documents. Text read back; fonts embedded: ${read.fonts.join(', ')}.
`
}
