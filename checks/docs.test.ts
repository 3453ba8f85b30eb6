import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { settings } from '../src/config.ts'
import { rooms } from '../src/modules.ts'
import { mostBytes as mostBytesOfPrint } from '../src/modules/prints/fields.ts'
import { catalogue, type Catalogue } from './house/catalogue.ts'
import { forged, readTree, root } from './house/tree.ts'
import { wrongOffers } from './house/offers.ts'
import { namesIn, termsOf, wrongTerms } from './house/vocabulary.ts'

const text = (file: string) => readFileSync(join(root, file), 'utf8')

describe('docs/words.md: one term, one name', () => {
  test('names of built terms exist, planned columns do not', async () => {
    expect(wrongTerms(text('docs/words.md'), readTree('src'), await catalogue())).toEqual([])
  })

  test('holds every label between 【】 and every field of both manuals', () => {
    const said = termsOf(text('docs/words.md')).terms.flatMap(({ term }) => term.split(/\s*\/\s*/))
    // Written by hand from the manuals, not from the table.
    const ofManuals = [
      '立即注册', '选择用户类型', '填报用户', '单位管理用户', '用户协议', '管理单位', '单位选择', '局级（区县）主管部门', '统一社会信用代码', '组织机构代码', '法人性质', '法人类型', '法定代表人', '注册地址', '坐落地址', '问题一', '模块配置',
      '密码重置', '用户状态', '已启用', '已禁用', '子系统', '当前用户', '修改密码', '退出系统', '法人用户', '个人用户', '用户中心', '项目管理', '单位信息', '账号授权', '二级单位', '个人信息审核', '维护单位信息', '银行行号', '开户银行', '户名', '新增授权',
      '更改授权人', '新增二级单位', '编辑', '删除', '待审核', '审核已通过', '审核不通过', '驳回原因', '查询', '重置', '审核', '查看', '维护个人信息', '国籍', '民族', '政治面貌', '证件类型', '证件号码', '最高学历', '最高学位', '职称', '职务', '专业', '微信',
      '本单位的项目', '项目申报', '未提交', '单位审核', '部门审核', '科技局审核', '处理', '提交至科技局', '退回', '批量提交', '项目申报审核（单位）', '技术支持', '渝快办', '法人单位授权人', '二级单位管理人员', '研究领域关键词', '单位所在新区', '行业门类',
    ]
    expect(ofManuals.filter((term) => !said.some((one) => one === term || one.startsWith(`${term}（`)))).toEqual([])
  })

  const tables: Catalogue = [{ name: 'unit', comment: '', constraints: [], columns: [{ name: 'name', type: 'text', nullable: false, comment: '' }] }]
  const tree = forged({ 'src/a.ts': `// nowhere\nexport const unitName = 'unit_account'` })
  const row = (cells: string) => wrongTerms(`| 业务词 | English | identifier | table, column | manual | state |\n|---|---|\n| ${cells} |`, tree, tables).join('\n')

  test('a sound row has no findings', () => expect(row('单位名称 | unit name | `unitName`, `unit_account` | `unit.name` | T | built')).toBe(''))
  test.each([
    ['a name that no code knows', '单位 | unit | `unitNames` | - | T | built', /no code knows unitNames/],
    ['a name of a comment', '单位 | unit | `nowhere` | - | T | built', /no code knows nowhere/],
    ['a column that is not there', '单位 | unit | - | `unit.title` | T | built', /there is no unit.title/],
    ['a table that is not there', '单位 | unit | - | `units` | T | built', /there is no units/],
    ['a planned column that is there', '单位 | unit | `whatever` | `unit.name` | T | later', /is built by now: unit.name/],
    ['a row without a state', '单位 | unit | - | - | T | soon', /not a row/],
    ['a row with a cell too few', '单位 | unit | - | T | built', /not a row/],
  ])('finds %s', (_name, cells, expected) => expect(row(cells)).toMatch(expected))
  test('finds a term twice', () => expect(row('单位 | unit | - | - | T | built |\n| 单位 | unit | - | - | T | built')).toMatch(/单位 stands in line/))
  test('knows names of code and of texts', () => expect(namesIn(tree)).toEqual(new Set(['export', 'const', 'unitName', 'unit_account'])))
})

describe('package-lock.json', () => {
  test('holds every package that one of its packages names: else a fresh clone cannot be installed', () => {
    const { packages } = JSON.parse(text('package-lock.json')) as { packages: Record<string, { dependencies?: object; optionalDependencies?: object }> }
    const held = Object.keys(packages)
    const missing = Object.entries(packages).flatMap(([of, { dependencies, optionalDependencies }]) =>
      Object.keys({ ...dependencies, ...optionalDependencies }).filter((name) => !held.some((path) => path.endsWith(`node_modules/${name}`))).map((name) => `${of} needs ${name}`))
    expect(missing).toEqual([])
  })
})

