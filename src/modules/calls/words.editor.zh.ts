/** 指南管理: what the pages of the bureau say. */
export const zh = {
  'calls.editor.title': '指南管理',
} as const
