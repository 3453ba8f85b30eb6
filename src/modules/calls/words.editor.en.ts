import type { zh } from './words.editor.zh.ts'

export const en: Record<keyof typeof zh, string> = {
  'calls.editor.title': 'Calls',
}