describe('docs/operations.md', () => {
  const operations = text('docs/operations.md')

  test('names every setting in both tables, and no variable of ours that there is not', () => {
    for (const { name } of settings) expect(operations.split(`| \`${name}\` |`).length - 1, name).toBe(2)
    const known = new Set(settings.map(({ name }) => name))
    const named = [...operations.matchAll(/^([A-Z][A-Z_]{2,})=/gm)].map((match) => match[1] ?? '')
    expect(named.filter((name) => !known.has(name))).toEqual([])
  })

  test('names only commands that package.json has', () => {
    const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> }
    const named = [...readTree('docs').values()].flatMap((page) => [...page.matchAll(/npm run ([a-z][a-z:-]*)/g)].map((match) => match[1] ?? ''))
    expect([...new Set(named)].filter((name) => !scripts[name])).toEqual([])
  })

  test('names only metrics that the program has', () => {
    const sources = [...readTree('src/platform').values()].join('\n')
    const named = [...operations.matchAll(/`kehui_(\w+?)_?`/g)].map((match) => match[1] ?? '').filter((name) => !['process', 'nodejs'].includes(name))
    expect(named.filter((name) => !sources.includes(`kehui_${name}`) && !sources.includes(`'${name}'`))).toEqual([])
  })

  test('the proxy lets the largest upload pass, with the form around it, and the virus scanner takes whatever is stored', () => {
    const bytesAfter = (word: string) => Number(new RegExp(`${word} (\\d+)m`, 'i').exec(operations)?.[1]) * 1_048_576
    const largest = Math.max(...rooms.flatMap(({ contract }) => Object.values(contract).map(({ upload }) => upload?.maxBytes ?? 0)))
    expect(largest).toBeGreaterThan(10_000_000)
    // 20 fields of 10,000 characters may stand beside the file (platform/serve/server.ts).
    expect(bytesAfter('client_max_body_size')).toBeGreaterThanOrEqual(largest + 20 * 4 * 10_000)
    expect(bytesAfter('StreamMaxLength')).toBeGreaterThanOrEqual(Math.max(largest, mostBytesOfPrint))
  })
})

describe('README.md of a room', () => {
  test('names what its index.ts exports, no more and no less, and somebody takes each', () => expect(wrongOffers(readTree('src', 'world', 'checks', 'stories'))).toEqual([]))

  const index = `export { one, type Kind } from './one.ts'\nexport const two = () => 2\nexport type { Other } from './other.ts'\nexport async function three() {}`
  const offers = (readme: string, takes = 'one, two, three') => wrongOffers(forged({
    'src/modules/units/index.ts': index, 'src/modules/units/README.md': readme, 'src/modules/people/server.ts': `import { ${takes} } from '../units/index.ts'\nexport const all = [${takes}]`,
  })).join('\n')
  test('a true one has no findings', () => expect(offers('# units\n\n- Offers (`index.ts`): `one` (E10),\n  `two(tx, id)`, `three`; and `four.ts`. Says `five`.\n- Tests `six`.\n')).toBe(''))
  test.each([
    ['one that forgets a name', '- Offers (`index.ts`): `one`, `two`.', undefined, /does not say that it offers three/],
    ['one that names what there is not', '- Offers (`index.ts`): `one`, `two`, `three`, `zero`.', undefined, /says that it offers zero/],
    ['one that says nothing', '# units', undefined, /has no sentence/],
    ['an export that nobody takes', '- Offers (`index.ts`): `one`, `two`, `three`.', 'one, two', /nobody takes three/],
  ])('finds %s', (_name, readme, takes, expected) => expect(offers(readme, takes)).toMatch(expected))
})

test('docs/decisions/0002 gives a reason for every dependency, and for no other', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(text('package.json')) as Record<string, Record<string, string>>
  const wanted = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies }).sort()
  const reasons = [...text('docs/decisions/0002-dependencies.md').matchAll(/^\| `([^`]+)` \| (.+) \|$/gm)]
  expect(reasons.map((match) => match[1]).sort()).toEqual(wanted)
  expect(reasons.filter((match) => !(match[2] ?? '').trim())).toEqual([])
})

test('links between documents lead somewhere', () => {
  const dead: string[] = []
  for (const [file, page] of readTree('docs')) {
    for (const [, to = ''] of page.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)) {
      if (!/^[a-z]+:/.test(to) && !existsSync(join(root, dirname(file), to))) dead.push(`${file}: ${to}`)
    }
  }
  expect(dead).toEqual([])
})

test('the licence of package.json is the one in LICENSE', () => {
  const { license } = JSON.parse(text('package.json')) as { license: string }
  const title: Record<string, string> = { 'Apache-2.0': 'Apache License' }
  expect(text('LICENSE')).toContain(title[license])
})
