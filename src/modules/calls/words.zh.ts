import { zh as editor } from './words.editor.zh.ts'
import { zh as form } from './words.form.zh.ts'
import { zh as renderer } from './words.renderer.zh.ts'
export const zh = {
  ...editor,
  ...form,
  ...renderer,
  'calls.title': '指南',
} as const
