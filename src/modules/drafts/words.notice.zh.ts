/** What the room writes in inbox, mail and SMS. */
export const notices = {
  'drafts.notice.invited.subject': '{leader}邀请您参与项目申报',
  'drafts.notice.invited.body': '{leader}在“{call}”的申报书中将您列为项目参与人，待您本人确认。未经您确认，您不会列入该项目。请在“项目参与邀请”中答复。',
  'drafts.notice.invited.sms': '{leader}邀请您参与“{call}”的项目申报，待您本人确认。请登录后在“项目参与邀请”中答复：{link} 如不知情，请在该处拒绝或不予理会，未经确认不会列入。',
  'drafts.notice.confirmed.subject': '{member}已确认参与项目',
  'drafts.notice.confirmed.body': '{member}已在本人账号中确认参与您在“{call}”的申报项目。',
  'drafts.notice.declined.subject': '{member}未同意参与项目',
  'drafts.notice.declined.body': '{name}，您好：\n{member}未同意参与您在“{call}”的申报项目，不列入参与人。请查看参与人名单：{link}',
  'drafts.notice.left.subject': '{member}已退出项目参与人',
  'drafts.notice.left.body': '{name}，您好：\n{member}已退出您在“{call}”的申报项目，不再列入参与人。请查看参与人名单：{link}',
  'drafts.notice.removed.subject': '您已不在项目参与人名单中',
  'drafts.notice.removed.body': '{leader}已将您从“{call}”的申报项目参与人名单中移出，该项目不再计入您的参与项目数。',
  'drafts.notice.file_refused.subject': '文件“{file}”未通过病毒检查',
  'drafts.notice.file_refused.body': '{name}，您好：\n您上传的文件“{file}”未通过病毒检查，已拒绝，不计入申报书。请更换文件后重新上传：{link}',
  'drafts.notice.file_unchecked.subject': '文件“{file}”超过病毒检查允许的大小',
  'drafts.notice.file_unchecked.body': '{name}，您好：\n您上传的文件“{file}”超过病毒检查服务允许的大小，无法检查，未予接收，不计入申报书。请压缩或拆分后重新上传：{link}',
} as const
