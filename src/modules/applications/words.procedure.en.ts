import type { zh } from './words.procedure.zh.ts'

export const en: Record<keyof typeof zh, string> = {
}
