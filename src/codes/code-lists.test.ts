import { expect, test } from 'vitest'
import { codeIn, itemAt, nameIn, type CodeList } from './code-list.ts'
import { amended, codeLists } from './code-lists.ts'
import { mobilePrefixes } from './data/mobile-prefix.ts'
import { nationalities } from './nationality.ts'
import { absent, published } from './testing/published.ts'
import { read } from './testing/checked.ts'

const list: CodeList = {
  id: 'x', name: '甲', en: 'X', standard: '平台自定',
  items: [
    { code: '1', name: '旧', to: '2025-12-31' }, { code: '1', name: '新', en: 'New', from: '2026-01-01' },
    { code: '2', name: '未来', from: '2030-01-01' },
  ],
}

test('E06 only what is current on the day may be chosen; names are those of the day', () => {
  const on = (today: string) => codeIn(list, { message: 'x.choose', today: () => today })
  expect(read(on('2026-01-01')('1'))).toBe('1')
  expect(read(on('2026-01-01')('2'))).toBe('x.choose')
  expect(itemAt(list, '1', '2025-12-31')?.name).toBe('旧')
  expect(itemAt(list, '1', '2026-01-01')?.name).toBe('新')
  expect(itemAt(list, '2', '2026-01-01')?.name).toBe('未来')
  expect([nameIn(list, '1', 'en', '2026-06-01'), nameIn(list, '2', 'en', '2026-06-01'), nameIn(list, '9', 'zh')])
    .toEqual(['New', '未来', '9'])
})

test('E06 the platform’s desk ends an entry and adds another', () => {
  const ended = { code: '2', name: '未来', from: '2030-01-01', to: '2031-01-01' }
  const changed = amended(list, [ended, { code: '3', name: '丙' }])
  expect(changed.items.map((item) => `${item.code}${item.to ?? ''}`)).toEqual(['12025-12-31', '1', '22031-01-01', '3'])
})

test('every list has an id, a standard, English names, unlike codes and parents that exist', () => {
  expect(codeLists.size).toBe(27)
  for (const [id, { name, en, standard, parents, items }] of codeLists) {
    for (const text of [name, en, standard]) expect(text.trim(), id).not.toBe('')
    expect(items.length, id).toBeGreaterThan(1)
    const keys = items.map((item) => `${item.code} ${item.from ?? ''} ${id === 'functional_zone' ? item.parent : ''}`)
    expect(new Set(keys).size, id).toBe(keys.length)
    for (const item of items) {
      expect(item.name.trim(), `${id} ${item.code}`).not.toBe('')
      expect(item.en ?? '', `${id} ${item.code}`).toMatch(/^[^\u4E00-\u9FFF]+$/)
      const above = codeLists.get(parents ?? id)?.items.map((other) => other.code) ?? []
      expect([undefined, ...above], `${id} ${item.code}`).toContain(item.parent)
    }
  }
})

test('countries and regions bear the names of the standard; ours come first', () => {
  const names = new Map(nationalities.items.map((item) => [item.code, item.name]))
  expect(nationalities.items.slice(0, 4).map((item) => item.name)).toEqual(['中国', '中国香港', '中国澳门', '中国台湾'])
  expect([names.get('MK'), names.get('SZ'), names.has('XK')]).toEqual(['北马其顿', '斯威士兰', false])
})

type Rows = { code: string; name?: string; parent?: string }[]
/** Which list of ours is which key of which file. */
const handedOver = {
  'org-nature': { 法人性质: 'legal_nature', 法人类型: 'legal_type', 单位性质: 'unit_nature' },
  'registration-type': { items: 'registration_type', not_enterprise: 'registration_type' },
  'functional-zone': { 重庆: 'functional_zone', 天津: 'functional_zone' },
  industry: { 门类: 'industry_section', 大类: 'industry' },
  discipline: { 门类: 'discipline_group', items: 'discipline' },
  'bank-head-office': { items: 'bank_head_office' },
  'id-document-type': { items: 'identity_document_type' },
  ethnic: { items: 'ethnic_group' }, sex: { items: 'sex' }, 'political-status': { items: 'political_status' },
  education: { items: 'education' }, degree: { items: 'degree' },
  'professional-title': { items: 'title', extensions: 'title', levels: 'title_level' },
} as const

for (const [file, keys] of Object.entries(handedOver)) {
  test.skipIf(absent(`codes/${file}.json`))(`the lists of ${file} are those handed over`, () => {
    const data = published(`codes/${file}.json`) as Record<string, Rows>
    const counted = new Map<string, number>()
    for (const [key, id] of Object.entries(keys)) {
      const ours = codeLists.get(id)?.items ?? []
      for (const { code, name, parent } of data[key] ?? []) {
        const like = ours.find((item) => item.code === code && item.name === name)
        expect(like, `${id} ${code} ${name}`).toMatchObject({ code, name, ...(parent && { parent }) })
      }
      counted.set(id, (counted.get(id) ?? 0) + (data[key]?.length ?? 0))
    }
    for (const [id, n] of counted) expect(codeLists.get(id)?.items.length, id).toBe(n)
  })
}

test.skipIf(absent('codes/security-question.json'))('S1-42 the questions are those handed over', () => {
  const { items } = published('codes/security-question.json') as { items: string[] }
  expect(codeLists.get('security_question')?.items.map((item) => item.name)).toEqual(items)
})

test.skipIf(absent('codes/reserved-username.json'))('reserved user names are those handed over', () => {
  const { items } = published('codes/reserved-username.json') as { items: string[] }
  expect(codeLists.get('reserved_user_name')?.items.map((item) => item.code)).toEqual(items)
})

test.skipIf(absent('codes/mobile-prefix.json'))('mobile prefixes are those allocated', () => {
  const data = published('codes/mobile-prefix.json') as { allocated_3: string[]; not_allocated_3: string[] }
  expect(mobilePrefixes.items.map((item) => item.code).sort()).toEqual([...data.allocated_3].sort())
})
