import type { WordTable } from '../../kernel/words.ts'

/** What is written to the person, and to the unit. The inbox and mails have subject and body, phones one line. */
export const zh = {
  'people.notice.registered.subject': '填报用户注册成功，待{unit}确认',
  'people.notice.registered.body': '{name}，您好：\n\n您已注册为填报用户，管理单位为{unit}。接下来由该单位的管理员确认您的身份并启用账号，启用后将通知您。\n\n在此之前您可以登录查看进度，一直没有回音时可以提醒单位管理员，选错单位时可以改选：{link}',
  'people.notice.chosen.subject': '管理单位已改选为{unit}，待确认',
  'people.notice.chosen.body': '{name}，您好：\n\n您的管理单位已改选为{unit}，由该单位的管理员确认后启用，启用后将通知您。原单位授权的子系统不再可用。\n\n查看进度：{link}',
  'people.notice.enabled.subject': '账号已由{unit}启用',
  'people.notice.enabled.body': '{name}，您好：\n\n{unit}已确认您的身份并启用账号。可以使用的子系统由单位授权，请登录查看：{link}',
  'people.notice.enabled.sms': '您的填报用户账号已由{unit}启用，请登录查看。',
  'people.notice.disabled.subject': '账号已由{unit}禁用',
  'people.notice.disabled.body': '{name}，您好：\n\n{unit}已禁用您的账号，子系统暂不能使用，已填报的内容不受影响。理由：\n\n{note}\n\n如有疑问，请联系单位管理员。登录查看：{link}',
  'people.notice.refused.subject': '{unit}未确认您的注册',
  'people.notice.refused.body': '{name}，您好：\n\n{unit}认为您不属于该单位，未予确认。理由：\n\n{note}\n\n请登录后重新选择管理单位：{link}',
  'people.notice.refused.sms': '{unit}未确认您的填报用户注册，请登录查看理由并重新选择单位。',
  'people.notice.released.subject': '您已被{unit}移出',
  'people.notice.released.body': '{name}，您好：\n\n{unit}已将您移出该单位，该单位授权的子系统不再可用，已填报的内容由单位保留。理由：\n\n{note}\n\n如已到其他单位工作，请登录后选择新的管理单位：{link}',
  'people.notice.document_used.subject': '有人使用您的证件号码注册',
  'people.notice.document_used.body': '您好：\n\n刚刚有人在平台注册时填写了与您相同的证件号码。您的账号不受影响，对方也不能凭此号码启用账号。\n\n如果是您本人再次注册，请直接使用已有账号登录；如果您不知情，请联系技术支持：{link}',
  'people.notice.waiting.subject': '有新的填报用户待确认：{name}',
  'people.notice.waiting.body': '{name}（用户名 {userName}）已选择{unit}为管理单位。请核对是否为本单位人员，再启用或标为不属于本单位：{link}\n\n此类邮件每小时至多一封，其间如有其他人员注册，请在人员列表中一并查看。',
  'people.notice.reminder.subject': '填报用户{name}提醒您确认',
  'people.notice.reminder.body': '{name}（用户名 {userName}）选择{unit}为管理单位后一直在等待确认。请核对后启用，或标为不属于本单位：{link}\n\n附言：{note}',
  'people.notice.left.subject': '填报用户{name}已离开本单位',
  'people.notice.left.body': '{name}（用户名 {userName}）已改选其他管理单位，不再属于{unit}，本单位授权的子系统已同时收回。其在本单位期间办理的事项由本单位保留。',
  'people.notice.no_note': '（无）',
} as const satisfies WordTable
