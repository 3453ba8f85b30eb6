import type { pageZh } from './words.page.zh.ts'

export const pageEn: Record<keyof typeof pageZh, string> = {
}
