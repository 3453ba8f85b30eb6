import type { CodeList } from '../code-list.ts'

/** 毕业, 结业, 肄业: left with a diploma, completed without one, did not complete. */
const ends = { 毕业: 'graduated', 结业: 'completed', 肄业: 'not completed' } as const
const finished = (first: number, name: string, en: string, only: readonly (keyof typeof ends)[] = ['毕业', '结业', '肄业']) =>
  only.map((end) => ({
    code: String(first + Object.keys(ends).indexOf(end)), name: `${name}${end}`, en: `${en}, ${ends[end]}`,
  }))

/** 学历. */
export const educations: CodeList = {
  id: 'education', name: '学历', en: 'Education', standard: 'GB/T 4658-2006 学历代码',
  items: [
    { code: '10', name: '研究生教育', en: 'Postgraduate education' },
    ...finished(11, '博士研究生', 'Doctoral studies'), ...finished(14, '硕士研究生', 'Master’s studies'),
    ...finished(17, '研究生班', 'Postgraduate class'),
    { code: '20', name: '大学本科教育', en: 'Undergraduate education' },
    ...finished(21, '大学本科', 'Bachelor’s studies'),
    { code: '28', name: '大学普通班毕业', en: 'General university class, graduated' },
    { code: '30', name: '大学专科教育', en: 'Junior college education' }, ...finished(31, '大学专科', 'Junior college'),
    { code: '40', name: '中等职业教育', en: 'Secondary vocational education' },
    ...finished(41, '中等专科', 'Secondary specialised school'), ...finished(44, '职业高中', 'Vocational senior school'),
    ...finished(47, '技工学校', 'Skilled workers’ school'),
    { code: '60', name: '普通高级中学教育', en: 'Senior secondary education' },
    ...finished(61, '普通高中', 'Senior secondary school'),
    { code: '70', name: '初级中学教育', en: 'Junior secondary education' },
    ...finished(71, '初中', 'Junior secondary school', ['毕业', '肄业']),
    { code: '80', name: '小学教育', en: 'Primary education' }, ...finished(81, '小学', 'Primary school', ['毕业', '肄业']),
    { code: '90', name: '其他', en: 'Other' },
  ],
}

/** What people choose from (the manual's words), with the code that is kept. */
export const educationChoices: CodeList = {
  id: 'education_choice', name: '最高学历', en: 'Highest education', standard: 'GB/T 4658-2006（界面选项）',
  items: [
    { code: '11', name: '博士研究生', en: 'Doctorate' }, { code: '14', name: '硕士研究生', en: 'Master’s' },
    { code: '21', name: '本科', en: 'Bachelor’s' }, { code: '31', name: '专科', en: 'Junior college' },
    { code: '40', name: '中专/职高/技校', en: 'Secondary vocational' }, { code: '61', name: '高中', en: 'Senior secondary' },
    { code: '70', name: '初中及以下', en: 'Junior secondary or below' }, { code: '90', name: '其他', en: 'Other' },
  ],
}
