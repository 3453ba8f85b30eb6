import { zh as desk } from './words.desk.zh.ts'
import { zh as editor } from './words.editor.zh.ts'
import { zh as form } from './words.form.zh.ts'
import { zh as page } from './words.page.zh.ts'
import { zh as renderer } from './words.renderer.zh.ts'
export const zh = {
  ...desk,
  ...editor,
  ...form,
  ...page,
  ...renderer,
} as const
