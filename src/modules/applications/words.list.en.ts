import type { zh } from './words.list.zh.ts'

export const en: Record<keyof typeof zh, string> = {
}
