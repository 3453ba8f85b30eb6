import type { zh } from './words.desk.zh.ts'

/** As `zh`. */
export const en: Record<keyof typeof zh, string> = {
}
