import type { zh } from './words.page.zh.ts'

export const en: Record<keyof typeof zh, string> = {
  'profiles.title': 'Personal information',
}
