import type { zh } from './words.claim.zh.ts'

/** As `zh`. */
export const en: Record<keyof typeof zh, string> = {
}
