import { callDocument, type CallDocument } from '../../src/modules/calls/document.ts'
import { budgetTab } from './zhongdian-budget.ts'
import { planTab, researchTab, teamTab } from './zhongdian-tabs.ts'
import { ask, both, must, option, windowOf } from './write.ts'

const basicsTab = {
  id: 'basics', label: both('基本信息', 'Basics'),
  fields: [
    must('text', 'title', '项目名称', 'Project title', { min: 6, max: 60, help: both('须反映研究内容，60 字以内', 'Says what is studied; at most 60 characters') }),
    must('choice', 'direction', '申报方向', 'Topic', {
      options: [
        option('brain', '1.1 面向城市治理的智能感知', '1.1 Sensing for the running of a city'), option('material', '1.2 高性能轻质结构材料', '1.2 Light structural materials'),
        option('medicine', '2.1 高端医疗器械核心部件', '2.1 Core parts of medical devices'), option('seed', '2.2 种源关键技术', '2.2 Seed technology'), option('energy', '3.1 新型储能', '3.1 Energy storage'),
      ],
    }),
    must('code', 'discipline', '所属学科', 'Discipline', { list: 'discipline' }),
    must('choice', 'lead', '牵头单位类型', 'Kind of the leading unit', { options: [option('enterprise', '企业牵头', 'An enterprise leads'), option('institute', '高校、科研院所、医疗机构牵头', 'A university, an institute or a hospital leads')] }),
    must('period', 'period', '项目起止时间', 'From and until', { from: '2026-01-01', to: '2031-12-31', mostMonths: 36, help: both('执行期不超过 36 个月', 'At most 36 months') }),
    must('text', 'keywords', '关键词', 'Keywords', { max: 60, help: both('3 至 5 个，以分号分隔', '3 to 5, separated by semicolons') }),
    must('text', 'summary', '项目摘要', 'Summary', { min: 100, max: 500, lines: 6 }),
    ask('fact', 'unit_name', '申报单位', 'Applying unit', { of: 'unit.name', required: true }),
    ask('fact', 'unit_code', '统一社会信用代码', 'Unified social credit code', { of: 'unit.creditCode' }),
    ask('fact', 'leader_name', '项目负责人', 'Project leader', { of: 'leader.name', required: true }),
    ask('fact', 'leader_title', '负责人职称', 'Title of the leader', { of: 'leader.title' }),
    must('yesno', 'has_partner', '是否有合作单位', 'Is there a partner?'),
    must('table', 'partners', '合作单位', 'Partners', {
      when: { field: 'has_partner', is: true }, least: 1, most: 5,
      columns: [
        { kind: 'text', id: 'name', label: both('单位名称', 'Unit'), required: true, max: 60 }, { kind: 'text', id: 'task', label: both('承担任务', 'Task'), required: true, max: 200 },
        { kind: 'money', id: 'share', label: both('分配财政资金（万元）', 'Its share of the grant (10,000 yuan)'), required: true, min: 0 },
      ],
      sums: ['share'],
    }),
    must('yesno', 'ethics', '是否涉及人体、实验动物或人类遗传资源', 'Are humans, animals or human genetic resources concerned?'),
  ],
}

const papersTab = {
  id: 'papers', label: both('附件与承诺', 'Files and commitment'),
  fields: [
    must('files', 'signature_page', '签字盖章页', 'Signed and sealed page', { types: ['pdf', 'jpg', 'png'], least: 1, most: 2, maxMegabytes: 10, signature: true, help: both('负责人签字、申报单位盖章后扫描，PDF、JPG 或 PNG，每个不超过 10 MB', 'Signed by the leader and sealed by the unit; PDF, JPG or PNG of up to 10 MB each') }),
    must('files', 'agreement', '合作协议', 'Agreement with the partners', { when: { field: 'has_partner', is: true }, types: ['pdf'], least: 1, most: 5, maxMegabytes: 20 }),
    must('files', 'ethics_approval', '伦理审查意见', 'Opinion of the ethics committee', { when: { field: 'ethics', is: true }, types: ['pdf'], least: 1, most: 3, maxMegabytes: 10 }),
    must('files', 'own_funds_proof', '自筹资金证明', 'Proof of own funds', { when: { compare: { left: { sum: { table: 'budget', column: 'own' } }, op: '>', right: { number: 0 } } }, types: ['pdf', 'jpg', 'png'], least: 1, most: 3, maxMegabytes: 10 }),
    ask('files', 'others', '其他附件', 'Other files', { types: ['pdf', 'jpg', 'png'], most: 10, maxMegabytes: 20 }),
    must('commitment', 'integrity', '科研诚信承诺', 'Commitment to research integrity', {
      text: both('本人承诺：所填内容真实、准确，不存在伪造、篡改、剽窃或重复申报；项目参与人均已知情并本人确认；如有不实，愿意承担相应责任。', 'I declare that what is stated is true, that nothing is forged, copied or applied for twice, and that everybody named has agreed; I answer for it.'),
    }),
  ],
}

