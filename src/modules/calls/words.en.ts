import { en as desk } from './words.desk.en.ts'
import { en as editor } from './words.editor.en.ts'
import { en as form } from './words.form.en.ts'
import { en as page } from './words.page.en.ts'
import { en as renderer } from './words.renderer.en.ts'
import type { zh } from './words.zh.ts'

export const en: Record<keyof typeof zh, string> = {
  ...desk,
  ...editor,
  ...form,
  ...page,
  ...renderer,
}
