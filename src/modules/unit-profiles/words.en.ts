import type { zh } from './words.zh.ts'

export const en: Record<keyof typeof zh, string> = {
  'unitProfiles.title': 'Information of the unit',
}
