import type { CallDocument } from '../../src/modules/calls/document.ts'
import type { RichDocument, RichNode, TableRow, Values } from '../../src/modules/calls/form/definition.ts'

const paragraph = (text: string): RichNode => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const heading = (text: string): RichNode => ({ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text }] })
const list = (...items: string[]): RichNode => ({ type: 'bulletList', content: items.map((text) => ({ type: 'listItem', content: [paragraph(text)] })) })
const cell = (type: 'tableHeader' | 'tableCell') => (text: string): RichNode => ({ type, content: [paragraph(text)] })
const table = ([head, ...rows]: [string[], ...string[][]]): RichNode => ({
  type: 'table',
  content: [{ type: 'tableRow', content: head.map(cell('tableHeader')) }, ...rows.map((row): RichNode => ({ type: 'tableRow', content: row.map(cell('tableCell')) }))],
})
const rich = (...content: RichNode[]): RichDocument => ({ type: 'doc', content })
const rows = (prefix: string, ...cells: TableRow['cells'][]): TableRow[] => cells.map((one, index) => ({ id: `${prefix}${index + 1}`, cells: one }))

const grounds = '城市道路、桥梁与地下管线的运行状态目前主要依靠人工巡检，周期长、盲区多，难以及时发现早期病害。近年来，分布式光纤、毫米波雷达与低功耗无线传感的成本持续下降，为大范围、长时间的连续感知提供了条件，但多源数据的时空对齐、弱信号提取以及极端天气下的可靠性仍是公认的难点。'
const need = '示范市现有桥梁与管廊数量多、年代跨度大，养护资金有限，迫切需要一套可以按风险排序、逐步铺开的感知方法。本项目拟在不中断交通的条件下，利用既有通信光缆开展测量，以较低的建设成本形成可复制的技术方案，并在两处示范点完成一年以上的连续运行验证。'
const work = '研究内容分为三部分：一是利用既有通信光缆的振动测量方法，解决光缆与结构之间耦合未知条件下的标定问题；二是多源数据的时空对齐与异常识别，在样本不足的条件下保持较低的误报率；三是面向养护部门的分级预警与处置流程，给出每条预警的依据与不确定度。'
const method = '技术路线为先室内后现场、先单点后成网：第一年完成标定装置与算法原型，第二年在一座桥梁和一段管廊布设并连续运行，第三年与养护流程对接并完成评估。每一阶段均设定可以测量的指标，未达到指标的不进入下一阶段。'

/** 重点研发, filled in completely: no error but for the members and the files, which are people and uploads. */
const zhongdian: Values = {
  title: '基于既有光缆的桥梁与管廊健康连续感知关键技术', direction: 'brain', discipline: '560', lead: 'institute', period: { from: '2027-01-01', to: '2029-12-31' },
  keywords: '光纤传感；结构健康监测；异常识别；分级预警',
  summary: '针对城市桥梁与地下管廊巡检周期长、早期病害难以发现的问题，研究利用既有通信光缆进行连续振动测量的方法，突破耦合未知条件下的标定、多源数据时空对齐与小样本异常识别等关键技术，形成面向养护部门的分级预警系统，并在两处示范点连续运行一年以上，给出可复制的技术方案与建设成本测算。',
  has_partner: false, ethics: false,
  team_work: '团队长期从事光纤传感与结构健康监测研究，具备室内标定平台与现场试验条件。负责人负责总体方案与标定方法，参与人分别负责算法、现场布设、系统开发与示范运行。',
  grounds: rich(heading('研究背景'), paragraph(grounds), heading('需求与意义'), paragraph(need), list('不中断交通', '利用既有光缆', '按风险排序逐步铺开')),
  contents: rich(paragraph(work), paragraph(method), table([['年度', '工作', '指标'], ['第一年', '标定装置与算法原型', '室内定位误差小于 2 m'], ['第二年', '现场布设与连续运行', '可用率不低于 98%'], ['第三年', '与养护流程对接', '误报每月不超过 1 次']])),
  novelty: rich(paragraph('提出耦合未知条件下以交通激励为参考的在线标定方法，不需要人工敲击；给出带不确定度的异常识别结果，使养护人员可以按照风险与把握程度安排复核。')),
  outputs: ['software', 'patent', 'paper'],
  milestones: rows('m', { starts: '2027-01-01', ends: '2027-12-31', goal: '完成标定装置与算法原型', proof: '室内测试报告' }, { starts: '2028-01-01', ends: '2028-12-31', goal: '两处示范点布设并连续运行', proof: '运行记录与第三方测试' }, { starts: '2029-01-01', ends: '2029-12-31', goal: '与养护流程对接，完成评估', proof: '用户报告与验收测试' }),
  indicators: rows('i', { kind: 'technical', name: '事件定位误差', now: '10 m', goal: '不大于 2 m' }, { kind: 'result', name: '发明专利申请', now: '0', goal: '4 件' }, { kind: 'talent', name: '培养研究生', now: '0', goal: '6 名' }),
  grant: 150,
  budget: rows('b', { subject: 'equipment', purpose: '解调设备与标定装置', granted: 42.5, own: 10 }, { subject: 'material', purpose: '光缆、传感器与第三方测试', granted: 38.2, own: 5.3 }, { subject: 'travel', purpose: '现场试验与交流', granted: 9.3, own: 0 }, { subject: 'labour', purpose: '研究生与聘用人员', granted: 36, own: 0 }, { subject: 'indirect', purpose: '单位管理与绩效', granted: 24, own: 0 }),
  budget_note: '设备费用于购置解调设备一台并研制标定装置一套，现有设备采样率不能满足要求；材料与测试费按两处示范点的光缆长度和测点数量测算；劳务费按 6 名研究生、36 个月测算。',
  integrity: true,
}

const ruan: Values = {
  title: '示范市科技成果转化收益分配机制实施效果调查', kind: 'survey', topics: ['system', 'talent'], respondents: '示范市高校、院所 30 家，科研人员问卷 600 份，访谈 40 人次',
  period: { from: '2027-01-01', to: '2027-12-31' }, grant: 6,
  outline: rich(heading('研究问题'), paragraph('现行收益分配政策出台后，科研人员的实际获得、单位的执行成本以及成果转化周期分别发生了什么变化，不同类型单位之间的差异从何而来。'), heading('研究方法'), paragraph('以问卷与访谈为主，结合单位提供的转化台账，对政策实施前后三年的数据进行比较；对差异明显的单位开展个案研究，并给出可以操作的修改建议。'), list('问卷调查', '深度访谈', '个案研究')),
  costs: rows('c', { item: '问卷与访谈', amount: 3.2 }, { item: '资料与数据', amount: 1.3 }, { item: '差旅', amount: 1.5 }), result: 'report', integrity: true,
}

const examples: Readonly<Record<string, Values>> = { 重点研发计划项目: zhongdian, 软科学研究项目: ruan }

/** A complete and sound example for a call of the demo; throws for any other. */
export function exampleValues(call: CallDocument): Values {
  const values = examples[call.category.zh]
  if (!values) throw new Error(`no example for ${call.category.zh}`)
  return values
}
