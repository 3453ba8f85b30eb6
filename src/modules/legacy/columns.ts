/**
 * The columns of the file that the older system (科技计划项目管理信息系统) gives, by their Chinese headings; S1-05, S1-06.
 * Headings are data of a file format, as the names of a code list are.
 */
export const columns = [
  { name: 'kind', heading: '账号类型', others: ['用户类型', '账户类型'], needed: true },
  { name: 'userName', heading: '用户名', others: ['登录名', '账号', '用户账号'], needed: true },
  { name: 'name', heading: '姓名', others: ['用户姓名', '负责人姓名', '联系人姓名', '真实姓名'], needed: true, examples: ['江见秋', '林知远'] },
  { name: 'documentType', heading: '证件类型', others: ['证件种类'], needed: true, example: '居民身份证' },
  { name: 'document', heading: '证件号码', others: ['证件号', '身份证号', '身份证号码'], needed: true },
  { name: 'phone', heading: '手机号码', others: ['手机', '手机号', '移动电话', '联系电话'], needed: true },
  { name: 'mail', heading: '电子邮箱', others: ['邮箱', '电子邮件', 'e-mail', 'email'], needed: true },
  { name: 'status', heading: '用户状态', others: ['状态', '账号状态'], needed: true },
  { name: 'unitName', heading: '单位名称', others: ['所属单位', '工作单位', '管理单位'], needed: true, example: '示例科技有限公司（演示）' },
  { name: 'unitCode', heading: '统一社会信用代码', others: ['信用代码', '组织机构代码', '统一社会信用代码/组织机构代码'], needed: true },
  { name: 'legalRepresentative', heading: '法定代表人', others: ['法人代表', '法定代表人姓名'], needed: false, example: '沈青禾' },
  { name: 'legalNature', heading: '法人性质', others: [], needed: false },
  { name: 'legalType', heading: '法人类型', others: [], needed: false },
  { name: 'authority', heading: '主管部门', others: ['局级主管部门', '局级（区县）主管部门'], needed: false },
  { name: 'district', heading: '注册地区划', others: ['注册地', '注册区划', '所在区县', '注册地区'], needed: false },
  { name: 'address', heading: '注册地址', others: ['详细地址', '注册详细地址'], needed: false, example: '示例路1号' },
] as const

export type ColumnName = (typeof columns)[number]['name']
export type Cells = Record<ColumnName, string>

/** A heading without what people put around it: blanks, a star, a remark in brackets, full width. */
const bare = (text: string): string => text.normalize('NFKC').replace(/[\s*\uFEFF"':]/g, '').toLowerCase()

const byHeading = new Map(columns.flatMap(({ name, heading, others }) => [heading, ...others].map((one) => [bare(one), name] as const)))

const columnOf = (text: string): ColumnName | undefined => byHeading.get(bare(text)) ?? byHeading.get(bare(text).replace(/\(.*\)$/, ''))

/** Which column stands where, or what is wrong with the heading. Columns that we do not know are left aside. */
export type Heading =
  | { ok: true; places: readonly (ColumnName | null)[] }
  | { ok: false; code: 'legacy.problem.heading' | 'legacy.problem.column_missing' | 'legacy.problem.column_twice'; columns: string }

const headingOf = (name: ColumnName): string => columns.find((column) => column.name === name)?.heading ?? name

export function readHeading(cells: readonly string[]): Heading {
  const places = cells.map((text) => columnOf(text) ?? null)
  const found = places.filter((name) => name !== null)
  if (found.length < 3) return { ok: false, code: 'legacy.problem.heading', columns: '' }
  const twice = found.find((name, i) => found.indexOf(name) < i)
  if (twice) return { ok: false, code: 'legacy.problem.column_twice', columns: headingOf(twice) }
  const missing = columns.filter(({ name, needed }) => needed && !found.includes(name)).map(({ heading }) => heading)
  return missing.length > 0 ? { ok: false, code: 'legacy.problem.column_missing', columns: missing.join('、') } : { ok: true, places }
}

/** How many headings a line holds: tells encodings and separators apart. */
export const headingsIn = (cells: readonly string[]): number => cells.filter((text) => columnOf(text) !== undefined).length

/** The cells of a line under their columns; what the file does not have is empty. */
export function cellsOf(places: readonly (ColumnName | null)[], line: readonly string[]): Cells {
  const cells = Object.fromEntries(columns.map(({ name }) => [name, ''])) as Cells
  places.forEach((name, i) => {
    if (name) cells[name] = line[i] ?? ''
  })
  return cells
}

export const accountKinds = {
  unit_account: ['单位管理用户', '单位管理员', '单位用户', '法人用户'],
  person: ['填报用户', '填报人', '个人用户', '个人'],
} as const
export type AccountKind = keyof typeof accountKinds

export const accountStatuses = {
  enabled: ['已启用', '启用', '正常', '有效'],
  disabled: ['已禁用', '禁用', '停用', '已停用'],
} as const

/** The key whose list holds this text, or null. */
export const among = <K extends string>(table: Readonly<Record<K, readonly string[]>>, text: string): K | null =>
  (Object.keys(table) as K[]).find((key) => table[key].includes(text.normalize('NFKC').trim())) ?? null

/** Short names of documents that older systems write, beside those of the list. */
export const documentNames: Readonly<Record<string, string>> = {
  身份证: 'ID', 居民身份证: 'ID', 二代身份证: 'ID', 港澳通行证: 'HKM_TP', 回乡证: 'HKM_TP', 台胞证: 'TW_TP',
  外国人永久居留证: 'FPR_2017', 护照: 'PASSPORT_CN', 中国护照: 'PASSPORT_CN', 其他证件: 'OTHER',
}

/** The first line of the template. */
export const templateHeading: readonly string[] = columns.map(({ heading }) => heading)
