import type { Values } from './definition.ts'

/** Every form asks for 项目名称 in a text field of this id: lists, receipts and notices name the application by it (S2-78). */
export const titleField = 'title'

/** 项目名称 as it was filled in; empty while it was not. */
export function projectTitle(values: Values): string {
  const title = values[titleField]
  return typeof title === 'string' ? title.trim() : ''
}
