import type { WordTable } from '../../kernel/words.ts'

/** What is written to the person, and to who decides. The inbox and mails have subject and body, phones one line. */
export const zh = {
  'profiles.notice.approved.subject': '个人信息审核已通过',
  'profiles.notice.approved.body': '{name}，您好：\n\n您提交的个人信息已由{by}审核通过，即日起生效。\n\n登录查看：{link}',
  'profiles.notice.approved.sms': '个人信息已由{by}审核通过，登录后可以查看。',
  'profiles.notice.refused.subject': '个人信息审核不通过',
  'profiles.notice.refused.body': '{name}，您好：\n\n您提交的个人信息经{by}审核，未予通过。驳回原因：\n\n{note}\n\n请登录后修改并重新提交，此前已通过的信息继续有效：{link}',
  'profiles.notice.refused.sms': '个人信息经{by}审核未通过，请登录查看原因并修改。',
  'profiles.notice.moved.subject': '个人信息改由{desk}审核',
  'profiles.notice.moved.body': '{name}，您好：\n\n因单位内部调整，您提交的个人信息改由{desk}审核，提交时间不变，无需重新提交。\n\n查看进度：{link}',
  'profiles.notice.ended.subject': '提交{unit}的个人信息已终止审核',
  'profiles.notice.ended.body': '{name}，您好：\n\n因您已不属于{unit}或该单位已注销，您提交该单位的个人信息不再审核。\n\n请登录后选择现在的工作单位，重新提交：{link}',
  'profiles.notice.waiting.subject': '个人信息待审核：{name}',
  'profiles.notice.waiting.body': '{name}已提交个人信息，由“{desk}”审核。请登录办理：{link}\n\n此类邮件每小时至多一封，其间如有其他人员提交，请在个人信息审核列表中一并查看。',
  'profiles.notice.nobody.subject': '个人信息无人审核：{name}（{desk}）',
  'profiles.notice.nobody.body': '{name}已提交个人信息，应由二级单位“{desk}”审核，该部门目前没有管理人员。请授权管理人员，或填写理由代为审核：{link}\n\n此类邮件每小时至多一封，其间如有其他人员提交，请在个人信息审核列表中一并查看。',
  'profiles.notice.exported.subject': '个人信息审核名单已生成，共{n}人',
  'profiles.notice.exported.body': '您导出的个人信息审核名单已生成，共{n}人，请于{until}之前下载，逾期自动删除：{link}',
} satisfies WordTable
