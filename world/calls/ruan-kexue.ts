import { callDocument, type CallDocument } from '../../src/modules/calls/document.ts'
import { ask, both, must, option, windowOf } from './write.ts'

const basicsTab = {
  id: 'basics', label: both('基本信息', 'Basics'),
  fields: [
    must('text', 'title', '项目名称', 'Project title', { min: 6, max: 60 }),
    must('choice', 'kind', '研究类别', 'Kind of study', { options: [option('decision', '决策咨询', 'Advice to decisions'), option('theory', '理论研究', 'Theory'), option('survey', '调查研究', 'Survey')] }),
    must('choices', 'topics', '选题方向', 'Topics', {
      least: 1, most: 2,
      options: [option('system', '科技体制改革', 'Reform of the science system'), option('industry', '科技与产业融合', 'Science and industry'), option('talent', '科技人才', 'People in science'), option('region', '区域创新', 'Regional innovation')],
    }),
    ask('text', 'respondents', '调查对象与样本量', 'Who is surveyed, and how many', { when: { field: 'kind', is: 'survey' }, required: true, max: 300, lines: 3 }),
    must('period', 'period', '研究起止时间', 'From and until', { from: '2026-01-01', to: '2029-12-31', mostMonths: 12 }),
    must('money', 'grant', '申请经费（万元）', 'Grant applied for (10,000 yuan)', { min: 1, max: 10 }),
    ask('fact', 'unit_name', '申报单位', 'Applying unit', { of: 'unit.name', required: true }),
    ask('fact', 'leader_name', '项目负责人', 'Project leader', { of: 'leader.name', required: true }),
    ask('members', 'members', '项目参与人', 'Members', { most: 5, help: both('没有参与人的可以不填', 'Leave it empty if you work alone') }),
  ],
}

const planTab = {
  id: 'plan', label: both('研究方案', 'Plan'),
  fields: [
    must('rich', 'outline', '研究提纲', 'Outline', { min: 100, max: 3000, images: 3, help: both('问题、方法、主要内容', 'The question, the method, the main parts') }),
    must('table', 'costs', '经费使用计划', 'How the grant is spent', {
      least: 1, most: 10, sums: ['amount'],
      columns: [{ kind: 'text', id: 'item', label: both('支出事项', 'Item'), required: true, max: 60 }, { kind: 'money', id: 'amount', label: both('金额（万元）', 'Amount (10,000 yuan)'), required: true, min: 0 }],
    }),
    must('choice', 'result', '成果形式', 'Result', { options: [option('report', '研究报告', 'Report'), option('advice', '咨询建议', 'Advice'), option('paper', '论文', 'Paper')] }),
  ],
}

const papersTab = {
  id: 'papers', label: both('附件与承诺', 'Files and commitment'),
  fields: [
    ask('files', 'others', '相关附件', 'Files', { types: ['pdf', 'jpg', 'png'], most: 5, maxMegabytes: 10 }),
    must('commitment', 'integrity', '科研诚信承诺', 'Commitment to research integrity', { text: both('本人承诺所填内容真实、准确，遵守科研诚信要求。', 'I declare that what is stated is true and that I keep the rules of research integrity.') }),
  ],
}

/** 软科学: a short form, no authority level. Fictional. */
export const ruanKexue = (now: Date): CallDocument => callDocument.parse({
  title: both('津渝示范市软科学研究项目申报指南（演示）', 'Soft science studies (demonstration)'),
  category: both('软科学研究项目', 'Soft science'),
  text: [
    both('围绕科技创新管理与决策中的实际问题，现组织申报软科学研究项目。本指南为演示内容，不对应任何真实计划。', 'Studies of real questions in the running of science are called for. This is a demonstration and stands for no real programme.'),
    both('每项资助不超过 10 万元，研究期限不超过 12 个月。', 'Each study receives at most 100,000 yuan, for at most 12 months.'),
  ],
  contact: '政策法规处 022-00000112',
  eligibility: [
    { kind: 'unitRegion', prefixOneOf: ['12', '50'], sentence: both('申报单位须在示范市行政区域内登记注册', 'The unit is registered in the demonstration city') },
  ],
  chain: { department: true, authority: false },
  windows: { leader: windowOf(now, -5, 9), department: windowOf(now, -5, 12), unit: windowOf(now, -5, 15), bureau: windowOf(now, -5, 40) },
  correctionDays: 5, fastReturn: true, quotaPerUnit: null,
  limits: [{ family: 'ruankexue', role: 'leader', most: 1, sentence: both('同一负责人申报和在研的软科学研究项目合计不超过 1 项', 'One leads at most one study, applied for or running') }],
  profileHandedInBefore: null,
  form: {
    tabs: [basicsTab, planTab, papersTab],
    rules: [
      { id: 'spent', severity: 'error', at: 'costs', holds: { compare: { left: { sum: { table: 'costs', column: 'amount' } }, op: '=', right: { field: 'grant' } } }, sentence: both('经费使用计划合计须等于申请经费', 'The items add up to the grant applied for') },
    ],
  },
})
