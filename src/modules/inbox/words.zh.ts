import type { WordTable } from '../../kernel/words.ts'

export const zh = {
  'inbox.title': '消息',
  'inbox.show': '查看范围',
  'inbox.show.all': '全部',
  'inbox.show.unread': '未读',
  'inbox.unread': '未读',
  'inbox.read': '标为已读',
  'inbox.read.of': '标为已读：{title}',
  'inbox.read_all': '全部标为已读',
  'inbox.open': '前往办理',
  'inbox.open.of': '前往办理：{title}',
  'inbox.empty': '还没有消息',
  'inbox.empty.text': '提交、审核等办理结果会在这里通知，同时按需发送电子邮件和短信。',
  'inbox.empty.unread': '没有未读消息',
} as const satisfies WordTable
