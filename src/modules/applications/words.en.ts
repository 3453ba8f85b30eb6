import type { zh } from './words.zh.ts'

export const en: Record<keyof typeof zh, string> = {
  'applications.title': 'Applications',
}
