import type { WordTable } from '../../kernel/words.ts'

/** What people and units are told. Inbox and mail have subject and body. */
export const zh = {
  'subsystems.notice.and': '、',
  'subsystems.notice.no_note': '（未填写说明）',
  'subsystems.notice.opened.subject': '已开通：{added}',
  'subsystems.notice.opened.body': '您好：\n\n{unit}已为您开通{added}，即时生效。登录平台后即可进入：{link}',
  'subsystems.notice.ended.subject': '已取消：{ended}',
  'subsystems.notice.ended.body': '您好：\n\n{unit}已取消您对{ended}的使用，即时生效。如有疑问，请联系本单位管理员。\n\n查看可以使用的子系统：{link}',
  'subsystems.notice.changed.subject': '子系统变更：已开通{added}，已取消{ended}',
  'subsystems.notice.changed.body': '您好：\n\n{unit}变更了您可以使用的子系统，即时生效。\n\n已开通：{added}\n已取消：{ended}\n\n查看可以使用的子系统：{link}',
  'subsystems.notice.declined.subject': '未予开通：{name}',
  'subsystems.notice.declined.body': '您好：\n\n您申请开通{name}，{unit}答复如下：\n\n{answer}\n\n如需再次申请，请登录平台：{link}',
  'subsystems.notice.asked.subject': '开通申请：{name}（{subsystem}）',
  'subsystems.notice.asked.body': '您好：\n\n本单位用户{name}（用户名 {userName}）申请开通{subsystem}。说明：\n\n{note}\n\n请登录平台办理：{link}',
} as const satisfies WordTable
