import { afterAll, describe, expect, test } from 'vitest'
import { isDrawable } from './fonts.ts'
import type { PdfJob } from './job.ts'
import { legible, legibleData } from './legible.ts'
import { makePress, pressLimits, PressBusy, PressFailed, type Press } from './press.ts'
import { renderDocument } from './render.ts'
import { readPdf } from './testing/read-pdf.ts'

const template = `#let d = json("data.json")
#set text(font: "Noto Sans SC", fallback: false, lang: "zh")
#set document(title: d.title)
#for line in d.lines { par(line) }`
const job = (lines: string[], more: Partial<PdfJob> = {}): PdfJob => ({ template, data: { title: '题目', lines }, images: {}, at: new Date(0), ...more })

describe('E63 a document', () => {
  test('prints what people wrote as it stands: nothing of it is a program', async () => {
    const nasty = ['#panic("x")', '#eval("1+1")', '$ sum x $', '\\u{41} \\ back', '[方括号] {花括号} *星* _下划线_ `反引号`', '= 标题', '@标签 <标签>', '// 注释 /* */', '"引号" \'单\'', '#include "/etc/passwd"', '- 项', 'https://example.org']
    const { pdf, pages } = await renderDocument(job(nasty))
    const [text] = (await readPdf(pdf)).pages
    for (const line of nasty) expect(text).toContain(line.replaceAll(/\s/g, ''))
    expect(pages).toBe(1)
  })

  test('has its fonts within it, a title and a language, and Chinese text that can be copied', async () => {
    const { pdf } = await renderDocument(job(['科汇：第三人民医院 12,345.60 万元', '龘㐂𬭳𫟼镕喆堃']))
    const { pages: [text], info, fonts } = await readPdf(pdf)
    expect(text).toBe('科汇：第三人民医院12,345.60万元龘㐂𬭳𫟼镕喆堃')
    expect(info).toMatchObject({ Title: '题目', Language: expect.stringMatching(/^zh/) as unknown })
    expect(fonts).toEqual(['NotoSansSC-Regular'])
    expect(pdf.toString('latin1')).toMatch(/\/FontFile2/)
  })

  test('is the same, byte for byte, for the same job', async () => {
    const [one, two] = [await renderDocument(job(['相同'])), await renderDocument(job(['相同']))]
    expect(one.pdf.equals(two.pdf)).toBe(true)
  })

  test('reads no file of the machine', async () => {
    for (const path of ['/etc/passwd', '../../../../etc/passwd', 'package.json']) {
      await expect(renderDocument(job([], { template: `#read("${path}")` })), path).rejects.toThrow(PressFailed)
    }
    await expect(renderDocument(job([], { template: '#import "@preview/cetz:0.3.1"' }))).rejects.toThrow(PressFailed)
  })

  test('says why it cannot be set, and the next one is set', async () => {
    await expect(renderDocument(job([], { template: '#let x = (' }))).rejects.toThrow(PressFailed)
    expect((await renderDocument(job(['好']))).pages).toBe(1)
  })
})

describe('E63 characters that the fonts lack', () => {
  test('stand as their code points, between marks; nobody can type the marks', () => {
    expect(isDrawable('龘'.codePointAt(0) ?? 0)).toBe(true)
    expect(isDrawable(0x20bb7)).toBe(false)
    expect(legible('𠮷野家😀')).toBe('\u{F0000}U+20BB7\u{F0001}野家\u{F0000}U+1F600\u{F0001}')
    expect(legible('\u{F0000}')).toBe('\u{F0000}U+F0000\u{F0001}')
  })
  test('what is invisible goes without a trace, lines and spaces stay', () => {
    expect(legible('a\u200d\ufe0fb\tc\nd\u0007')).toBe('ab c\nd')
    expect(legibleData({ a: ['😀', 1, null, { b: true }] })).toEqual({ a: ['\u{F0000}U+1F600\u{F0001}', 1, null, { b: true }] })
  })
})

describe('the press', () => {
  const presses: Press[] = []
  const press = (limits: Partial<typeof pressLimits>) => {
    const made = makePress({ ...pressLimits, ...limits })
    presses.push(made)
    return made
  }
  afterAll(() => presses.forEach((one) => one.stop()))

  test('starts another process after so many documents', async () => {
    const few = press({ documents: 2 })
    for (let i = 0; i < 5; i++) await few.print(job([String(i)]))
    expect(few.measured().started).toBe(3)
  })

  test('ends one that takes too long, and goes on with what waits', async () => {
    const limits = { ...pressLimits, timeoutMs: 4_000 }
    const impatient = makePress(limits)
    presses.push(impatient)
    // Each step has something new to remember: it never comes to an end within the time.
    const endless = impatient.print(job([], { template: '#let f(n, s) = if n == 0 { 0 } else { f(n - 1, s + "0") + f(n - 1, s + "1") }\n#f(60, "")' }))
    // The one behind it has the time that a new process takes on a busy machine.
    limits.timeoutMs = 60_000
    const next = impatient.print(job(['之后']))
    await expect(endless).rejects.toThrow(PressFailed)
    expect((await next).pages).toBe(1)
  }, 120_000)

  test('refuses more than may wait', async () => {
    const small = press({ mostWaiting: 1 })
    const all = await Promise.allSettled([job(['1']), job(['2']), job(['3'])].map((one) => small.print(one)))
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected'])
    expect((all[2] as PromiseRejectedResult).reason).toBeInstanceOf(PressBusy)
  })

  test('outlives the death of its process', async () => {
    const broken = press({ program: new URL('./testing/dies.mjs', import.meta.url).pathname })
    await expect(broken.print(job(['x']))).rejects.toThrow(/its process ended/)
    await expect(broken.print(job(['x']))).rejects.toThrow(PressFailed)
    expect(broken.measured().started).toBe(2)
  })
})
