/** What batches say no with, and their outcome as a workbook. */
export const zh = {
  'applications.batch.too_many': '一次最多办理{most}项，请缩小筛选范围后分批办理。',
  'applications.batch.empty': '所选项目均不在当前身份的办理范围内，请刷新列表后重新选择。',
  'applications.batch.gone': '这批项目的确认已过期，请重新选择。',
  'applications.batch.run_already': '这批项目已经办理，请查看办理结果。',
  'applications.batch.not_run': '这批项目尚未办理。',
  'applications.batch.reason': '批量退回须填写退回意见（至少两个字）',
  'applications.batch.warned': '校验有提醒，本次未选择一并办理。',
  'applications.batch.sheet': '批量办理结果',
  'applications.batch.column.number': '项目编号',
  'applications.batch.column.title': '项目名称',
  'applications.batch.column.leader': '负责人',
  'applications.batch.column.outcome': '办理结果',
  'applications.batch.outcome.done': '已办理',
  'applications.batch.outcome.undone': '已撤销办理',
  'applications.batch.outcome.kept': '已办理，未能撤销',
} as const
