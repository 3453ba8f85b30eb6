import type { zh } from './words.mine.page.zh.ts'

export const en: Record<keyof typeof zh, string> = {
}
