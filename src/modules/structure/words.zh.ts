import type { WordTable } from '../../kernel/words.ts'
import { zh as notice } from './words.notice.zh.ts'
import { zh as page } from './words.page.zh.ts'

/** States, events, refusals; the pages and the notices have tables of their own. */
export const zh = {
  'structure.title': '二级单位',

  'structure.authorise.deed': '授权法人单位授权人',
  'structure.addSecondaryUnit.deed': '新增二级单位',
  'structure.removeSecondaryUnit.deed': '删除二级单位',

  'structure.not_delegable': '账号授权仅限法人单位账号本身办理，法人单位授权人不能办理',
  'structure.authorised_already': '已授权“{name}”为法人单位授权人（{since}），一个单位仅可授权1人；可以更改或撤销',
  'structure.authorised_already.raced': '刚刚已有法人单位授权人，一个单位仅可授权1人，请刷新后查看',
  'structure.nobody_authorised': '尚未设置法人单位授权人，没有可更改或撤销的授权',
  'structure.same_person': '填写的信息与现授权人完全一致，无需更改',
  'structure.exclusive': '法人单位授权人不可与二级单位管理人员为同一人',
  'structure.exclusive.manager': '法人单位授权人不可与二级单位管理人员为同一人：该人员为“{name}”的管理人员（{since}）',
  'structure.exclusive.authorised': '法人单位授权人不可与二级单位管理人员为同一人：该人员为本单位的法人单位授权人（{since}）',
  'structure.namings.limit': '24小时内授权已达 {n} 次，请明日再办理，或联系技术支持',
  'structure.unit_inactive': '本单位目前不是已生效状态，不能调整授权和二级单位',
  'structure.changed_meanwhile': '查看影响之后情况有变化，尚未执行，请重新查看后再办理',

  'structure.name.length': '二级单位（部门）名称为 {min} 至 {max} 个字',
  'structure.name.characters': '二级单位（部门）名称须有文字，不能使用表情等特殊符号',
  'structure.name.taken': '本单位已有同名的二级单位（部门），请换一个名称',
  'structure.most': '一个单位至多设 {most} 个二级单位，请先整理现有的二级单位',
  'structure.managed_already': '该二级单位刚刚已有管理人员，一个二级单位仅可设1名管理人员，请刷新后查看',
  'structure.nothing_changed': '没有需要保存的修改',
  'structure.vacant': '“{name}”目前没有管理人员',
  'structure.referred': '“{name}”被 {n} 人的个人信息关联，不能删除；可以先将这些人员移至其他二级单位或本单位，或在删除时一并移出',
  'structure.nobody_there': '没有人员属于“{name}”',
  'structure.place.unknown': '所选的二级单位已不存在，请重新选择',
  'structure.place.same': '去向与现在的部门相同，请重新选择',
  'structure.move.nobody': '请选择人员',
  'structure.move.most': '一次至多勾选 1000 人；更多人员请按条件全部划转',
  'structure.move.gone': '所选人员中有 {n} 人已不在原部门，请刷新后重新选择',
  'structure.look.limit': '24小时内查看已达 {n} 次，请明日再查看，或联系技术支持',

  'structure.undo.late': '已超过 {hours} 小时，不能撤销该变更',
  'structure.undo.done': '该变更已经撤销',
  'structure.undo.nothing': '该变更涉及的内容此后均已变动，没有可以恢复的内容',
  'structure.undo.moved_on': '人员此后已划转、重新提交或离开，不再移动',
  'structure.undo.place_gone': '原来的二级单位已不存在，不能恢复',
  'structure.undo.in_use': '此后已有人员加入“{name}”，予以保留',
  'structure.undo.ended_since': '该授权此后已经终止',
  'structure.undo.post_taken': '该职务此后已授权他人，不再更换',
  'structure.undo.removed_since': '该二级单位此后已经删除',
  'structure.undo.name_taken': '名称“{name}”此后已被使用，不能恢复',
  'structure.undo.renamed_since': '名称此后已再次修改，不再恢复',

  'structure.differs.name': '姓名',
  'structure.differs.phone': '手机号码',
  'structure.differs.document': '证件号码',
  'structure.differs.document_unproven': '证件尚未由单位确认或统一身份认证核实',
  'structure.differs.exclusive': '该人员已担任本单位的另一职务，法人单位授权人不可与二级单位管理人员为同一人',
  'structure.differs.and': '、',

  'structure.reason.replaced': '已更换为其他人员',
  'structure.reason.removed': '二级单位已删除',
  'structure.reason.undone': '单位撤销了此前的变更',
  'structure.reason.dissolved': '单位已注销',

  'structure.event.opened': '新增',
  'structure.event.renamed': '修改名称',
  'structure.event.archived': '删除',
  'structure.event.reopened': '撤销删除',
  'structure.event.managed': '管理人员变更',
  'structure.event.granted': '授权',
  'structure.event.activated': '授权生效',
  'structure.event.differed': '登录时信息不一致',
  'structure.event.ended': '授权终止',
  'structure.event.refused_delegation': '法人单位授权人尝试办理账号授权，被拒绝',
  'structure.event.grant_revealed': '查看授权人员的手机号码或证件号码',

  ...notice,
  ...page,
} as const satisfies WordTable
