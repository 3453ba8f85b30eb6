import { notices } from './words.notice.zh.ts'
import { page } from './words.page.zh.ts'

export const zh = {
  'drafts.months': '请填写0至120之间的月数，最多一位小数',

  'drafts.locked': '申报书已提交、正在办理，不能修改。如需修改，请先撤回。',
  'drafts.not_marked': '本项未被退回，不能修改。只有退回时标出的内容可以修改。',
  'drafts.frozen.disabled': '本人账号已被单位停用，申报书草稿予以保留、可以查看，暂不能修改。请联系单位管理用户。',
  'drafts.frozen.unit': '单位当前不在生效状态，申报书草稿予以保留、可以查看，暂不能修改。',
  'drafts.frozen.module': '项目管理系统目前未对本人开通，申报书草稿予以保留、可以查看，暂不能修改。请联系单位管理用户。',
  'drafts.field_unknown': '申报书中没有此项，指南可能已更新。请刷新页面后重试。',
  'drafts.picture_unknown': '正文中引用了不属于本处的图片，请删除后重新上传。',

  'drafts.member.not_asked': '本指南的申报书不填写项目参与人。',
  'drafts.member.yourself': '这是本人的手机号码。负责人不再列为参与人。',
  'drafts.member.again': '此人已在参与人名单中。',
  'drafts.member.most': '项目参与人最多{most}人。',
  'drafts.member.too_many': '24小时内最多发出{most}份邀请，请稍后再邀请。',
  'drafts.invitation.under_way': '申报书已提交、正在办理，现在不能答复或退出。请联系负责人。',
  'drafts.invitation.answered': '此邀请已经答复，请刷新后查看。',

  'drafts.file.most': '本项最多上传{most}个文件，请先删除不需要的文件。',
  'drafts.picture.most': '本项正文最多使用{most}张图片，请先删除不需要的图片。',
  'drafts.file.space': '此申报书累计最多保存{files}个文件、{megabytes}MB（含30天内删除的文件）。',

  'drafts.data.drafts': '填写的申报书',
  'drafts.data.invitations': '项目参与人邀请',
  'drafts.data.call': '指南',
  'drafts.data.answer': '填写内容',
  'drafts.data.file': '上传的文件',
  'drafts.data.task': '分工',
  'drafts.data.leader': '项目负责人',
  'drafts.data.state.invited': '待本人确认',
  'drafts.data.state.confirmed': '已确认',
  'drafts.data.state.declined': '已拒绝',
  'drafts.data.state.withdrawn': '已被移出',
  'drafts.data.state.open': '可以修改',
  'drafts.data.state.marked': '只可修改退回的内容',
  'drafts.data.state.locked': '办理中',

  'drafts.event.member_invited': '邀请项目参与人',
  'drafts.event.member_changed': '修改参与人分工',
  'drafts.event.member_removed': '移出项目参与人',
  'drafts.event.members_ordered': '调整参与人顺序',
  'drafts.event.member_confirmed': '确认参与项目',
  'drafts.event.member_declined': '拒绝参与项目',
  'drafts.event.member_left': '退出项目参与人',
  'drafts.event.file_attached': '上传申报书文件',
  'drafts.event.file_removed': '删除申报书文件',
  'drafts.event.file_clean': '文件通过病毒检查',
  'drafts.event.file_refused': '文件未通过病毒检查',
  'drafts.event.copied': '从其他申报书带入内容',

  ...notices,
  ...page,
  'drafts.todo.invitations': '项目参与邀请待答复',
  'drafts.todo.invitations.next': '确认参与或谢绝',
} as const
