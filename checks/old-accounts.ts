import { columns, type Cells } from '../src/modules/legacy/columns.ts'
import { csvLine } from '../src/modules/legacy/report.ts'
import { demoCreditCode, demoMail, demoMobile, demoResidentId } from '../src/codes/demo-numbers.ts'

/** Files of an older system, of never-issued numbers: the same `n` is the same account. */
export type OldLine = Partial<Cells>

export const oldUnit = (n: number): { unitName: string; unitCode: string } =>
  ({ unitName: `示例转入${n}有限公司（演示）`, unitCode: demoCreditCode('tianjin', 200_000 + n) })

/** Numbers apart from those of the town and of other tests. */
const phoneOf = (n: number) => demoMobile(70_000_000 + n)
const birthOf = (n: number) => `${1950 + (Math.floor(n / 1000) % 50)}-${String((Math.floor(n / 50_000) % 12) + 1).padStart(2, '0')}-15`

export const unitLine = (n: number, more: OldLine = {}): OldLine => ({
  kind: '单位管理用户', userName: `yuan_danwei${n}`, name: '沈青禾', phone: phoneOf(n), mail: demoMail(`yuan.danwei${n}`), status: '已启用', ...oldUnit(n),
  legalRepresentative: '江见秋', legalNature: '营利法人', legalType: '有限责任公司', authority: '海河示范区科学技术局（演示）', district: '和平区', address: `示例路${n}号`, ...more,
})

export const personLine = (n: number, unit: number, more: OldLine = {}): OldLine => ({
  kind: '填报用户', userName: `yuan_geren${n}`, name: '林知远', documentType: '居民身份证', document: demoResidentId('tianjin', birthOf(n), n % 1000),
  phone: phoneOf(1_000_000 + n), mail: demoMail(`yuan.geren${n}`), status: '已启用', ...oldUnit(unit), ...more,
})

const headings = columns.map(({ heading }) => heading)
const cellsIn = (line: OldLine): string[] => columns.map(({ name }) => line[name] ?? '')

/** As the older system writes it: without the apostrophes that our own reports put before formulas. */
export const textOf = (lines: readonly (OldLine | string)[]): string =>
  [csvLine(headings), ...lines.map((line) => (typeof line === 'string' ? `${line}\r\n` : `${cellsIn(line).map(quoted).join(',')}\r\n`))].join('')

const quoted = (value: string): string => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)

const encoders = new Map<string, number[]>()
/** The bytes of a text in GB 18030, by turning the decoder of the platform round. */
export function gb18030(text: string): Buffer {
  if (encoders.size === 0) fillEncoders()
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x80) bytes.push(code)
    else {
      const found = encoders.get(character) ?? fourBytes(code)
      encoders.set(character, found)
      bytes.push(...found)
    }
  }
  return Buffer.from(bytes)
}

function fillEncoders(): void {
  const decoder = new TextDecoder('gb18030')
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if ([...character].length === 1 && character !== '\uFFFD' && !encoders.has(character)) encoders.set(character, [lead, trail])
    }
  }
}

/** Four bytes lie in order: those of the basic plane are found by decoding, the supplementary planes are reckoned. */
function fourBytes(code: number): number[] {
  const at = (n: number, lead: number) => [lead + Math.floor(n / 12_600), 0x30 + (Math.floor(n / 1260) % 10), 0x81 + (Math.floor(n / 10) % 126), 0x30 + (n % 10)]
  if (code >= 0x10000) return at(code - 0x10000, 0x90)
  const decoder = new TextDecoder('gb18030')
  for (let n = 0; n < 39_420; n++) {
    if (decoder.decode(Uint8Array.from(at(n, 0x81))).codePointAt(0) === code) return at(n, 0x81)
  }
  throw new Error(`no bytes for U+${code.toString(16)}`)
}
