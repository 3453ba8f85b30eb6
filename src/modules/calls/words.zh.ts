import { zh as editor } from './words.editor.zh.ts'
import { zh as form } from './words.form.zh.ts'
export const zh = {
  ...editor,
  ...form,
  'calls.title': '指南',
} as const
