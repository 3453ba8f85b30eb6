import type { zh } from './words.handover.zh.ts'

/** As `zh`. */
export const en: Record<keyof typeof zh, string> = {
}
