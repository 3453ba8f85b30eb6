/** What who acts for the unit is told of its bank account (D20, E62): everybody, so that an unwanted change is seen. */
export const noticeZh = {
  'unitProfiles.notice.entered.subject': '单位银行账号已登记：{unit}',
  'unitProfiles.notice.entered.body': '您好：\n\n{by}于{time}登记了{unit}的银行账号：{bank}，{number}，即时生效。\n\n如非本单位操作，请尽快登录核对：{link}',
  'unitProfiles.notice.proposed.subject': '单位银行账号变更待确认：{unit}',
  'unitProfiles.notice.proposed.body': '您好：\n\n{by}于{time}提交了{unit}银行账号的变更：{bank}，{number}。变更须由{names}确认后生效，确认前仍使用原账号。\n\n请登录核对后处理：{link}',
  'unitProfiles.notice.proposed_alone.subject': '单位银行账号变更待确认：{unit}',
  'unitProfiles.notice.proposed_alone.body': '您好：\n\n{by}于{time}提交了{unit}银行账号的变更：{bank}，{number}。本单位未设授权人，变更须由单位管理用户验证身份确认后生效，确认前仍使用原账号。\n\n请登录处理；如非本人操作，请立即修改密码：{link}',
  'unitProfiles.notice.confirmed.subject': '单位银行账号已变更：{unit}',
  'unitProfiles.notice.confirmed.body': '您好：\n\n{unit}银行账号的变更已由{by}于{time}确认，现使用：{bank}，{number}。原账号不再使用。\n\n如非本单位操作，请尽快登录核对并联系技术支持：{link}',
  'unitProfiles.notice.refused.subject': '单位银行账号变更未获同意：{unit}',
  'unitProfiles.notice.refused.body': '您好：\n\n{by}于{time}不同意{unit}银行账号的变更（{bank}，{number}），仍使用原账号。原因：\n\n{note}\n\n查看单位信息：{link}',
  'unitProfiles.notice.withdrawn.subject': '单位银行账号变更已撤回：{unit}',
  'unitProfiles.notice.withdrawn.body': '您好：\n\n{by}于{time}撤回了{unit}银行账号的变更（{bank}，{number}），仍使用原账号。\n\n查看单位信息：{link}',
}
