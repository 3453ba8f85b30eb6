import type { zh } from './words.desk.page.zh.ts'

export const en: Record<keyof typeof zh, string> = {
}
