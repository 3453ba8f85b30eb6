import { describe, expect, it } from 'vitest'
import { gb18030, oldUnit, personLine, textOf, unitLine, type OldLine } from '../../../checks/old-accounts.ts'
import { legacyDesk } from '../../../checks/legacy-desk.ts'
import { Refused } from '../../../world/browser.ts'
import { demoResidentId } from '../../codes/demo-numbers.ts'
import { zh } from '../../words.zh.ts'
import { legacyContract as verbs } from './contract.ts'
import { splitLine } from './lines.ts'

const { server, desk, work, send } = await legacyDesk()
const reportOf = async (id: string) => (await desk.look(`/api/platform/legacy/imports/${id}/report`)).body
const accounts = async () => (await server.tools.db.selectFrom('account').select((q) => q.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n

/** Each kind of defect with what is said of it; `n` makes the rest of the line its own. */
const defects: [string, string, (n: number) => OldLine | string][] = [
  ['legacy.kind.choose', 'kind', (n) => personLine(n, 1, { kind: '管理员' })],
  ['legacy.status.choose', 'status', (n) => personLine(n, 1, { status: '' })],
  ['user_name.format', 'userName', (n) => personLine(n, 1, { userName: '张三' })],
  ['user_name.reserved', 'userName', (n) => personLine(n, 1, { userName: 'admin1' })],
  ['person_name.required', 'name', (n) => personLine(n, 1, { name: '  ' })],
  ['person_name.characters', 'name', (n) => personLine(n, 1, { name: '林😀远' })],
  ['person_name.private_use', 'name', (n) => personLine(n, 1, { name: '林\uE000远' })],
  ['text.control', 'name', (n) => personLine(n, 1, { name: '林\u202E远' })],
  ['text.control', 'name', (n) => personLine(n, 1, { name: '林\0远' })],
  ['text.control', 'mail', (n) => personLine(n, 1, { mail: 'a\u0007@example.com' })],
  ['document_type.choose', 'documentType', (n) => personLine(n, 1, { documentType: '工作证' })],
  ['document.length', 'document', (n) => personLine(n, 1, { document: '12019919900101' })],
  ['document.check_digit', 'document', (n) => personLine(n, 1, { document: demoResidentId('tianjin', '1990-01-01', 2).replace(/.$/, (c) => (c === '1' ? '2' : '1')) })],
  ['document.birth_date', 'document', (n) => personLine(n, 1, { document: '120199199013010011' })],
  ['legacy.rounded', 'document', (n) => personLine(n, 1, { document: '1.20199E+17' })],
  ['legacy.rounded', 'phone', (n) => personLine(n, 1, { phone: '1.64E+10' })],
  ['mobile.format', 'phone', (n) => personLine(n, 1, { phone: '26400000000' })],
  ['mail.format', 'mail', (n) => personLine(n, 1, { mail: 'nobody' })],
  ['mail.format', 'mail', (n) => personLine(n, 1, { mail: '=HYPERLINK("x")' })],
  ['unit_name.format', 'unitName', (n) => personLine(n, 1, { unitName: '' })],
  ['unit_name.characters', 'unitName', (n) => personLine(n, 1, { unitName: '=cmd|calc' })],
  ['uscc.length', 'unitCode', (n) => personLine(n, 1, { unitCode: '9112019' })],
  ['uscc.checksum', 'unitCode', (n) => personLine(n, 1, { unitCode: oldUnit(1).unitCode.replace(/.$/, (c) => (c === '1' ? '2' : '1')) })],
  ['uscc.letters', 'unitCode', (n) => personLine(n, 1, { unitCode: oldUnit(1).unitCode.replace(/^91/, '9I') })],
  ['organisation_code.checksum', 'unitCode', (n) => personLine(n, 1, { unitCode: 'MX0000001' })],
  ['legal_representative.required', 'legalRepresentative', (n) => unitLine(n, { legalRepresentative: '' })],
  ['legal_nature.choose', 'legalNature', (n) => unitLine(n, { legalNature: '公司' })],
  ['authority.choose', 'authority', (n) => unitLine(n, { authority: '没有这个局' })],
  ['district.choose', 'district', (n) => unitLine(n, { district: '渝中区' })],
  ['address.length', 'address', (n) => unitLine(n, { address: '路' })],
  ['legacy.line.quotes', '', () => '填报用户,"abc'],
  ['legacy.line.quotes', '', () => '填报用户,a"b"c,d'],
  ['legacy.line.columns', '', () => '填报用户,abc'],
  ['legacy.line.columns', '', () => 'x,'.repeat(40)],
]
/** What is no defect: the same number written otherwise. */
const variants: ((n: number) => OldLine)[] = [
  (n) => personLine(n, 1, { phone: personLine(n, 1).phone?.replace(/\d/g, (d) => String.fromCodePoint(0xff10 + Number(d))) ?? '' }),
  (n) => personLine(n, 1, { userName: `ＹＵＡＮ_ｇｅｒｅｎ${n}` }),
  (n) => personLine(n, 1, { document: ` ${personLine(n, 1).document?.replace(/(.{6})(.{8})/, '$1 $2 ')}` }),
  (n) => personLine(n, 1, { mail: personLine(n, 1).mail?.toUpperCase() ?? '' }),
  (n) => personLine(n, 1, { kind: '个人用户', status: '启用', documentType: '身份证', unitCode: oldUnit(1).unitCode.toLowerCase() }),
]

/** Ten thousand accounts; every third is wrong in one of the ways, every seventh repeats one before it. */
function badFile(): { lines: (OldLine | string)[]; expected: Map<number, string> } {
  const lines: (OldLine | string)[] = [unitLine(1), unitLine(2)]
  const expected = new Map<number, string>()
  for (let n = 10; lines.length < 10_000; n++) {
    const line = lines.length + 2
    const made = defects[n % defects.length]
    if (n % 3 === 0 && made) {
      expected.set(line, `${made[1]}:${made[0]}`)
      lines.push(made[2](n))
    } else if (n % 7 === 0) {
      const before = personLine(n - (n % 3 === 1 ? 3 : 3), 1)
      lines.push(personLine(n, 1, n % 2 ? { userName: before.userName ?? '' } : { phone: personLine(10, 1).phone ?? '', name: '江见秋' }))
    } else lines.push((n % 11 === 0 ? variants[n % variants.length] : undefined)?.(n) ?? personLine(n, 1 + (n % 2)))
  }
  return { lines, expected }
}

describe('a CSV of 10,000 old accounts with every kind of defect', () => {
  it('S1-05 report by line, nothing half-imported, twice the same, GB 18030 as UTF-8', async () => {
    const { lines, expected } = badFile()
    const text = textOf(lines)
    const before = await accounts()
    const began = process.cpuUsage()
    const one = await send(text)
    const checked = process.cpuUsage(began)
    expect(await accounts()).toBe(before)
    expect(one).toMatchObject({ state: 'checked', total: 10_000, problem: null, units: 2 })
    expect(Object.values(one.counts).reduce((sum, n) => sum + n, 0)).toBe(10_000)

    const report = await reportOf(one.id)
    expect(report.startsWith('\uFEFF')).toBe(true)
    const told = new Map<string, string[][]>()
    for (const row of report.split('\r\n').slice(1, -1).map((each) => splitLine(each, 'comma') ?? [])) {
      const at = told.get(row[0] ?? '')
      if (at) at.push(row)
      else told.set(row[0] ?? '', [row])
    }
    expect(told.size).toBe(10_000)
    for (const [line, said] of expected) {
      const [field = '', code = ''] = said.split(':')
      const rows = told.get(String(line)) ?? []
      const label = field ? zh[`legacy.column.${field}`] : ''
      const sentence = String(zh[code]).split('{')[0] ?? ''
      expect(rows.some((row) => row[4] === label && row[5]?.startsWith(sentence)), `${line} ${said} ${JSON.stringify(rows)}`).toBe(true)
    }
    expect(report).not.toMatch(/(^|,)"?[=+@-]/m)

    // Checked again, in either encoding: the same.
    const again = await send(gb18030(text))
    expect(again).toMatchObject({ encoding: 'gb18030', counts: one.counts })
    const asked = await desk.ask(verbs.recheck, { id: one.id, version: one.version, encoding: 'utf-8', separator: 'comma' })
    expect(asked.state).toBe('checking')
    await work()
    expect(await reportOf(one.id)).toBe(report)

    // All that is new, and then nobody is.
    const seen = await desk.ask(verbs.look, { id: one.id })
    const starting = process.cpuUsage()
    await desk.ask(verbs.start, { id: one.id, version: seen.version, count: one.counts.ok_new })
    await work()
    const imported = process.cpuUsage(starting)
    expect(await desk.ask(verbs.look, { id: one.id })).toMatchObject({ state: 'imported', counts: one.counts, problem: null })
    expect(await accounts()).toBe(before + one.counts.ok_new)
    const twice = await send(text)
    expect(twice.counts).toEqual({ ...one.counts, ok_new: 0, already_there: one.counts.already_there + one.counts.ok_new })
    const others = (body: string) => body.split('\r\n').filter((row) => !/^\d+,(新账号|已存在),/.test(row))
    expect(others(await reportOf(twice.id))).toEqual(others(report))
    expect(await accounts()).toBe(before + one.counts.ok_new)
    // Processor time, for other tests run beside: seconds on the embedded database; statements one by one would take minutes.
    const seconds = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1e6
    server.tools.log.info({ check: seconds(checked), import: seconds(imported), memory: process.memoryUsage().rss }, 'ten thousand lines')
    expect(seconds(imported)).toBeLessThan(60)
  }, 180_000)
})

describe('files that are none', () => {
  const refusedWith = async (bytes: Buffer, name = 'a.csv') => {
    try {
      return (await send(bytes, name)).problem?.code
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      expect(error.problem.status).toBeLessThan(500)
      return error.problem.fields.file?.code
    }
  }
  it.each<[string, () => Buffer, string]>([
    ['an empty one', () => Buffer.alloc(0), 'file.empty'],
    ['a heading alone', () => Buffer.from(textOf([])), 'legacy.problem.no_lines'],
    ['another heading', () => Buffer.from('编号,内容\r\n1,2\r\n'), 'legacy.problem.heading'],
    ['a heading that lacks columns', () => Buffer.from('账号类型,用户名,姓名,电子邮箱\r\n'), 'legacy.problem.column_missing'],
    ['a workbook under another name', () => Buffer.from([0x50, 0x4b, 3, 4, 20, 0]), 'legacy.file.workbook'],
    ['UTF-16', () => Buffer.from(`\uFEFF${textOf([])}`, 'utf16le'), 'legacy.file.utf16'],
    ['NUL alone', () => Buffer.alloc(5000), 'legacy.problem.heading'],
    ['noise', () => Buffer.from(Array.from({ length: 50_000 }, (_, i) => (i * 7919 + (i >> 3)) % 256)), 'legacy.problem.heading'],
    ['a heading that breaks off within a character', () => gb18030(textOf([])).subarray(0, 31), 'legacy.problem.heading'],
    ['more than 50,000 lines', () => Buffer.from(textOf(Array.from({ length: 50_001 }, () => 'a,b'))), 'legacy.problem.too_many'],
    ['more than 20 MB', () => Buffer.alloc(21 * 1024 * 1024, 'a'), 'file.too_large'],
  ])('%s is told so', async (_title, bytes, code) => {
    const before = await accounts()
    expect(await refusedWith(bytes())).toBe(code)
    expect(await accounts()).toBe(before)
  })

  it('lines of two encodings: those of the other one are named, the rest is read', async () => {
    const bytes = Buffer.concat([Buffer.from(textOf([unitLine(50_000)])), gb18030(textOf([personLine(50_001, 50_000)]).split('\r\n')[1] ?? ''), Buffer.from('\r\n')])
    const one = await send(bytes)
    expect(one.counts).toEqual({ ok_new: 1, already_there: 0, conflict: 0, defect: 1 })
    expect((await desk.ask(verbs.lines, { id: one.id, outcome: 'defect' })).rows).toMatchObject([{ line: 3, found: [{ field: null, code: 'legacy.line.encoding' }] }])
  })

  it('the template passes its own check', async () => {
    const { body, status } = await desk.look('/api/platform/legacy/template')
    expect(status).toBe(200)
    expect((await send(body)).counts).toMatchObject({ ok_new: 2, defect: 0 })
  })

  it('a file name is no path, and says nothing that is not seen', async () => {
    expect((await send(textOf([unitLine(51_000)]), '..\\..\\etc/\u202Eaccounts.csv')).fileName).toBe('accounts.csv')
  })
})