/** 重点研发: six tabs, budget, members, milestones; goes through the authority (D17). Fictional. */
export const zhongdianYanfa = (now: Date): CallDocument => callDocument.parse({
  title: both('津渝示范市重点研发计划项目申报指南（演示）', 'Key research and development programme (demonstration)'),
  category: both('重点研发计划项目', 'Key research and development'),
  text: [
    both('为加快突破一批关键核心技术，现组织申报本年度重点研发计划项目。本指南为演示内容，不对应任何真实计划。', 'Applications to the key research and development programme of this year are open. This is a demonstration and stands for no real programme.'),
    both('支持方向：面向城市治理的智能感知、高性能轻质结构材料、高端医疗器械核心部件、种源关键技术、新型储能。', 'Topics: sensing for the running of a city, light structural materials, core parts of medical devices, seed technology, energy storage.'),
    both('支持方式：事前资助，每项财政资金 50 万元至 300 万元，执行期不超过 36 个月。', 'Support: 0.5 to 3 million yuan for each project, for at most 36 months.'),
    both('申报程序：项目负责人在线填报并提交，经所在部门、单位和主管部门逐级审核后报送市科学技术局。各级须在各自截止时间前完成。', 'Procedure: the leader fills in and submits online; the department, the unit and the authority review one after the other, each before its own closing time; then the bureau decides.'),
    both('项目参与人须在本人账号中确认参与，未确认的不得列入名单。', 'Members confirm in their own account; nobody is listed without it.'),
  ],
  contact: '重点研发计划处 022-00000111',
  eligibility: [
    { kind: 'unitRegion', prefixOneOf: ['12', '50'], sentence: both('申报单位须在示范市行政区域内登记注册', 'The unit is registered in the demonstration city') },
    { kind: 'leaderAgeAtMost', years: 60, onDate: `${now.getUTCFullYear()}-01-01`, sentence: both('项目负责人于申报当年 1 月 1 日未满 61 周岁', 'The leader is at most 60 years old on 1 January of the year') },
    { kind: 'leaderTitle', oneOf: ['1', '2'], orDegree: ['2'], sentence: both('项目负责人应具有副高级以上职称或博士学位', 'The leader has a senior or associate senior title, or a doctor’s degree') },
  ],
  chain: { department: true, authority: true },
  windows: { leader: windowOf(now, -12, 18), department: windowOf(now, -12, 21), unit: windowOf(now, -12, 25), authority: windowOf(now, -12, 29), bureau: windowOf(now, -12, 60) },
  correctionDays: 3, fastReturn: true, quotaPerUnit: 60,
  limits: [
    { family: 'zhongdian', role: 'leader', most: 1, sentence: both('同一负责人牵头申报和在研的重点研发计划项目合计不超过 1 项', 'One leads at most one project of this programme, applied for or running') },
    { family: 'zhongdian', role: 'member', most: 2, sentence: both('同一参与人参与申报和在研的重点研发计划项目合计不超过 2 项', 'One takes part in at most two projects of this programme, applied for or running') },
  ],
  profileHandedInBefore: null,
  form: {
    tabs: [basicsTab, teamTab, researchTab, planTab, budgetTab, papersTab],
    rules: [
      { id: 'grant_equals', severity: 'error', at: 'grant', holds: { compare: { left: { field: 'grant' }, op: '=', right: { sum: { table: 'budget', column: 'granted' } } } }, sentence: both('申请财政资金须等于经费预算表中财政资金合计', 'The grant applied for equals the sum of the column in the budget') },
      {
        id: 'own_funds', severity: 'error', at: 'budget', when: { field: 'lead', is: 'enterprise' },
        holds: { compare: { left: { sum: { table: 'budget', column: 'own' } }, op: '>=', right: { sum: { table: 'budget', column: 'granted' } } } },
        sentence: both('企业牵头的项目，自筹资金不得低于财政资金', 'Where an enterprise leads, its own funds are no less than the grant'),
      },
      {
        id: 'equipment_share', severity: 'error', at: 'budget',
        holds: { compare: { left: { sum: { table: 'budget', column: 'granted', where: { column: 'subject', is: 'equipment' } } }, op: '<=', right: { multiply: [{ number: 0.3 }, { sum: { table: 'budget', column: 'granted' } }] } } },
        sentence: both('财政资金中设备费不得超过 30%', 'Equipment is at most 30% of the grant'),
      },
      {
        id: 'partner_share', severity: 'error', at: 'partners', when: { field: 'has_partner', is: true },
        holds: { compare: { left: { sum: { table: 'partners', column: 'share' } }, op: '<', right: { field: 'grant' } } },
        sentence: both('合作单位分配的财政资金合计须小于申请财政资金', 'The partners together receive less than the grant'),
      },
      {
        id: 'labour_share', severity: 'warning', at: 'budget', when: { compare: { left: { sum: { table: 'budget', column: 'granted' } }, op: '>', right: { number: 0 } } },
        holds: { compare: { left: { sum: { table: 'budget', column: 'granted', where: { column: 'subject', is: 'labour' } } }, op: '<=', right: { multiply: [{ number: 0.5 }, { sum: { table: 'budget', column: 'granted' } }] } } },
        sentence: both('财政资金中劳务费超过 50% 的，请在预算说明中写明理由', 'Where labour is more than half of the grant, give the reason in the explanation'),
      },
    ],
  },
})
