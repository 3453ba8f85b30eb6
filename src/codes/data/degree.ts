import type { CodeList } from '../code-list.ts'

const fields = [
  ['01', '哲学', 'Philosophy'], ['02', '经济学', 'Economics'], ['03', '法学', 'Law'], ['04', '教育学', 'Education'],
  ['05', '文学', 'Literature'], ['06', '历史学', 'History'], ['07', '理学', 'Science'], ['08', '工学', 'Engineering'],
  ['09', '农学', 'Agriculture'], ['10', '医学', 'Medicine'], ['11', '军事学', 'Military Science'],
  ['12', '管理学', 'Management'],
] as const

const levels = [['2', '博士', 'Doctor'], ['3', '硕士', 'Master'], ['4', '学士', 'Bachelor']] as const

/** 学位: the levels and the twelve academic categories; later categories and professional degrees have no code here. */
export const degrees: CodeList = {
  id: 'degree', name: '学位', en: 'Degrees', standard: 'GB/T 6864-2003 中华人民共和国学位代码',
  items: [
    { code: '1', name: '名誉博士', en: 'Honorary doctor' },
    ...levels.map(([code, name, en]) => ({ code, name, en })),
    ...levels.flatMap(([level, name, en]) => fields.map(([code, field, fieldEn]) => (
      { code: `${level}${code}`, parent: level, name: `${field}${name}学位`, en: `${en} of ${fieldEn}` }))),
  ],
}

/** What people choose from. */
export const degreeChoices: CodeList = {
  id: 'degree_choice', name: '最高学位', en: 'Highest degree', standard: 'GB/T 6864-2003（界面选项）',
  items: [
    ...levels.map(([code, name, en]) => ({ code, name, en })), { code: '0', name: '无学位', en: 'No degree' },
  ],
}
