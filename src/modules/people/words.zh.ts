import type { WordTable } from '../../kernel/words.ts'
import { zh as notice } from './words.notice.zh.ts'
import { zh as page } from './words.page.zh.ts'
import { zh as support } from './words.support.zh.ts'

/** States, verbs, events, refusals; the pages and the notices have tables of their own. */
export const zh = {
  'people.state.new': '待确认',
  'people.state.enabled': '已启用',
  'people.state.disabled': '已禁用',
  'people.state.refused': '已拒绝',
  'people.state.released': '已移出',
  'people.status.enabled': '已启用',
  'people.status.disabled': '已禁用',

  'people.verb.enable': '启用',
  'people.verb.disable': '禁用',
  'people.verb.refuse': '不属于本单位',
  'people.verb.release': '移出本单位',
  'people.verb.choose': '改选单位',
  'people.verb.remind': '提醒单位管理员',
  'people.verb.resetPassword': '密码重置',
  'people.verb.correct': '更正姓名或证件',
  'people.verb.liftVouching': '解除身份确认',
  'people.verb.replaceMail': '更换登记邮箱',

  'people.event.registered': '注册',
  'people.event.adopted': '从原系统转入',
  'people.event.enabled': '启用',
  'people.event.disabled': '禁用',
  'people.event.refused': '不属于本单位',
  'people.event.released': '移出本单位',
  'people.event.chosen': '选择单位',
  'people.event.corrected': '更正姓名或证件',
  'people.event.reminded': '提醒单位管理员',
  'people.event.password_reset': '密码重置',
  'people.event.mail_replaced': '更换登记邮箱',
  'people.event.contact_revealed': '查看填报用户联系方式',
  'people.event.document_revealed': '查看填报用户证件号码',
  'people.event.person_looked_for': '技术支持查询填报用户',
  'people.reason.unit_dissolved': '单位已注销',

  'people.registration_closed': '填报用户注册暂未开放，请留意平台公告',
  'people.unit.choose': '请选择已生效的管理单位',
  'people.unit.same': '现在的管理单位就是该单位，请选择其他单位',
  'people.document_vouched': '该证件号码已由另一单位确认属于其填报用户，不能重复启用。请本人联系原单位移出后再启用；本人不知情的，请联系技术支持核实',
  'people.document_vouched.here': '本单位已有使用同一证件号码的填报用户“{userName}”，不能重复启用。请保留其中一个账号，其余选择“不属于本单位”或移出本单位',
  'people.choose.wait': '24小时内最多改选{n}次，请在{time}之后再试',
  'people.remind.wait': '24小时内只能提醒一次，请在{time}之后再试',
  'people.remind.nobody': '该单位目前没有可用的单位管理员账号，请联系单位或技术支持',
  'people.no_mailbox': '该填报用户没有登记电子邮箱，无法发送重置链接，请联系技术支持，由其与单位核实后登记',
  'people.account_disabled': '该填报用户的账号已由平台停用，单位不能重置其密码，请由本人联系技术支持',
  'people.mail.disabled': '该账号已由平台停用，请先由平台管理员恢复使用，再更换登记邮箱',
  'people.look.limit': '24小时内最多查看{n}次，已达上限。请稍后再查看，确有需要的请联系技术支持',
  'people.last4': '请输入证件号码的最后4位',
  'people.own': '不能办理本人的信息，请由其他技术支持人员办理',
  'people.correct.nothing': '姓名和证件与原来相同，没有需要更正的内容',

  ...page,
  ...notice,
  ...support,
} as const satisfies WordTable
