import type { page as zh } from './words.page.zh.ts'

export const page: Record<keyof typeof zh, string> = {}
