import { both, must, option } from './write.ts'

const subjects = [
  option('equipment', '设备费', 'Equipment'), option('material', '材料与测试费', 'Material and tests'), option('travel', '会议、差旅与合作交流费', 'Meetings and travel'),
  option('labour', '劳务费', 'Labour'), option('expert', '专家咨询费', 'Experts'), option('indirect', '间接费用', 'Indirect costs'),
]

/** 经费预算 in 万元, with sums below the columns. */
export const budgetTab = {
  id: 'money', label: both('经费预算', 'Budget'), help: both('金额单位为万元，保留两位小数', 'Amounts in 10,000 yuan, two decimals'),
  fields: [
    must('money', 'grant', '申请财政资金（万元）', 'Grant applied for (10,000 yuan)', { min: 50, max: 300 }),
    must('table', 'budget', '经费预算表', 'Budget', {
      least: 1, most: 30, sums: ['granted', 'own', 'total'],
      columns: [
        { kind: 'choice', id: 'subject', label: both('科目', 'Subject'), required: true, options: subjects, width: 3 },
        { kind: 'text', id: 'purpose', label: both('用途', 'What for'), required: true, max: 200 },
        { kind: 'money', id: 'granted', label: both('财政资金', 'Grant'), required: true, min: 0, width: 2 },
        { kind: 'money', id: 'own', label: both('自筹资金', 'Own funds'), required: true, min: 0, width: 2 },
        { kind: 'computed', id: 'total', label: both('合计', 'Together'), required: false, decimals: 2, width: 2, value: { add: [{ field: 'granted' }, { field: 'own' }] } },
      ],
    }),
    must('text', 'budget_note', '预算说明', 'Explanation', { min: 20, max: 2000, lines: 8, help: both('说明主要支出的测算依据；购置 10 万元以上设备的，说明必要性', 'How the main costs are reckoned; why equipment of more than 100,000 yuan is needed') }),
  ],
}
