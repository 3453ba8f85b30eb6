import type { WordTable } from '../../kernel/words.ts'
import { zh as claim } from './words.claim.zh.ts'
import { zh as desk } from './words.desk.zh.ts'
import { zh as handover } from './words.handover.zh.ts'
import { zh as notice } from './words.notice.zh.ts'

/** States, verbs, events and refusals; the claimant's pages, the desk, the hand-over and the notices have tables of their own. */
export const zh = {
  'recovery.state.submitted': '待核验',
  'recovery.state.objected': '有异议',
  'recovery.state.verified': '待复核',
  'recovery.state.answered': '已告知',
  'recovery.state.refused': '未通过',
  'recovery.state.handed_over': '已移交',
  'recovery.state.withdrawn': '已撤回',

  'recovery.verb.withdraw': '撤回申请',
  'recovery.verb.object': '提出异议',
  'recovery.verb.overrule': '驳回异议',
  'recovery.verb.answer': '告知用户名',
  'recovery.verb.verify': '核验通过，提请移交',
  'recovery.verb.refuse': '不通过',
  'recovery.verb.confirm': '复核通过，移交账号',
  'recovery.verb.send_back': '退回核验',

  'recovery.event.opened': '提出申请',
  'recovery.event.objected': '现管理员提出异议',
  'recovery.event.overruled': '异议不成立',
  'recovery.event.answered': '核实无误，已告知用户名',
  'recovery.event.verified': '核验通过，提请移交',
  'recovery.event.sent_back': '复核退回',
  'recovery.event.refused': '核验未通过',
  'recovery.event.handed_over': '复核通过，账号已移交',
  'recovery.event.withdrawn': '申请人撤回',
  'recovery.event.erased': '个人信息和材料已按期删除',
  'recovery.event.evidence_opened': '下载证照材料',
  'recovery.event.account_looked_for': '查询账号',
  'recovery.event.account_looked_at': '查看账号',
  'recovery.event.contact_revealed': '查看联系方式',
  'recovery.event.handover_begun': '开始交接',
  'recovery.event.item_confirmed': '确认交接事项',
  'recovery.event.note_added': '新增交接备忘',
  'recovery.event.note_changed': '修改交接备忘',
  'recovery.event.note_removed': '删除交接备忘',

  'recovery.cause.forgotten': '单位管理员忘记用户名、密码，登记的邮箱也无法使用',
  'recovery.cause.left': '单位管理员已离职或无法联系',
  'recovery.cause.other': '其他情况',

  'recovery.check.name': '单位名称一致',
  'recovery.check.code': '统一社会信用代码一致',
  'recovery.check.representative': '法定代表人一致',
  'recovery.check.seal': '彩色原件扫描，或复印件加盖清晰公章',

  'recovery.reason.unreadable': '材料不清晰，无法核对',
  'recovery.reason.no_seal': '不是彩色原件扫描件，复印件也未加盖公章',
  'recovery.reason.not_this_unit': '材料与所申请的单位不符',
  'recovery.reason.out_of_date': '证照已失效或不是最新证照',
  'recovery.reason.objection': '现管理员的异议成立',
  'recovery.reason.other': '其他原因',

  'recovery.unit.choose': '请按单位全称或统一社会信用代码查找，并选定已生效的单位',
  'recovery.text_length': '应为{min}至{max}个字',
  'recovery.explanation_required': '请说明情况',
  'recovery.evidence_missing': '请上传证照扫描件；已上传的，请重新上传一次',
  'recovery.too_many': '近一小时内的提交过多，请稍后再试',
  'recovery.already_open': '以此邮箱为该单位提出的申请正在办理，请使用邮件中的链接查看进度',
  'recovery.link_unknown': '链接无效，或该申请的信息已按期删除',
  'recovery.number.format': '申请编号为9位数字，请核对',
  'recovery.no_keeper': '该单位目前没有可用的单位账号，无法告知用户名，请核验后提请移交',
  'recovery.keeper_disabled': '该单位的账号已停用，不能发送设置密码的链接，请核验后提请移交',
  'recovery.compare_first': '请逐项核对：单位名称、统一社会信用代码和印章（或彩色原件）须一致才能提请移交',
  'recovery.unit_not_active': '该单位已停用或注销，不能移交账号',
  'recovery.keeper_changed': '核验之后该单位的账号已更换管理员，请退回重新核验',
  'recovery.taken': '申请人希望使用的用户名、邮箱或手机号码已被其他账号使用，不能移交。请退回核验，由技术支持告知申请人更换后重新申请',
  'recovery.two_officers': '核验人和复核人不能是同一人，请由另一位人员复核',
  'recovery.day_of_month': '所选月份没有这一天，请核对月份和日期',
  'recovery.too_many_notes': '交接备忘最多{max}条，请先整理已有内容',

  ...claim,
  ...desk,
  ...handover,
  ...notice,
} as const satisfies WordTable
